import { type TornadoData, tornado } from "@uptake/charts";
import type { BeliefBar, BeliefEnd, Deciding } from "@uptake/study/questions";
import type { Answered } from "../../kit/answer.js";
import { labelOfBelief } from "../../words/label-of-belief.js";
import { mattersWords, shareWithin } from "../../words/matters.js";
import { type OfPlan, ranAs, readIn, unitOf } from "./of-plan.js";
import type { Shown } from "./study-part.js";

const { deciding: say, each } = mattersWords;

/** Most beliefs drawn. */
const most = 10;

/** Returns the bars that rest on the most replicates: those that are drawn, and told apart. */
export function foremost({ bars, replicates }: Deciding): readonly BeliefBar[] {
  return bars.filter((bar) => bar.replicates === replicates).slice(0, most);
}

/** Returns the chance at an end with the ends of its interval. */
const within = ({ chance, chanceInterval }: BeliefEnd): readonly [number | null, number | null, number | null] => [
  chance,
  chanceInterval?.[0] ?? null,
  chanceInterval?.[1] ?? null,
];

const chanceAt = (end: BeliefEnd): string => shareWithin(...within(end));

/** Says which belief decides, what it would have to be, and what that changes. */
export function decidingAnswer(told: Deciding, { of, month, share }: OfPlan): Answered {
  const [first] = foremost(told);
  const over = first?.difference ?? null;
  const clear = over !== null && over.low !== null && over.high !== null && (over.low > 0 || over.high < 0);
  if (!first || !clear) return { verdict: say.none, rest: "", short: "" };
  const { low, high, name } = first;
  const rest = say.rest({
    of,
    month,
    share,
    unit: unitOf(name),
    from: low.at,
    to: high.at,
    means: [low.mean ?? 0, high.mean ?? 0],
    chances: [chanceAt(low), chanceAt(high)],
    difference: over,
    runs: each(told.replicates),
  });
  return { verdict: say.verdict(labelOfBelief(name)), rest, short: say.short(over.mean) };
}

/** Says whether the belief that moves the result farthest can be told from the next. */
function nextOf(told: Deciding): string {
  const [first, second] = foremost(told);
  const { lead } = told;
  if (!first || !second) return "";
  return lead !== null && (lead.low ?? 0) > 0
    ? say.ahead(labelOfBelief(first.name), labelOfBelief(second.name), lead)
    : say.tied(labelOfBelief(first.name), labelOfBelief(second.name));
}

/** Gathers how far each belief moves the result, for a chart. */
export function barsOf(told: Deciding, plan: OfPlan): TornadoData {
  return {
    of: readIn(plan, told.month),
    unit: "share",
    bars: foremost(told).map(({ name, low, high, difference }) => ({
      label: labelOfBelief(name),
      low: low.mean,
      high: high.mean,
      centre: told.centre,
      difference: difference && { value: difference.mean, low: difference.low, high: difference.high },
    })),
    ...ranAs(told, plan),
  };
}

/** Shows how far each belief moves the result. */
export function showDeciding(told: Deciding, plan: OfPlan): Shown {
  const rests = each(told.replicates);
  return {
    sentence: nextOf(told),
    note: say.note(told.most, told.uncertain, told.screened, rests, told.failures),
    runs: told.runs,
    rests,
    draw: (size) => tornado(barsOf(told, plan), size),
    table: () => ({
      columns: say.columns,
      rows: told.bars.map(({ name, low, high, difference, replicates: own }) => [
        labelOfBelief(name),
        name,
        unitOf(name),
        low.at,
        high.at,
        low.mean,
        high.mean,
        difference?.mean ?? null,
        difference?.low ?? null,
        difference?.high ?? null,
        ...within(low),
        ...within(high),
        own,
      ]),
    }),
  };
}
