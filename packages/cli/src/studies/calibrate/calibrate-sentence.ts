import type { CalibratedParameter, Calibration, PredictedGroup, RivalCalibration } from "@uptake/study/calibrate";
import { counted, inMonth, percent } from "../../words/format.ts";
import { joined } from "../../words/joined.ts";
import { heldIn, three } from "./calibrate-words.ts";

/** Says what one calibration tells: first that the model does not show the surveys, where it does not. */
export function caseSentence({ selfReport }: Calibration, one: RivalCalibration): string {
  const { held, shown, groups, points } = one;
  const where = heldIn(held) === "" ? "" : `With ${heldIn(held)}, `;
  const group = groups.find(({ group: name }) => name === "all") ?? groups[0];
  const practice = shown && selfReport && group ? [practiceSentence(group, points)] : [];
  return [`${where}${shown ? toldSentence(one) : notShownSentence(one, where === "")}`, ...practice].join(" ");
}

const within = ({ points }: RivalCalibration): string =>
  `${points.filter((point) => point.within).length} of ${points.length} surveys lie within the model's 95% bands, which are of worlds`;

const distance = ({ generations }: RivalCalibration): string =>
  `within ${three(generations.at(-1)?.tolerance ?? Number.NaN)} sampling errors of the series`;

function notShownSentence(one: RivalCalibration, first: boolean): string {
  const { parameters, worlds } = one;
  const those = parameters.length === 1 ? "the 1 parameter" : `any of ${parameters.length} parameters`;
  return `${first ? "The" : "the"} model does not show these surveys with the values tried: ${within(one)} ${distance(one)}. So they tell nothing of ${those} (${counted(worlds.length, "world")}).`;
}

function toldSentence(one: RivalCalibration): string {
  const { parameters, points, worlds } = one;
  const told = parameters.filter(({ verdict }) => verdict === "informed");
  const untold = parameters.filter(({ verdict }) => verdict !== "informed").map(({ name }) => name);
  const surveys = counted(points.length, "survey");
  const all = counted(parameters.length, "parameter");
  const what =
    told.length === 0
      ? `${surveys} cannot tell what any of ${all} may be`
      : `${surveys} tell of ${told.length} of ${all}: ${told.map(parameterText).join("; ")}`;
  const rest = told.length > 0 && untold.length > 0 ? `; of ${joined(untold)} they cannot tell` : "";
  return `${what}${rest} (${counted(worlds.length, "world")}). ${within(one)} ${distance(one)}.`;
}

function parameterText({ name, median, low, high, prior }: CalibratedParameter): string {
  return `${name} is ${three(median as number)} (95% interval ${three(low)} to ${three(high)}; before, ${three(prior[0])} to ${three(prior[1])})`;
}

/** Says how much practice stands behind what was last said. */
function practiceSentence({ group, practised }: PredictedGroup, points: RivalCalibration["points"]): string {
  const last = points.filter((one) => one.group === group).reduce((a, b) => (b.month > a.month ? b : a));
  const [low, median, high] = [practised.low, practised.median, practised.high].map(
    (band) => band[last.month] as number,
  );
  const who = group === "all" ? "of teachers" : `of teachers in ${group} schools`;
  return `Where ${percent(last.share)} ${who} say they use the practice ${inMonth(last.month)}, ${percent(median as number)} (95% of runs: ${percent(low as number)} to ${percent(high as number)}) do in the model.`;
}
