import { levelRows } from "@uptake/charts";
import type { BeliefsTold } from "@uptake/study/questions";
import { mattersWords, shareWithin } from "../../words/matters.js";
import { type OfPlan, ranAs, readIn } from "./of-plan.js";
import type { Shown } from "./study-part.js";

const { beliefs: say, each } = mattersWords;

type UnderOne = BeliefsTold["beliefs"][number];

/** Shows what is reached under each belief about effects. */
export function showBeliefs(told: BeliefsTold, plan: OfPlan): Shown {
  const { beliefs, month, replicates } = told;
  const label = (belief: string): string => say.levels[belief] ?? belief;
  const [low, high] = ["sceptical", "hopeful"].map((name) => beliefs.find(({ belief }) => belief === name));
  const written = ({ reached: { mean, low, high } }: UnderOne): string => shareWithin(mean, low, high);
  const chance = ({ chance: { probability, low, high } }: UnderOne): string => shareWithin(probability, low, high);
  return {
    sentence:
      low && high
        ? say.sentence(plan.of, month, written(low), written(high), plan.share, [chance(low), chance(high)])
        : say.none,
    note: say.note,
    runs: replicates * beliefs.length,
    rests: each(replicates),
    draw: (size) =>
      levelRows(
        {
          of: readIn(plan, month),
          unit: "share",
          by: say.by,
          rows: beliefs.map(({ belief, reached: { mean, low, high } }) => ({
            label: label(belief),
            result: mean === null ? null : { value: mean, low, high },
          })),
          ...ranAs(told, plan),
        },
        size,
      ),
    table: () => ({
      columns: say.columns,
      rows: beliefs.map(({ belief, reached, chance }) => [
        label(belief),
        reached.mean,
        reached.low,
        reached.high,
        chance.probability,
        chance.low,
        chance.high,
        reached.replicates,
      ]),
    }),
  };
}
