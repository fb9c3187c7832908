import type { Scenario } from "@uptake/model";
import {
  costPerAddedSustainedAdopter,
  type Ensemble,
  type Ratio,
  summarise,
  summary,
  suspect,
  sustainedAdoption,
  sustainedMonth,
  shortfall,
  targetProbability,
  timeToTarget,
} from "@uptake/study";

/** Returns the same scenario without any lever: paired business as usual. */
export function withoutLevers(scenario: Scenario): Scenario {
  return { ...scenario, name: "Business as usual", strategy: "business-as-usual", levers: {} };
}

/** Tells whether cost per added adopter needs a run of business as usual. */
export function needsBaseline({ levers, horizon }: Scenario): boolean {
  return Object.keys(levers).length > 0 && horizon >= sustainedMonth;
}

function perAdopter(ensemble: Ensemble, baseline: Ensemble | undefined): Ratio {
  if (baseline) return costPerAddedSustainedAdopter(ensemble, baseline);
  const none = Object.keys(ensemble.scenario.levers).length === 0;
  const reason = none ? "this is business as usual: nothing is added to it" : `the horizon is under ${sustainedMonth} months`;
  return { value: null, reason, replicates: ensemble.replicates };
}

const means = (map: ReadonlyMap<string, Float64Array>): Record<string, number | null> =>
  Object.fromEntries([...map].map(([name, values]) => [name, summary(values).mean]));

/** Writes an ensemble as the object that `--json` prints: plain data, units stated, shares 0 … 1, null for no value. */
export function answerOf(ensemble: Ensemble, baseline: Ensemble | undefined) {
  const { version, seed, replicates, parameters, scenario, districts, cost } = ensemble;
  const series = (name: string) => (ensemble.series.has(name) ? summarise(ensemble, name) : null);
  const groups = (prefix: string) => [...ensemble.series.keys()].filter((name) => name.startsWith(prefix));
  const ratio = perAdopter(ensemble, baseline);
  const total = summary(cost.total);
  const sum = (of: "schools" | "teachers" | "students"): number => districts.reduce((all, one) => all + one[of], 0);
  const [only] = districts;
  return {
    version,
    seed,
    replicates,
    parameters,
    scenario,
    district: {
      ...(districts.length === 1 && only ? { id: only.id, name: only.name } : { name: `${districts.length} districts` }),
      schools: sum("schools"),
      teachers: sum("teachers"),
      students: sum("students"),
    },
    ...(districts.length > 1 ? { districts } : {}),
    adoption: { unit: "share of teachers", ...summarise(ensemble, "adoption") },
    byTier: groups("tier.").map((name) => ({ tier: name.slice("tier.".length), ...summarise(ensemble, name) })),
    byBand: groups("band.").map((name) => ({ band: name.slice("band.".length), ...summarise(ensemble, name) })),
    byStage: groups("stage.").map((name) => ({ stage: name.slice("stage.".length), ...summarise(ensemble, name) })),
    gap: series("gap"),
    label: series("label"),
    depth50: series("depth50"),
    schoolsAbove80: series("schoolsAbove80"),
    students: ensemble.students.map(({ name, studentYears, deep, reached }) => ({
      name,
      unit: "student-years",
      studentYears: summary(studentYears),
      deep: summary(deep),
      reached: summary(reached),
    })),
    ...(ensemble.series.has("survey.reported") ? { survey: { reported: series("survey.reported"), response: series("survey.response") } } : {}),
    target: targetProbability(ensemble),
    shortfall: shortfall(ensemble),
    timeToTarget: { unit: "months", momentary: timeToTarget(ensemble, "momentary"), held: timeToTarget(ensemble, "held") },
    sustained: { month: sustainedMonth, ...sustainedAdoption(ensemble) },
    cost: {
      unit: "$ of 2024",
      total: total.mean,
      low: total.low,
      high: total.high,
      p10: total.p10,
      p90: total.p90,
      byCategory: means(cost.byCategory),
      byTier: means(cost.byTier),
      perAddedSustainedAdopter: ratio.value,
      perAddedSustainedAdopterInterval: ratio.value === null ? null : { low: ratio.low, high: ratio.high },
      ...(ratio.value === null ? { perAddedSustainedAdopterReason: ratio.reason } : {}),
    },
    suspect: suspect(ensemble),
    checksums: ensemble.checksums,
  };
}

/** Holds what `--json` prints of one ensemble. */
export type Answer = ReturnType<typeof answerOf>;
