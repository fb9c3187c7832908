import { type EvaluationJob, placeInWhole, type Statistic } from "@uptake/study/evaluate";
import { keptOutcomes } from "./kept-outcomes.ts";

/** Says which outcomes of a job's runs are kept, and where each stands among the numbers of a run. */
export interface OutcomePlaces {
  readonly outcomes: readonly Statistic[];
  /** By plan, in the order of the outcomes; undefined where a run of the plan has no such number. */
  readonly offsets: readonly (readonly (number | undefined)[])[];
}

const beside = (statistics: number, place: number | undefined): number | undefined =>
  place === undefined ? undefined : statistics + place;

/** Finds the outcomes that are kept of a job's runs among the numbers of each. */
export function outcomePlaces(job: EvaluationJob): OutcomePlaces {
  const { plans, statistics, whole } = job;
  const outcomes = keptOutcomes(job);
  const column = new Map(statistics.map(({ series, month }, s) => [`${series} ${month}`, s]));
  const offsets = plans.map((plan) => {
    const inWhole = whole ? placeInWhole(plan, whole) : () => undefined;
    return outcomes.map((one) => column.get(`${one.series} ${one.month}`) ?? beside(statistics.length, inWhole(one)));
  });
  return { outcomes, offsets };
}
