import { type Draw, type Scenario, type UnknownSetting, unknownsOf } from "@uptake/model";
import {
  type DistrictSize,
  type SeriesSummary,
  type Summary,
  summarise,
  type TargetProbability,
  type TimeToTarget,
  timeToTarget,
} from "@uptake/study";
import { costPerAddedStudentYear, costPerAddedSustainedAdopter } from "@uptake/study/compare";
import { type AnyEnsemble, type AnyTotals, type Suspicion, summaryOfTotals, suspect } from "@uptake/study/ensemble";
import { type ForecastRecord, forecastRecord } from "@uptake/study/forecast";
import type { Bottlenecks, EasedSteps, FunnelAt } from "@uptake/study/funnel";
import { type Probability, type Ratio, unitsOf } from "@uptake/study/statistics";
import { targetStatistics } from "@uptake/study/target";
import type { Headline } from "./headline.ts";

/** Holds the ends of a 95% interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Holds a mean over replicates with its 95% interval, whose ends are null below two replicates. */
export type Estimate = Pick<Summary, "mean" | "low" | "high">;

/** Holds what `--json` prints of one ensemble: shares 0 … 1, indices 0 … horizon, null for no value. */
export interface Answer {
  readonly version: string;
  readonly seed: string;
  readonly replicates: number;
  /** Different worlds among the replicates: intervals take the world as the unit where these are fewer. */
  readonly worlds: number;
  /** How worlds were drawn: from the kept ones, from the priors, or all the fixed one. */
  readonly parameters: Draw;
  readonly scenario: Scenario;
  /** Settings that the scenario leaves unknown, with what they are drawn between. */
  readonly unknown: readonly UnknownSetting[];
  /** The district, or the sums over a system. */
  readonly district: Omit<DistrictSize, "id"> & { readonly id?: string };
  /** The districts of a system, where there are several. */
  readonly districts?: readonly DistrictSize[];
  readonly adoption: SeriesSummary & { readonly unit: string };
  readonly byTier: readonly (SeriesSummary & { readonly tier: string })[];
  readonly byBand: readonly (SeriesSummary & { readonly band: string })[];
  readonly byStage: readonly (SeriesSummary & { readonly stage: string })[];
  /** Adoption in whichever poverty third has least of it; null below three schools. */
  readonly worstTier: SeriesSummary | null;
  readonly gap: SeriesSummary | null;
  readonly label: SeriesSummary | null;
  readonly depth50: SeriesSummary | null;
  readonly schoolsAbove80: SeriesSummary | null;
  /** Share of schools in which more than half of the teachers use or own, and of schools in the programme. */
  readonly schoolsAdopting: SeriesSummary | null;
  readonly members: SeriesSummary | null;
  /** Adoption among the teachers of schools in the programme; null in months without any. */
  readonly adoptionMembers: SeriesSummary | null;
  /** The same of member schools that the plan founded, and of those that joined; null in months without any. */
  readonly adoptionFounded: SeriesSummary | null;
  readonly adoptionJoined: SeriesSummary | null;
  /**
   * Share of students who have had a teacher that uses the practice, and who have it in two teachers' classes (an
   * elementary student in the one class).
   */
  readonly studentsEver: SeriesSummary | null;
  readonly studentsTwice: SeriesSummary | null;
  /** Adoption weighted by students: the share of their teaching time given by teachers who use or own. */
  readonly adoptionByStudents: SeriesSummary | null;
  readonly students: readonly {
    readonly name: string;
    readonly unit: "student-years";
    readonly studentYears: Summary;
    readonly deep: Summary;
    readonly reached: Summary;
  }[];
  /** Coach hours with teachers, per teacher of each poverty third, over the run. */
  readonly coachHours: readonly (Estimate & { readonly tier: string; readonly unit: "hours per teacher" })[];
  readonly survey?: { readonly reported: SeriesSummary | null; readonly response: SeriesSummary | null };
  readonly target: TargetProbability;
  /** How far bands of the model have held on adoption series it had seen the first half of: what a chance is worth. */
  readonly forecasts: ForecastRecord;
  readonly shortfall: Summary;
  /** The same over the replicates that miss the target, counted in `replicates`. */
  readonly shortfallWhenMissed: Summary;
  readonly timeToTarget: { readonly unit: "months"; readonly momentary: WaitingTime; readonly held: WaitingTime };
  /** What the target is of two years after funding ends, and the share of replicates at the target's share then. */
  readonly sustained: Summary & { readonly month: number; readonly chance: Probability | null };
  readonly cost: {
    readonly unit: "$ of 2024";
    readonly total: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly p10: number | null;
    readonly p90: number | null;
    readonly byCategory: Readonly<Record<string, number | null>>;
    readonly byTier: Readonly<Record<string, number | null>>;
    readonly byCategoryInterval: Readonly<Record<string, Estimate>>;
    readonly byTierInterval: Readonly<Record<string, Estimate>>;
    readonly perAddedSustainedAdopter: number | null;
    readonly perAddedSustainedAdopterInterval: Interval | null;
    /** Says why there is no cost per adopter, where there is none. */
    readonly perAddedSustainedAdopterReason?: string;
    /** Cost of each added student-year with a deep teacher (depth .5 or more), against business as usual. */
    readonly perAddedStudentYear: number | null;
    readonly perAddedStudentYearInterval: Interval | null;
    readonly perAddedStudentYearReason?: string;
  };
  readonly suspect: Suspicion;
  /** The headline under three levels of effects and with effects in common, and what decides it; where those were run. */
  readonly headline?: Headline;
  /** Where schools and teachers are at the target's month, or at the end of a run that is shorter, and how they came there; where it was asked for. */
  readonly funnel?: FunnelAt;
  /** What each step on the way would add if it were half as hard; where those runs were made. */
  readonly bottleneck?: EasedSteps;
  readonly checksums: readonly string[];
}

/** Holds when replicates reached the target's share; median of Kaplan and Meier with its 95% interval, null where not reached. */
type WaitingTime = TimeToTarget & { readonly medianLow: number | null; readonly medianHigh: number | null };

/** Returns the same scenario without any lever: paired business as usual. */
export function withoutLevers(scenario: Scenario): Scenario {
  return { ...scenario, name: "Business as usual", strategy: "business-as-usual", levers: {} };
}

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

/** Leaves out of bottlenecks what an answer has of its own: the funnel, and checksums. */
function stepsOf({ funnel: _, failures: __, checksums: ___, ...steps }: Bottlenecks): EasedSteps {
  return steps;
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
  const adopter = baseline ? costPerAddedSustainedAdopter(ensemble, baseline) : nothing;
  const studentYear = baseline ? costPerAddedStudentYear(ensemble, baseline) : nothing;
  const units = unitsOf(ensemble.worlds);
  const over = (values: AnyTotals): Summary => summaryOfTotals(values, units);
  const estimate = (values: AnyTotals): Estimate => {
    const { mean, low, high } = over(values);
    return { mean, low, high };
  };
  const total = over(cost.total);
  const target = targetStatistics(ensemble);
  const waiting = (how: "momentary" | "held"): WaitingTime => {
    const { median, medianLow, medianHigh } = target[how];
    return { ...timeToTarget(ensemble, how), median, medianLow, medianHigh };
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
    target: target.chance,
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
