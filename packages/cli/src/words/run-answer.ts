import { type Scenario, unknownsOf } from "@uptake/model";
import { type SeriesSummary, type Summary, summarise, targetProbability, timeToTarget } from "@uptake/study";
import { costPerAddedStudentYear, costPerAddedSustainedAdopter, withoutLevers } from "@uptake/study/compare";
import { type AnyEnsemble, type AnyTotals, keptOf, summaryOfTotals, suspect } from "@uptake/study/ensemble";
import { forecastRecord } from "@uptake/study/forecast";
import type { Bottlenecks, FunnelAt } from "@uptake/study/funnel";
import { type Ratio, unitsOf } from "@uptake/study/statistics";
import { targetStatistics } from "@uptake/study/target";
import type { Answer, Estimate, Interval, StandingSteps, WaitingTime } from "./answer.ts";
import type { Headline } from "./headline.ts";

export { withoutLevers };

/** Tells whether what is added, and what that costs, needs a run of business as usual. */
export function needsBaseline({ levers }: Scenario): boolean {
  return Object.keys(levers).length > 0;
}

/** Returns what the target is of, by month, as {@link targetSeries} names it. */
export function targetSummary({ target: { of }, adoption, ...answer }: Answer): SeriesSummary {
  const { studentsTwice, depth50, label, schoolsAdopting } = answer;
  const found = {
    teachers: adoption,
    students: studentsTwice,
    deep: depth50,
    "sign-ups": label,
    schools: schoolsAdopting,
  };
  // Every run has each of these.
  return found[of] as SeriesSummary;
}

const each = <T>(map: ReadonlyMap<string, AnyTotals>, of: (values: AnyTotals) => T): Record<string, T> =>
  Object.fromEntries([...map].map(([name, values]) => [name, of(values)]));

const range = (ratio: Ratio): Interval | null => (ratio.value === null ? null : { low: ratio.low, high: ratio.high });

/** Leaves out of bottlenecks what an answer has of its own: checksums, and all of the funnel but who stands at each step. */
function stepsOf({ funnel: { standings }, failures: _, checksums: __, ...steps }: Bottlenecks): StandingSteps {
  return { ...steps, standings };
}

/** Holds what an answer tells beside its ensemble, where it is known. */
export interface AnswerParts {
  /** Business as usual in the same worlds and luck; none for itself. */
  readonly baseline?: AnyEnsemble | undefined;
  readonly headline?: Headline | undefined;
  readonly bottleneck?: Bottlenecks | undefined;
  /** Where people are at the target's month. */
  readonly funnel?: FunnelAt | undefined;
  /** Checksum of each run, of an ensemble that does not have them. */
  readonly checksums?: readonly string[];
}

/** Turns an ensemble into an answer. */
export function answerOf(ensemble: AnyEnsemble, parts: AnswerParts = {}): Answer {
  const { baseline, headline, bottleneck, funnel } = parts;
  const { version, seed, replicates, parameters, scenario, districts, cost } = ensemble;
  const series = (name: string) => (ensemble.series.has(name) ? summarise(ensemble, name) : null);
  const groups = (prefix: string) => [...ensemble.series.keys()].filter((name) => name.startsWith(prefix));
  const nothing: Ratio = { value: null, reason: "this is business as usual: nothing is added to it", replicates };
  // What is told run by run is told of the replicates of whose single runs numbers are kept.
  const single = keptOf(ensemble);
  const adopter = baseline ? costPerAddedSustainedAdopter(single, keptOf(baseline)) : nothing;
  const studentYear = baseline ? costPerAddedStudentYear(single, keptOf(baseline)) : nothing;
  const units = unitsOf(ensemble.worlds);
  const over = (values: AnyTotals): Summary => summaryOfTotals(values, units);
  const estimate = (values: AnyTotals): Estimate => {
    const { mean, low, high } = over(values);
    return { mean, low, high };
  };
  const total = over(cost.total);
  const target = targetStatistics(single);
  const waiting = (how: "momentary" | "held"): WaitingTime => {
    const { median, medianLow, medianHigh } = target[how];
    return { ...timeToTarget(single, how), median, medianLow, medianHigh };
  };
  const sum = (of: "schools" | "teachers" | "students"): number => districts.reduce((all, one) => all + one[of], 0);
  const [only] = districts;
  return {
    version,
    seed,
    replicates,
    worlds: ensemble.worlds.count,
    parameters,
    scenario,
    unknown: unknownsOf(scenario.levers),
    district: {
      ...(districts.length === 1 && only
        ? { id: only.id, name: only.name }
        : { name: `${districts.length} districts` }),
      schools: sum("schools"),
      teachers: sum("teachers"),
      students: sum("students"),
    },
    ...(districts.length > 1 ? { districts } : {}),
    adoption: { unit: "share of teachers", ...summarise(ensemble, "adoption") },
    byTier: groups("tier.").map((name) => ({ tier: name.slice("tier.".length), ...summarise(ensemble, name) })),
    byBand: groups("band.").map((name) => ({ band: name.slice("band.".length), ...summarise(ensemble, name) })),
    byStage: groups("stage.").map((name) => ({ stage: name.slice("stage.".length), ...summarise(ensemble, name) })),
    worstTier: series("worstTier"),
    gap: series("gap"),
    label: series("label"),
    depth50: series("depth50"),
    schoolsAbove80: series("schoolsAbove80"),
    schoolsAdopting: series("schoolsAdopting"),
    members: series("members"),
    adoptionMembers: series("adoptionMembers"),
    adoptionFounded: series("adoptionFounded"),
    adoptionJoined: series("adoptionJoined"),
    studentsEver: series("studentsEver"),
    studentsTwice: series("studentsTwice"),
    adoptionByStudents: series("students"),
    students: ensemble.students.map(({ name, studentYears, deep, reached }) => ({
      name,
      unit: "student-years",
      studentYears: over(studentYears),
      deep: over(deep),
      reached: over(reached),
    })),
    coachHours: [...ensemble.coachHours].map(([tier, hours]) => ({
      tier,
      unit: "hours per teacher",
      ...estimate(hours),
    })),
    ...(ensemble.series.has("survey.reported")
      ? { survey: { reported: series("survey.reported"), response: series("survey.response") } }
      : {}),
    target: single === ensemble ? target.chance : targetProbability(ensemble),
    forecasts: forecastRecord,
    shortfall: target.shortfall,
    shortfallWhenMissed: target.whenMissed,
    timeToTarget: { unit: "months", momentary: waiting("momentary"), held: waiting("held") },
    sustained: target.sustained,
    cost: {
      unit: "$ of 2024",
      total: total.mean,
      low: total.low,
      high: total.high,
      p10: total.p10,
      p90: total.p90,
      byCategory: each(cost.byCategory, (values) => over(values).mean),
      byTier: each(cost.byTier, (values) => over(values).mean),
      byCategoryInterval: each(cost.byCategory, estimate),
      byTierInterval: each(cost.byTier, estimate),
      perAddedSustainedAdopter: adopter.value,
      perAddedSustainedAdopterInterval: range(adopter),
      ...(adopter.value === null ? { perAddedSustainedAdopterReason: adopter.reason } : {}),
      perAddedStudentYear: studentYear.value,
      perAddedStudentYearInterval: range(studentYear),
      ...(studentYear.value === null ? { perAddedStudentYearReason: studentYear.reason } : {}),
    },
    suspect: suspect(ensemble),
    ...(headline ? { headline } : {}),
    ...(funnel ? { funnel } : {}),
    ...(bottleneck ? { bottleneck: stepsOf(bottleneck) } : {}),
    checksums: "checksums" in ensemble ? ensemble.checksums : (parts.checksums ?? []),
  };
}
