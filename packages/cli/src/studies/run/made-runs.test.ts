import { createHash } from "node:crypto";
import { type Plan, prepare, scenario } from "@uptake/model";
import { summarise } from "@uptake/study";
import { beforeAll, expect, test } from "vitest";
import { studyContext } from "../../../test-support/study-context.ts";
import { answerOf } from "../../words/run-answer.ts";
import { type MadeRuns, madeRuns } from "./made-runs.ts";

const replicates = 12;
let plans: Plan[];
let kept: MadeRuns;
let folded: MadeRuns;
beforeAll(async () => {
  plans = await Promise.all(
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

test("of more than are told singly, one checksum stands for many, and the first tell what is told run by run", async () => {
  const single = 5;
  const made = await madeRuns(plans, replicates, studyContext(), 6, single);
  const few = await madeRuns(plans, single, studyContext());
  const told = ({ ensembles: [plan, baseline], own: checksums }: MadeRuns) => answerOf(plan!, { baseline, checksums });
  const [all, first, whole] = [made, few, kept].map(told);
  expect(all!.timeToTarget).toEqual(first!.timeToTarget);
  expect(all!.sustained).toEqual(first!.sustained);
  expect(all!.cost.perAddedSustainedAdopter).toEqual(first!.cost.perAddedSustainedAdopter);
  expect(all!.target.probability).toBe(whole!.target.probability);
  expect(all!.replicates).toBe(replicates);
  expect(all!.adoption.mean[22]).toBeCloseTo(whole!.adoption.mean[22]!, 12);
  expect(made.numbers).toEqual([0, 1, 2, 3, 4]);
  // The runs are checked by one sum, and those of the funnel, made again, by their own.
  const sum = createHash("sha256")
    .update(kept.checksums.map((one) => `${one}\n`).join(""))
    .digest("hex");
  expect(made.checksums).toEqual([sum, ...kept.own]);
  expect(made.beyond).toEqual({ runs: 2 * replicates - 1, failed: 0 });
  expect(made.own).toHaveLength(1);
  expect(made.making[0]).toContain("are told of the first 5; a checksum stands for 1,024 runs.");
});
