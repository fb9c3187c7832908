import type { Scenario } from "@uptake/model";
import type { Belief, BelievedHeadline, UnderBeliefs } from "@uptake/study/beliefs";
import { targetWords } from "@uptake/study/target";
import type { Answer } from "./answer.ts";
import { decisiveName, describeDecisive } from "./describe-decisive.ts";
import type { Entry } from "./describe-suspect.ts";
import { counted, inMonth, interval, percent, when } from "./format.ts";
import { targetSummary } from "./run-answer.ts";
import { table } from "./text-table.ts";

const words: Readonly<Record<Belief, string>> = {
  sceptical: "sceptical: all at their first quartile",
  central: "central: all at their median",
  hopeful: "hopeful: all at their third quartile",
  common: "tied: all succeed or fail together",
};

/** Says how a scenario as it stands takes the effects of lessons. */
function asSet({ parameters: { draw, effects, level } }: Scenario): string {
  if (level !== null)
    return `as set: all at their ${{ sceptical: "first quartile", central: "median", hopeful: "third quartile" }[level]}`;
  if (draw === "fixed") return "as set: those of the fixed world";
  return effects === "common" ? "as set: tied" : "as set: as the worlds have them";
}

/** Names the worlds that the quartiles of effects are taken among. */
export function worldsOfQuartiles({ parameters: { worlds } }: Scenario): string {
  return worlds === null ? "the kept worlds" : `the worlds of ${worlds.source}`;
}

const under = ({ beliefs }: UnderBeliefs, belief: Belief): BelievedHeadline | undefined =>
  beliefs.find((one) => one.belief === belief);

/** Names what a headline is of, as in `adoption in May of year 3`. */
export const headlineOutcome = ({ of, month }: Pick<UnderBeliefs, "of" | "month">): string =>
  `${targetWords[of].measure} ${inMonth(month)}`;

/** Names what a chance is of, as in `80%`, or `80% of students in two teachers’ classes`. */
export const chanceOf = ({ of, share }: Pick<UnderBeliefs, "of" | "share">): string =>
  of === "teachers" ? percent(share) : `${percent(share)} ${targetWords[of].who}`;

/**
 * Writes what the chance of the target comes to if effects succeed or fail together, as a sentence; empty where it is not
 * known or the scenario has them so.
 */
export function describeDependence({ scenario, headline, target }: Answer, title?: string): string {
  const common = headline && under(headline, "common");
  if (!headline || !common || common.chance.probability === null) return "";
  if (target.probability === null || scenario.parameters.effects === "common") return "";
  const { probability, low, high, replicates } = common.chance;
  const here =
    scenario.parameters.level === null
      ? "The effects of lessons are as the worlds have them"
      : "Every effect of a lesson is held at a level";
  const whose = title === undefined ? "" : ` of “${title}”`;
  return `${here}; tied, so that all succeed or fail together, they make that chance${whose} ${percent(probability)} (95% interval ${interval(low, high)}, ${counted(replicates, "replicate")}).\n`;
}

/** Writes the headline of one strategy under each belief, and which number decides most. */
export function describeHeadline(answer: Answer): string {
  const { scenario, headline, target, replicates } = answer;
  if (!headline) return "";
  const { month, beliefs, share, of } = headline;
  const now = targetSummary(answer);
  const sentence = `${describeDecisive(headline.decides, headlineOutcome(headline))}\n`;
  if (beliefs.length === 0) return sentence;
  const cells = ({ reached, chance }: Pick<BelievedHeadline, "reached" | "chance">): string[] => [
    percent(reached.mean),
    interval(reached.low, reached.high),
    percent(chance.probability),
    interval(chance.low, chance.high),
  ];
  const here = {
    reached: {
      mean: now.mean[month] ?? null,
      low: now.low[month] ?? null,
      high: now.high[month] ?? null,
      p10: null,
      p90: null,
      replicates,
    },
    chance: target,
  };
  const rows = [
    [asSet(scenario), ...cells(here), String(replicates)],
    ...beliefs.map((one) => [words[one.belief as Belief], ...cells(one), String(one.reached.replicates)]),
  ];
  const head = [
    `${when(month)}, effects of lessons`,
    targetWords[of].short,
    "95% interval",
    `chance of ${percent(share)}`,
    "95% interval",
    "replicates",
  ];
  return `${table([head, ...rows])}Quartiles are among ${worldsOfQuartiles(scenario)}; costs of levers take the opposite one, and numbers you gave keep what you gave.
${sentence}`;
}

/** Writes the headlines of strategies under each belief, one strategy a row, and what the columns say. */
export function headlineTable(entries: readonly Entry[]): string {
  const told = entries.filter(({ answer }) => (answer.headline?.beliefs.length ?? 0) > 0);
  const [first] = told;
  if (!first?.answer.headline) return "";
  const { month, share, of, replicates } = first.answer.headline;
  const { short, measure } = targetWords[of];
  const cell = (one: BelievedHeadline | undefined): [string, string] => [
    percent(one?.reached.mean ?? null),
    percent(one?.chance.probability ?? null),
  ];
  const rows = told.map(({ title, answer: { headline } }) => {
    const all = (["sceptical", "central", "hopeful", "common"] as const).flatMap((belief) =>
      cell(headline && under(headline, belief)),
    );
    return [title, ...all, headline ? decisiveName(headline.decides) : ""];
  });
  const head = [
    ["Effects of lessons:", "Sceptical", "", "Central", "", "Hopeful", "", "Tied", "", "Number that"],
    ["", ...Array.from({ length: 4 }, () => [short, percent(share)]).flat(), "decides most"],
  ];
  return `${table([...head, ...rows], [0, 9])}
Mean${of === "teachers" ? "" : " of"} ${measure} and chance of ${chanceOf(first.answer.headline)}, ${when(month)}, in ${counted(replicates, "replicate")} each: every effect of a lesson or lever at its first quartile, its median or
its third quartile among ${worldsOfQuartiles(first.answer.scenario)} (costs of levers at the opposite one), and tied so that all succeed or fail together.
`;
}
