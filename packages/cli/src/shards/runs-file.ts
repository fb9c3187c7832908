import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { District, Plan, World } from "@uptake/model";
import type { Evaluation, EvaluationJob } from "@uptake/study/evaluate";
import { BadInput } from "../host/fault.ts";
import { readLines } from "../host/read-lines.ts";
import { readPacked, writePlan } from "./plan-text.ts";

/** Evaluations on one line at most. */
const onLine = 4_096;

/** Holds what a line says of a job: some of its evaluations, column by column. Plans are named by number. */
interface JobLine extends Pick<EvaluationJob, "seed" | "statistics" | "whole"> {
  readonly plans: readonly number[];
  readonly evaluations: {
    readonly plan: readonly number[];
    readonly replicate: readonly number[];
    /** Values in place of the world's own; none stands for those of the plan. */
    readonly values?: readonly (World | null)[];
    /** Districts in the place of the plan's, each once, and the number of each evaluation's; −1 stands for the plan's. */
    readonly districts?: readonly District[];
    readonly district?: readonly number[];
  };
}

/** Lists the districts of evaluations, each once, and which of them each has; nothing where none has one. */
function districtsOf(some: readonly Evaluation[]): Pick<JobLine["evaluations"], "districts" | "district"> {
  const numbers = new Map<District, number>();
  const district = some.map(({ district: one }) => {
    if (one === undefined) return -1;
    if (!numbers.has(one)) numbers.set(one, numbers.size);
    return numbers.get(one) as number;
  });
  return numbers.size === 0 ? {} : { districts: [...numbers.keys()], district };
}

/** Writes the runs of a study into a file, job by job, each plan once, and hashes what it writes. */
export class RunsWriter {
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash("sha256");
  readonly #plans = new Map<Plan, number>();
  #open = true;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(path: string): Promise<RunsWriter> {
    return new RunsWriter(await open(path, "w"));
  }

  async #line(text: string): Promise<void> {
    const line = `${text}\n`;
    this.#hash.update(line);
    await this.#file.appendFile(line);
  }

  /** Writes a plan unless it is written already, and returns its number. */
  async #number(plan: Plan): Promise<number> {
    const known = this.#plans.get(plan);
    if (known !== undefined) return known;
    const number = this.#plans.size;
    this.#plans.set(plan, number);
    await this.#line(`{"plan":${writePlan(plan)}}`);
    return number;
  }

  /** Writes a job. */
  async add({ plans, seed, statistics, whole, evaluations }: EvaluationJob): Promise<void> {
    const numbers: number[] = [];
    for (const plan of plans) numbers.push(await this.#number(plan));
    for (let from = 0; from < evaluations.length; from += onLine) {
      const some = evaluations.slice(from, from + onLine);
      const line: JobLine = {
        seed,
        statistics,
        ...(whole ? { whole } : {}),
        plans: numbers,
        evaluations: {
          plan: some.map(({ plan }) => plan),
          replicate: some.map(({ replicate }) => replicate),
          ...(some.some(({ values }) => values) ? { values: some.map(({ values }) => values ?? null) } : {}),
          ...districtsOf(some),
        },
      };
      await this.#line(JSON.stringify(line));
    }
  }

  /** Ends the file, which is on the disk then, and returns its hash. */
  async end(): Promise<string> {
    await this.#file.sync();
    await this.close();
    return this.#hash.digest("hex");
  }

  /** Lets the file go, as it is; once is enough. */
  async close(): Promise<void> {
    if (this.#open) await this.#file.close();
    this.#open = false;
  }
}

/** Hashes a file of runs; undefined where there is none. */
export async function hashOfRuns(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  return hash.digest("hex");
}

/** Refuses a file of runs that is not what the plan says, with what helps. */
function notAsPlanned(path: string, message: string): BadInput {
  const advice = `${message}; plan the study again into this folder, which harms no shard`;
  return new BadInput([{ file: path, code: "changed", path: "", message: advice }]);
}

/**
 * Reads a file of runs, some evaluations of a job at a time, in their order.
 *
 * @throws BadInput, before anything is read, where there is no file or it is not that of the hash.
 */
export async function* readRuns(path: string, expected: string): AsyncGenerator<EvaluationJob> {
  const found = await hashOfRuns(path);
  if (found === undefined) throw notAsPlanned(path, "is not there");
  if (found !== expected) throw notAsPlanned(path, "was changed since it was written");
  const known: Plan[] = [];
  for await (const text of readLines(path, Number.POSITIVE_INFINITY)) {
    const line = readPacked(text) as JobLine | { readonly plan: Plan };
    if ("plan" in line) {
      known.push(line.plan);
      continue;
    }
    const { plans, evaluations, ...rest } = line;
    const { plan, replicate, values, districts, district } = evaluations;
    const all = plan.map((one, i): Evaluation => {
      const own = values?.[i];
      const there = districts?.[district?.[i] ?? -1];
      return {
        plan: one,
        replicate: replicate[i] as number,
        ...(own ? { values: own } : {}),
        ...(there ? { district: there } : {}),
      };
    });
    yield { ...rest, plans: plans.map((number) => known[number] as Plan), evaluations: all };
  }
}
