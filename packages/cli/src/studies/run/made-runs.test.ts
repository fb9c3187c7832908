import { prepare, scenario } from "@uptake/model";
import { summarise } from "@uptake/study";
import { beforeAll, expect, test } from "vitest";
import { studyContext } from "../../../test-support/study-context.ts";
import { answerOf } from "../../words/run-answer.ts";
import { type MadeRuns, madeRuns } from "./made-runs.ts";

const replicates = 12;
let kept: MadeRuns;
let folded: MadeRuns;
beforeAll(async () => {
  const plans = await Promise.all(
    ["all-six-lessons", "business-as-usual"].map((strategy) =>
      prepare(scenario({ district: "small-rural", horizon: 24, target: { month: 22, share: 0.4 }, strategy })),
    ),
  );
  kept = await madeRuns(plans, replicates, studyContext());
  folded = await madeRuns(plans, replicates, studyContext(), replicates - 1);
});

test("folded runs are those that are kept, in the same order", () => {
  expect(folded.numbers).toEqual(kept.numbers);
  expect(folded.own).toEqual(kept.own);
  expect(folded.checksums).toEqual([...kept.checksums, ...kept.own]);
  expect(folded.funnelAt(22)).toEqual(kept.funnelAt(22));
});

test("and come to the same answer, which says how they were made", () => {
  const [a, b] = [kept, folded].map(({ ensembles: [plan, baseline], own: checksums }) =>
    answerOf(plan!, { baseline, checksums }),
  );
  expect(b!.target).toEqual(a!.target);
  expect(b!.timeToTarget).toEqual(a!.timeToTarget);
  expect(b!.sustained.mean).toBeCloseTo(a!.sustained.mean!, 12);
  expect(b!.cost.total).toBeCloseTo(a!.cost.total!, 4);
  expect(b!.cost.perAddedSustainedAdopter).toEqual(a!.cost.perAddedSustainedAdopter);
  expect(b!.checksums).toEqual(a!.checksums);
  expect(b!.byTier.map(({ p90 }) => p90)).toEqual(a!.byTier.map(({ p90 }) => p90));
  const [means, others] = [kept, folded].map(({ ensembles: [plan] }) => summarise(plan!, "gap").mean);
  means!.forEach((mean, month) => expect(others![month]).toBeCloseTo(mean!, 12));
  expect(kept.making).toEqual([]);
  expect(folded.making).toEqual([
    "12 replicates were folded into means and percentiles as they came, and not kept: means and intervals are exact to rounding, percentiles of shares are exact, those of cost exact. The funnel is counted in the first 12.",
  ]);
});
