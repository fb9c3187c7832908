import type { Scenario } from "@uptake/model";
import type { Calibration, RivalCalibration } from "@uptake/study/calibrate";
import { counted } from "../../words/format.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { calibrateFigures } from "./calibrate-figures.ts";
import { caseSentence } from "./calibrate-sentence.ts";
import { calibrateTables } from "./calibrate-tables.ts";
import { heldIn, three } from "./calibrate-words.ts";

/** Turns a calibration into what is told of it. */
export function answerCalibration(result: Calibration, scenario: Scenario, seed: string): StudyAnswer {
  const { checksums, ...rest } = result;
  // Whole worlds are in tables of their own.
  const data = { ...rest, rivals: rest.rivals.map(({ table: _, ...one }) => one) };
  const [first, ...others] = result.rivals as [RivalCalibration, ...RivalCalibration[]];
  return {
    sentence: caseSentence(result, first),
    notes: [...others.map((one) => caseSentence(result, one)), ...notesOf(result)],
    figures: calibrateFigures(result, scenario, seed),
    tables: calibrateTables(result),
    data,
    checksums,
  };
}

/** Says why a calibration went no further. */
const ended: Readonly<Record<RivalCalibration["stop"], string>> = {
  tolerance: "as near as was asked",
  acceptance: "until hardly any proposal came nearer",
  generations: "as many generations as were asked for",
  simulations: "as many runs as were asked for",
  stalled: "until no proposal came nearer",
};

/** Says what an answer rests on, what its terms mean, and what it cannot tell. */
function notesOf({ rivals, selfReport }: Calibration): string[] {
  const prefix = (one: RivalCalibration): string => (heldIn(one.held) === "" ? "" : `With ${heldIn(one.held)}: `);
  const of = (say: (one: RivalCalibration) => readonly string[]): string[] =>
    rivals.flatMap((one) => say(one).map((said) => `${prefix(one)}${said}`));
  return [
    ...(rivals.length > 1
      ? ["A parameter with rival values is held at each in turn; the calibrations are not weighed against each other."]
      : []),
    ...of(({ shown }) =>
      shown
        ? []
        : [
            "The values that come nearest still do not explain what was seen. Perhaps the plan, the shocks or the start differ from what was done, or the surveys measure something else; more particles and generations may come nearer.",
          ],
    ),
    ...of(({ shown, ridges }) =>
      (shown ? ridges : []).map(
        ({ names, correlation }) =>
          `The surveys bind ${names[0]} and ${names[1]} together (correlation ${correlation.toFixed(2).replace("-", "−")}): they tell of a combination more than of either.`,
      ),
    ),
    ...of(({ generations, stop, failed }) => [
      `Approximate: worlds within ${three(generations.at(-1)?.tolerance ?? Number.NaN)} sampling errors of the series (root mean square) were kept, and ${ended[stop]}${failed > 0 ? `; ${counted(failed, "run")} failed` : ""}.`,
    ]),
    `${rivals.length > 1 ? "worlds-1.csv and the next hold these worlds, a file for each value held: parameters.worlds of a scenario runs in those of one" : "worlds.csv holds these worlds: parameters.worlds of a scenario, or --worlds, runs in them"}${rivals.some(({ shown }) => !shown) ? "; worlds that do not show the series should carry no plan" : ""}.`,
    "A parameter is informed where the model shows the series and the parameter’s spread is, with the whole 95% interval of the estimate, below nine tenths of what it was before; of the others no point is given. What is not calibrated differs between worlds as before.",
    ...(selfReport
      ? [
          "Teachers are taken to overstate: part of those who try or have lapsed say they use the practice (survey.inflation).",
        ]
      : []),
  ];
}
