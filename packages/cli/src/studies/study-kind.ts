import type { Figure } from "@uptake/charts";
import type { Scenario } from "@uptake/model";
import type { Evaluate, Signal } from "@uptake/study/evaluate";
import type { RunsBeyond } from "@uptake/study/receipt";
import type { z } from "zod";
import type { AnswerTable } from "../tables/table.ts";

/** Names what draws figures: the package of charts, which takes long to load and only results that are written wait for. */
export type Charts = typeof import("@uptake/charts");

/** Holds a figure of an answer. */
export interface AnswerFigure {
  /** Name, as in `curve-spending`, which becomes the file's: what of it is no letter, digit or hyphen of ASCII goes. */
  readonly name: string;
  readonly title: string;
  /** Draws it, width in pixels given. */
  readonly draw: (charts: Charts, options: { readonly document: Document; readonly width: number }) => Figure;
}

/** Names a plan that a study is about. */
export interface NamedPlan {
  readonly name: string;
  readonly scenario: Scenario;
}

/** Holds a scenario that is written beside a result, so that it can be run by itself. */
export interface WrittenScenario {
  /** What names of its files begin with, as in `a-`; empty for the only one. */
  readonly prefix: string;
  readonly scenario: Scenario;
  readonly replicates: number;
}

/** Holds what a study found. */
export interface StudyAnswer {
  /** The answer, in a sentence or two a funder could read out: with interval, replicates and kind of worlds. */
  readonly sentence: string;
  /** What the answer rests on and what it cannot tell, a sentence each. */
  readonly notes: readonly string[];
  readonly figures: readonly AnswerFigure[];
  readonly tables: readonly AnswerTable[];
  /** The plans compared, where they are others than the study's scenario. */
  readonly plans?: readonly NamedPlan[];
  /** What a terminal shows, in place of the sentence, the first table and the notes. */
  readonly text?: string;
  /** Scenarios written beside the result (default none). */
  readonly scenarios?: readonly WrittenScenario[];
  /** The whole result, serialisable: what `--json` prints and `answer.json` holds. */
  readonly data: unknown;
  /** Checksums of every run, in the order of the study: what a receipt's hash is taken of. */
  readonly checksums: readonly string[];
  /** How many more runs there are where some checksums stand for several (default none). */
  readonly beyond?: RunsBeyond | undefined;
}

/** Gives a study what it may use. */
export interface StudyContext {
  /** Makes runs, in workers where there are some; resumes what an interrupted study has finished. */
  readonly evaluate: Evaluate;
  /** Tells which stage has done how many runs of how many. */
  readonly progress: (stage: string, done: number, total: number) => void;
  /** Says something to the person who waits, on stderr: how long it will take, say. */
  readonly say: (text: string) => void;
  readonly signal: Signal;
  readonly seed: string;
}

/** Describes a kind of study: what its file holds, and how it is run. */
export interface StudyKind<Input = unknown> {
  /** Name, the value of `kind` in a study file. */
  readonly kind: string;
  readonly doc: string;
  /** Checks the fields of the file beside `kind`, `name`, `seed` and `scenario`; strict, with size limits. */
  readonly schema: z.ZodType<Input>;
  /**
   * Names fields that may hold the name of a file beside the study, and how its text, that of a table in Parquet as comma-separated values, becomes what stands there, before
   * the schema checks it: so the study, and its receipt, hold what was read. @throws InputError with lines and columns.
   */
  readonly files?: Readonly<Record<string, (text: string) => unknown>>;
  /**
   * Says why later runs depend on what earlier ones give, and what can be done instead, where they do: such a study cannot
   * be shared out among machines before it is run; undefined where all its runs are known beforehand. A kind that does not
   * say is tried out.
   */
  adapts?(input: Input, scenario: Scenario): string | undefined;
  /** Runs it. `scenario` is the checked and completed scenario of the file. @throws InputError for what only running shows. */
  run(input: Input, scenario: Scenario, context: StudyContext): Promise<StudyAnswer>;
}
