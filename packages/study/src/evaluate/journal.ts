import type { District, Plan } from "@uptake/model";
import { platform } from "../workers/platform.ts";
import type { Evaluation, EvaluationJob, Outcome } from "./evaluation.ts";
import { fingerprint } from "./fingerprint.ts";

/** Keeps lines of text: a file, say. */
export interface Journal {
  /** Says whose lines these are, and of which build of the program: a line of another journal is not taken (default none). */
  readonly key?: string;
  /** Returns the lines kept so far; any may have been cut off, or changed. */
  read(): Iterable<string> | AsyncIterable<string>;
  /** Returns a line that {@link read} gave once more, by its place among all of these; without it long lines are kept in memory. */
  readAgain?(place: number): string;
  /** Keeps more lines, none of which holds a line break. */
  append(lines: readonly string[]): void;
  /** Hears how many lines are not as they were written, and are left out: their runs are made again. */
  leftOut?(lines: number): void;
}

/** Holds a run that succeeded. */
export type Finished = Extract<Outcome, { readonly checksum: string }>;

const plans = new WeakMap<Plan, string>();

/** Fingerprints what a plan computes: its version and scenario, whatever that is called. */
function planPrint(plan: Plan): string {
  const { name: _, strategy: __, ...scenario } = plan.scenario;
  const print = plans.get(plan) ?? fingerprint(JSON.stringify([plan.version, scenario]));
  plans.set(plan, print);
  return print;
}

const districts = new WeakMap<District, string>();

/** Fingerprints a district, which evaluations of many replicates share. */
function districtPrint(district: District): string {
  const print = districts.get(district) ?? fingerprint(JSON.stringify(district));
  districts.set(district, print);
  return print;
}

/** Returns what names an evaluation of a job: the same text for the same numbers, in whatever job and order. */
export function evaluationKeys({ plans, seed, statistics, whole }: EvaluationJob): (evaluation: Evaluation) => string {
  const read = statistics.map(({ series, month }) => [series, month]);
  const setting = fingerprint(JSON.stringify(whole ? [seed, read, whole.funnel, whole.width] : [seed, read]));
  return ({ plan, replicate, values, district }) => {
    const one = plans[plan];
    const held = values ? fingerprint(JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))) : "";
    const there = district ? `.${districtPrint(district)}` : "";
    return `${setting}.${one ? planPrint(one) : "none"}.${replicate}.${held}${there}`;
  };
}

/** Numbers that JSON has no way to write. */
const special: readonly number[] = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0];
const written = (x: number): number | string => (special.some((one) => Object.is(one, x)) ? nameOf(x) : x);
const nameOf = (x: number): string => (Object.is(x, -0) ? "-0" : String(x));

/** Bytes made into text at once: more would be too many arguments. */
const bytesAtOnce = 0x8000;

/** Writes numbers as base64 of their bytes: a whole run has thousands, which as decimals would take longer than the run. */
function packed(values: Float64Array): string {
  const { buffer } = values.slice();
  if (platform.Buffer) return platform.Buffer.from(buffer).toString("base64");
  const bytes = new Uint8Array(buffer);
  let text = "";
  for (let i = 0; i < bytes.length; i += bytesAtOnce)
    text += String.fromCharCode(...bytes.subarray(i, i + bytesAtOnce));
  return platform.btoa(text);
}

/** Reads numbers back that {@link packed} wrote. @throws where the text is cut off. */
function unpacked(text: string): Float64Array {
  const bytes = platform.atob(text);
  return new Float64Array(Uint8Array.from(bytes, (one) => one.charCodeAt(0)).buffer);
}

/** Returns the check of a line: of all that it says and of the journal's key, so that a line that was changed shows. */
const checkOf = (key: string, line: object): string => fingerprint(JSON.stringify([key, line]));

/**
 * Writes a finished evaluation on one line: the first `statistics` of its numbers as JSON, which gives every finite number
 * back to the bit, and a whole run after them packed. Last comes a check of the line with the `key` of its journal.
 */
export function journalLine(
  run: string,
  { values, checksum }: Finished,
  statistics: number = values.length,
  key: string = "",
): string {
  const first = { run, checksum, values: Array.from(values.subarray(0, statistics), written) };
  const line = statistics < values.length ? { ...first, whole: packed(values.subarray(statistics)) } : first;
  return JSON.stringify({ ...line, check: checkOf(key, line) });
}

/** Reads a line back; undefined where it is none, was cut off or changed, or is of a journal with another key. */
export function readJournalLine(
  text: string,
  key: string = "",
): readonly [run: string, finished: Finished] | undefined {
  try {
    const { check, ...line } = JSON.parse(text) as Record<string, unknown>;
    if (check !== checkOf(key, line)) return undefined;
    const { run, checksum, values, whole = "" } = line;
    if (typeof run !== "string" || typeof checksum !== "string" || !Array.isArray(values)) return undefined;
    if (typeof whole !== "string") return undefined;
    const row = unpacked(whole);
    const all = new Float64Array(values.length + row.length);
    all.set(values.map(Number));
    all.set(row, values.length);
    return [run, { checksum, values: all }];
  } catch {
    return undefined;
  }
}
