import { hashText, type Plan } from "@uptake/model";
import type { Evaluation, EvaluationJob, Outcome } from "./evaluation.ts";

/** Keeps lines of text: a file, say. */
export interface Journal {
  /** Returns the lines kept so far; the last may have been cut off. */
  read(): Iterable<string> | Promise<Iterable<string>>;
  /** Keeps more lines, none of which holds a line break. */
  append(lines: readonly string[]): void;
}

/** Holds a run that succeeded. */
export type Finished = Extract<Outcome, { readonly checksum: string }>;

const hash = (text: string): string => {
  const { w0, w1 } = hashText(text);
  return [w0, w1].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
};

const plans = new WeakMap<Plan, string>();

/** Fingerprints what a plan computes: its version and scenario, whatever that is called. */
function planPrint(plan: Plan): string {
  const { name: _, strategy: __, ...scenario } = plan.scenario;
  const print = plans.get(plan) ?? hash(JSON.stringify([plan.version, scenario]));
  plans.set(plan, print);
  return print;
}

/** Returns what names an evaluation of a job: the same text for the same numbers, in whatever job and order. */
export function evaluationKeys({ plans, seed, statistics }: EvaluationJob): (evaluation: Evaluation) => string {
  const setting = hash(JSON.stringify([seed, statistics.map(({ series, month }) => [series, month])]));
  return ({ plan, replicate, values }) => {
    const one = plans[plan];
    const held = values ? hash(JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))) : "";
    return `${setting}.${one ? planPrint(one) : "none"}.${replicate}.${held}`;
  };
}

/** Numbers that JSON has no way to write. */
const special: readonly number[] = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0];
const written = (x: number): number | string => (special.some((one) => Object.is(one, x)) ? nameOf(x) : x);
const nameOf = (x: number): string => (Object.is(x, -0) ? "-0" : String(x));

/** Writes a finished evaluation on one line. JSON gives every finite number back to the bit. */
export function journalLine(key: string, { values, checksum }: Finished): string {
  return JSON.stringify({ run: key, checksum, values: Array.from(values, written) });
}

/** Reads a line back; undefined where it is none, or was cut off. */
export function readJournalLine(line: string): readonly [key: string, finished: Finished] | undefined {
  try {
    const { run, checksum, values } = JSON.parse(line) as Record<string, unknown>;
    if (typeof run !== "string" || typeof checksum !== "string" || !Array.isArray(values)) return undefined;
    return [run, { checksum, values: Float64Array.from(values, Number) }];
  } catch {
    return undefined;
  }
}
