import { InputError, type Plan } from "@uptake/model";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { ensembleOfRows } from "../ensemble/ensemble-of-rows.ts";
import { type Layout, layoutOf } from "../ensemble/layout.ts";
import { worldsOf } from "../statistics/worlds-of.ts";
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
  readonly plan: number;
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

/** Holds a replicate: the row, the statistics beside it and the checksum of each plan's run; no row where it failed. */
interface Kept {
  readonly rows: (Float64Array | undefined)[];
  readonly beside: Float64Array[];
  readonly checksums: string[];
}

/** Collects the whole runs of plans from jobs of which each plan has every replicate, in the same worlds and luck. */
export class WholeRuns {
  readonly #plans: readonly Plan[];
  readonly #seed: string;
  readonly #layouts: readonly Layout[];
  readonly #beside: readonly Statistic[];
  readonly #replicates = new Map<number, Kept>();
  readonly failures: FailedRun[] = [];

  constructor(plans: readonly Plan[], { seed, funnels = 0, beside = [] }: WholeRunsOptions) {
    this.#plans = plans;
    this.#beside = beside;
    this.#seed = seed;
    this.#layouts = plans.map((plan, p) => layoutOf(plan, p < funnels));
  }

  /**
   * Opens places for the runs of a job that is read whole, whose plans are those of the collection, and returns what keeps
   * each of them as it comes, in whatever order.
   */
  open(job: EvaluationJob): (evaluation: number, outcome: Outcome) => void {
    const { evaluations, statistics } = job;
    for (const { replicate } of evaluations)
      if (!this.#replicates.has(replicate)) this.#replicates.set(replicate, { rows: [], beside: [], checksums: [] });
    const from = statistics.length;
    return (evaluation, outcome) => {
      if (!("values" in outcome)) return;
      const { plan, replicate } = evaluations[evaluation] as Evaluation;
      const kept = this.#replicates.get(replicate) as Kept;
      kept.rows[plan] = outcome.values.slice(from, from + (this.#layouts[plan] as Layout).width);
      kept.beside[plan] = outcome.values.slice(from - this.#beside.length, from);
      kept.checksums[plan] = outcome.checksum;
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
    const whole = [...this.#replicates].filter(([, { rows }]) => this.#plans.every((_, p) => rows[p] !== undefined));
    return whole.map(([replicate]) => replicate);
  }

  /** Checksums of all runs: replicate by replicate, plan by plan; empty where one failed. */
  get checksums(): string[] {
    return [...this.#replicates.values()].flatMap(({ checksums }) => this.#plans.map((_, p) => checksums[p] ?? ""));
  }

  /** Returns a statistic that is kept beside the runs of a plan, one number a replicate of {@link numbers}. */
  statistic(plan: number, series: string, month: number): number[] {
    const s = this.#beside.findIndex((one) => one.series === series && one.month === month);
    return this.numbers.map((replicate) => this.#replicates.get(replicate)?.beside[plan]?.[s] ?? Number.NaN);
  }

  /**
   * Makes an ensemble of each plan, of the replicates in which every plan has its run: those of `ensembles`, bit for bit,
   * where none failed.
   *
   * @throws InputError when there is no such replicate.
   */
  ensembles(): Ensemble[] {
    const { numbers } = this;
    const [first] = numbers;
    if (first === undefined) {
      const message = `every run failed, the first because ${this.failures[0]?.cause}`;
      throw new InputError([{ code: "all-failed", path: "", message }]);
    }
    const kept = numbers.map((replicate) => this.#replicates.get(replicate) as Kept);
    return this.#plans.map((plan, p) =>
      ensembleOfRows(plan, this.#layouts[p] as Layout, {
        seed: this.#seed,
        first,
        replicates: numbers.length,
        worlds: worldsOf(this.#seed, numbers, plan.scenario.parameters),
        rows: kept.map(({ rows }) => rows[p] as Float64Array),
        checksums: kept.map(({ checksums }) => checksums[p] as string),
      }),
    );
  }
}
