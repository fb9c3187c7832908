import type { Plan } from "@uptake/model";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { layoutOf } from "../ensemble/layout.ts";
import { RunColumns } from "../ensemble/run-columns.ts";
import { worldsOf } from "../statistics/worlds-of.ts";
import { allFailed } from "./all-failed.ts";
import type {
  Evaluation,
  EvaluationJob,
  EvaluationResults,
  Failed,
  Outcome,
  Statistic,
  WholeRun,
} from "./evaluation.ts";

/** Tells which run failed, and why: plan and replicate by number. */
export interface FailedRun extends Failed {
  /** Place of the plan, from 0. */
  readonly plan: number;
  /** Number of the replicate. */
  readonly replicate: number;
}

/** Says how the runs of plans are read whole. */
export function wholeRun(plans: readonly Plan[], funnel: boolean): WholeRun {
  return { funnel, width: Math.max(...plans.map((plan) => layoutOf(plan, funnel).width)) };
}

/** Says how the plans of {@link WholeRuns} are read. */
export interface WholeRunsOptions {
  readonly seed: string;
  /** Of how many plans, from the first on, the funnel of each run is kept too (default 0). */
  readonly funnels?: number;
  /** Statistics kept of each run beside it: the last of each job (default none). */
  readonly beside?: readonly Statistic[];
}

/** Holds what is kept of the runs of a plan, by the place of their replicate. */
interface PlanRuns {
  readonly plan: Plan;
  readonly width: number;
  readonly columns: RunColumns;
  readonly beside: Float64Array[];
  /** Undefined where a run failed, or is yet to come. */
  readonly checksums: (string | undefined)[];
}

/** Collects the whole runs of plans from jobs of which each plan has every replicate, in the same worlds and luck. */
export class WholeRuns {
  readonly #seed: string;
  readonly #beside: readonly Statistic[];
  readonly #plans: readonly PlanRuns[];
  /** Places of replicates by number, in the order in which they were asked for. */
  readonly #places = new Map<number, number>();
  /** Runs that failed, in the order in which jobs ended. */
  readonly failures: FailedRun[] = [];

  constructor(plans: readonly Plan[], { seed, funnels = 0, beside = [] }: WholeRunsOptions) {
    this.#beside = beside;
    this.#seed = seed;
    this.#plans = plans.map((plan, p) => {
      const layout = layoutOf(plan, p < funnels);
      return { plan, width: layout.width, columns: new RunColumns(plan, layout), beside: [], checksums: [] };
    });
  }

  /**
   * Opens places for the runs of a job that is read whole, whose plans are those of the collection, and returns what keeps
   * each of them as it comes, in whatever order.
   */
  open(job: EvaluationJob): (evaluation: number, outcome: Outcome) => void {
    const { evaluations, statistics } = job;
    for (const { replicate } of evaluations)
      if (!this.#places.has(replicate)) this.#places.set(replicate, this.#places.size);
    for (const { columns } of this.#plans) columns.reserve(this.#places.size);
    const from = statistics.length;
    return (evaluation, outcome) => {
      if (!("values" in outcome)) return;
      const { plan, replicate } = evaluations[evaluation] as Evaluation;
      const place = this.#places.get(replicate) as number;
      const { width, columns, beside, checksums } = this.#plans[plan] as PlanRuns;
      columns.keep(place, outcome.values.subarray(from, from + width));
      beside[place] = outcome.values.slice(from - this.#beside.length, from);
      checksums[place] = outcome.checksum;
    };
  }

  /** Adds the failures of a job, when it is over. */
  fail({ evaluations }: EvaluationJob, failures: EvaluationResults["failures"]): void {
    for (const { evaluation, stage, cause } of failures) {
      const { plan, replicate } = evaluations[evaluation] as Evaluation;
      this.failures.push({ plan, replicate, stage, cause });
    }
  }

  /** Numbers of the replicates in which every plan has its run. */
  get numbers(): number[] {
    return this.#whole().map(([replicate]) => replicate);
  }

  /** Checksums of all runs: replicate by replicate, plan by plan; empty where one failed. */
  get checksums(): string[] {
    return [...this.#places.values()].flatMap((place) => this.#plans.map(({ checksums }) => checksums[place] ?? ""));
  }

  /** Returns a statistic that is kept beside the runs of a plan, one number a replicate of {@link numbers}. */
  statistic(plan: number, series: string, month: number): number[] {
    const s = this.#beside.findIndex((one) => one.series === series && one.month === month);
    return this.#whole().map(([, place]) => this.#plans[plan]?.beside[place]?.[s] ?? Number.NaN);
  }

  /**
   * Makes an ensemble of each plan, of the replicates in which every plan has its run: those of `ensembles`, bit for bit,
   * where none failed. They hold what is kept here, not a copy of it.
   *
   * @throws InputError when there is no such replicate.
   */
  ensembles(): Ensemble[] {
    const whole = this.#whole();
    const numbers = whole.map(([replicate]) => replicate);
    const places = whole.map(([, place]) => place);
    const [first] = numbers;
    if (first === undefined) throw allFailed(this.failures);
    const rows = places.length === this.#places.size ? places.length : places;
    return this.#plans.map(({ plan, columns, checksums }) =>
      columns.ensemble(rows, {
        seed: this.#seed,
        first,
        replicates: numbers.length,
        worlds: worldsOf(this.#seed, numbers, plan.scenario.parameters),
        checksums: places.map((place) => checksums[place] as string),
      }),
    );
  }

  /** Lists the replicates in which every plan has its run, each with its place. */
  #whole(): (readonly [replicate: number, place: number])[] {
    return [...this.#places].filter(([, place]) =>
      this.#plans.every(({ checksums }) => checksums[place] !== undefined),
    );
  }
}
