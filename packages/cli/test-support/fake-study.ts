import { prepare, type Scenario, scenario } from "@uptake/model";
import { ensemble, summarise, targetProbability } from "@uptake/study";
import type { CompleteStudy } from "../src/studies/complete-study.ts";
import type { StudyAnswer } from "../src/studies/study-kind.ts";
import type { AnswerTable } from "../src/tables/table.ts";
import { percent } from "../src/words/format.ts";

/** Makes a study of a kind that only tests know: a real ensemble of a few replicates on an embedded district. */
export function fakeStudy(fields: Record<string, unknown> = {}): CompleteStudy {
  const tried = scenario({ district: "small-rural", strategy: "all-six-lessons", horizon: 36 });
  return {
    kind: "fake",
    name: "All six lessons in a small district",
    seed: "uptake",
    scenario: tried,
    replicates: 8,
    ...fields,
  };
}

/** Runs it, as a study runner would. */
export async function runFake(study: CompleteStudy): Promise<StudyAnswer> {
  const { seed } = study;
  const replicates = study["replicates"] as number;
  const plan = await prepare(study.scenario as Scenario);
  const usual = await prepare(scenario({ district: "small-rural", horizon: 36 }));
  const [a, b] = [await ensemble(plan, { seed, replicates }), await ensemble(usual, { seed, replicates })];
  const { probability, low, high } = targetProbability(a);
  const adoption = summarise(a, "adoption");
  const table: AnswerTable = {
    name: "adoption-by-month",
    doc: "Adoption in each month, over all replicates.",
    columns: [
      { name: "month", type: "integer", unit: "months", doc: "Index; 0 is 1 August of year 1." },
      { name: "strategy", type: "text", unit: "–", doc: "What was tried." },
      { name: "mean", type: "number", unit: "share of teachers", doc: "Mean share that uses or owns the practice." },
      { name: "low", type: "number", unit: "share of teachers", doc: "Low end of the 95% interval of the mean." },
      { name: "high", type: "number", unit: "share of teachers", doc: "High end of the 95% interval of the mean." },
      { name: "cost", type: "number", unit: "$ of 2024", doc: "Mean cost of the whole plan." },
      { name: "funded", type: "boolean", unit: "–", doc: "Whether the month is funded." },
    ],
    rows: adoption.month.map((month, i) => [
      month,
      a.scenario.name,
      adoption.mean[i] ?? null,
      adoption.low[i] ?? null,
      adoption.high[i] ?? null,
      month === 36 ? a.cost.total.reduce((sum, one) => sum + one, 0) / replicates : null,
      month < 36,
    ]),
  };
  return {
    sentence: `All six lessons reach 80% of teachers by May of year 3 in ${percent(probability)} of worlds (95% interval ${percent(low)} to ${percent(high)}, ${replicates} replicates in kept worlds).`,
    notes: [
      "Each replicate draws a world of its own from the kept worlds.",
      "Eight replicates cannot tell a chance of 10% from one of 30%.",
    ],
    figures: [
      {
        name: "adoption-fan",
        title: "Adoption by month",
        draw: (charts, options) => charts.adoptionFan(charts.fanData(a, b), options),
      },
      {
        name: "tier-gap",
        title: "Who is left behind",
        draw: (charts, options) => charts.tierGap(charts.tierGapData(a), options),
      },
    ],
    tables: [table],
    data: { target: targetProbability(a) },
    checksums: [...a.checksums, ...b.checksums],
  };
}
