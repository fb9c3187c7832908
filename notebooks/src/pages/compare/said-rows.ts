import { targetWords } from "@uptake/study/target";
import { compareWords } from "../../words/compare.js";
import type { Compared, Pair, Told } from "./comparing.js";
import type { Chosen } from "./pair-choice.js";
import { namesOf } from "./told.js";

const { table: say, pair: two } = compareWords;

/** Holds what a cell of a table says: a value with its unit, and its interval. */
export interface Said {
  readonly value: string;
  readonly note: string;
}

/** Holds a row: its plan, the plan's place (undefined for as today), and its cells. */
export interface Row {
  readonly name: string;
  readonly place: number | undefined;
  readonly cells: readonly Said[];
}

const none = (note: string): Said => ({ value: say.none, note });
const share = (value: number | null, low: number | null, high: number | null): Said =>
  value === null ? none(say.beyond) : { value: say.percent(value), note: say.shares(low, high) };

/** Says what a plan comes to, in the order of {@link columnsOf}: all but how it differs from the first. */
function cellsOf({ reached, cards, cost, perAdopter }: Told): readonly Said[] {
  const { chance, sustained, gap } = cards;
  const behind = gap.plan.value;
  return [
    share(reached.mean, reached.low, reached.high),
    share(chance.plan.value, chance.plan.low, chance.plan.high),
    share(sustained.plan.value, sustained.plan.low, sustained.plan.high),
    behind === null
      ? none(say.beyond)
      : { value: say.behind(behind), note: say.behindBetween(behind, gap.plan.low, gap.plan.high) },
    cost.mean === null ? none("") : { value: say.dollars(cost.mean), note: say.dollarsBetween(cost.low, cost.high) },
    perAdopter === null
      ? none("")
      : perAdopter.value === null
        ? none(perAdopter.reason)
        : { value: say.dollars(perAdopter.value), note: say.dollarsBetween(perAdopter.low, perAdopter.high) },
  ];
}

/** Says how the gap between schools differs, as where they stand with the second plan. */
const gapLess = ({ estimate, low, high }: Pair["gap"], gap: number | null): Said =>
  estimate === null || gap === null
    ? none("")
    : { value: say.gapLess(estimate, gap), note: say.gapLessBetween(estimate, low, high) };

function against(pair: Pair | undefined): Said {
  if (!pair) return none(say.itself);
  if (pair.apart.length > 0) return none(say.apart);
  const { estimate, low, high, replicates } = pair.reached;
  if (estimate === null) return none(say.beyond);
  if (pair.same) return { value: say.points(0), note: say.same };
  return {
    value: say.points(estimate),
    note: `${say.pointsBetween(low, high)}; ${say.ahead(pair.ahead, replicates)}`,
  };
}

/** Names the columns of {@link rowsOf}. */
export function columnsOf({ answer, entries }: Compared): readonly string[] {
  const { target } = answer;
  const first = say.reached(targetWords[target.of].short, target.month);
  const rest = [say.chance(target.share), say.sustained, say.gap, say.cost, say.perAdopter];
  return [say.plan, first, ...(entries.length > 1 ? [say.less(entries[0]!.name)] : []), ...rest];
}

/** Says what each plan comes to, and the district of the first as today. */
export function rowsOf(compared: Compared): readonly Row[] {
  const { entries, plans } = compared;
  const several = entries.length > 1;
  const rows = entries.map(({ name }, i): Row => {
    const [reached, ...rest] = cellsOf(plans[i]!);
    return { name, place: i, cells: [reached!, ...(several ? [against(compared.pair(0, i))] : []), ...rest] };
  });
  const { today } = plans[0]!;
  if (!today) return rows;
  const [reached, ...rest] = cellsOf(today);
  return [
    ...rows,
    { name: compareWords.today, place: undefined, cells: [reached!, ...(several ? [none("")] : []), ...rest] },
  ];
}

/** Says two plans and their difference, measure by measure. */
export function pairRows(compared: Compared, [a, b]: Chosen): readonly Row[] {
  const pair = compared.pair(a, b);
  const here = compared.plans[b]!;
  const there = a === null ? here.today : compared.plans[a]!;
  if (!pair || !there) return [];
  const names = columnsOf(compared).slice(1);
  if (compared.entries.length > 1) names.splice(1, 1);
  const [left, right] = [cellsOf(there), cellsOf(here)];
  const points = ({ estimate, low, high }: Pair["gap"]): Said =>
    estimate === null ? none("") : { value: say.points(estimate), note: say.pointsBetween(low, high) };
  const { cost, perAdopter } = pair;
  const differences = [
    points(pair.reached),
    points(pair.chance),
    points(pair.sustained),
    gapLess(pair.gap, here.cards.gap.plan.value),
    cost.estimate === null
      ? none("")
      : { value: say.moreDollars(cost.estimate), note: say.dollarsBetween(cost.low, cost.high) },
    perAdopter === null
      ? none("")
      : perAdopter.value === null
        ? none(perAdopter.reason)
        : { value: say.dollars(perAdopter.value), note: say.eachMore(perAdopter.low, perAdopter.high) },
  ];
  return names.map((name, i) => ({ name, place: undefined, cells: [left[i]!, right[i]!, differences[i]!] }));
}

/** Names the columns of {@link pairRows}. */
export function pairColumns(compared: Compared, chosen: Chosen): readonly string[] {
  const { a, b } = namesOf(compared, chosen);
  return [two.measure, two.column(a), two.column(b), two.difference];
}
