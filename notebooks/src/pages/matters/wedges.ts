import { shapleyWaterfall } from "@uptake/charts";
import type { Wedges } from "@uptake/study/questions";
import { mattersWords } from "../../words/matters.js";
import { type OfPlan, ranAs, readIn } from "./of-plan.js";
import type { Shown } from "./study-part.js";

const { wedges: say, levers, each } = mattersWords;

/** Shows what each lever, and influence between colleagues, adds. */
export function showWedges(told: Wedges, plan: OfPlan): Shown {
  const { shares, from, to, replicates, statistic } = told;
  const label = (player: string): string => levers[player] ?? player;
  const sure = shares.filter(({ mean, low }) => mean !== null && low !== null && low > 0);
  const [first] = sure.toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
  return {
    sentence: first
      ? say.sentence(plan.of, label(first.player), first.mean ?? 0, first.low, first.high)
      : say.unsure(plan.of),
    note: say.note(told.orders, told.plans),
    runs: told.runs,
    rests: each(replicates),
    draw: (size) =>
      shapleyWaterfall(
        {
          of: readIn(plan, statistic.month),
          unit: "share",
          from: from.mean ?? Number.NaN,
          parts: shares.map(({ player, mean, low, high }) => ({
            label: label(player),
            share: { value: mean ?? Number.NaN, low, high },
          })),
          to: to.mean ?? Number.NaN,
          ...ranAs(told, plan),
        },
        size,
      ),
    table: () => ({
      columns: say.columns,
      rows: shares.map(({ player, mean, low, high, alone, last }) => [
        label(player),
        mean,
        low,
        high,
        alone.mean,
        last.mean,
        replicates,
      ]),
    }),
  };
}
