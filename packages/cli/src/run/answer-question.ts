import { resolve } from "node:path";
import { InputError, type Issue } from "@uptake/model";
import type { Evaluate } from "@uptake/study/evaluate";
import { describeSystemError } from "../host/describe-system-error.ts";
import { BadInput, type Fault } from "../host/fault.ts";
import { FolderInUse, lockFolder } from "../host/folder-lock.ts";
import type { Host } from "../host/host.ts";
import { Interrupted } from "../host/interrupted.ts";
import type { PlacedChange } from "../input/placed-change.ts";
import { describeAnswer } from "../output/describe-answer.ts";
import { takenFolder } from "../output/taken-folder.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { nextLines, ownCommand } from "../words/shell-quoted.ts";
import { pagesLine } from "./pages-link.ts";
import { runStudy, type StudyResult } from "./run-study.ts";
import { type StudyJournal, studyJournal } from "./study-journal.ts";

/** Holds a question that was checked, wherever it came from: a study file, or options. */
export interface Question {
  readonly study: CompleteStudy;
  /** Says where what only running shows is wrong stands: in a file, or in which option. */
  readonly locate: (issue: Issue) => Fault;
  /** What was changed in files of an older version. */
  readonly changes: readonly PlacedChange[];
}

/** Says how a question is answered and where the answer goes. */
export interface AnswerOptions {
  readonly kinds: Kinds;
  /** Folder that results are written to; nothing is written unless it is given. */
  readonly folder: string | undefined;
  /** Whether a user named the folder, so that it may hold the result of another study. */
  readonly named: boolean;
  readonly threads: number | undefined;
  /** Whether the answer is printed as one JSON object. */
  readonly json: boolean;
  /** Takes runs from where they are finished already; no journal of them is kept then (default: all are made here). */
  readonly finished?: (make: Evaluate) => Evaluate;
  /** Commands that may be run next, as lists of words after the program's name (default none). */
  readonly next?: readonly (readonly string[])[];
  /** Address of the pages, which the link of the plan begins with (default none: a query). */
  readonly pages?: string | undefined;
}

const noneKept = "Runs were folded as they came, and none of those is kept: the same command makes them again.";

/** Returns what a person who stopped is told: what is kept, and how to go on. */
function stoppedMessage(folder: string | undefined, journal: StudyJournal | undefined, folding: boolean): string {
  if (folding) return `Stopped. ${noneKept}`;
  if (folder === undefined) return "Stopped. Nothing is kept; with --out FOLDER what is finished would be.";
  return journal?.begun() ? `Stopped. ${journal.describe()}` : "Stopped before any run was finished; nothing is kept.";
}

/** Loads what draws figures and writes results, which takes as long to load as all the rest. */
async function loadWriting(): Promise<void> {
  const { figureDrawer } = await import("../report/svg.ts");
  await Promise.all([figureDrawer(), import("../output/study-results.ts")]);
}

/** Makes the runs; what only they show is wrong is found where the question stands. */
async function run(
  host: Host,
  { study, locate }: Question,
  { kinds, threads, folder, finished }: AnswerOptions,
  journal: StudyJournal | undefined,
): Promise<StudyResult> {
  try {
    return await runStudy(study, host, {
      kinds,
      ...(journal === undefined ? {} : { journal }),
      ...(threads === undefined ? {} : { threads }),
      ...(finished === undefined ? {} : { finished }),
      ...(folder === undefined ? {} : { meanwhile: loadWriting }),
    });
  } catch (error) {
    if (error instanceof Interrupted && finished)
      throw new Interrupted("Stopped. Nothing was written; what is finished stays where it is.");
    if (error instanceof Interrupted) throw new Interrupted(stoppedMessage(folder, journal, error.folding));
    throw error instanceof InputError ? new BadInput(error.issues.map(locate)) : error;
  }
}

/** Adds what was changed in older files to what a program reads; results on disk are those of the files in today's form. */
function withChanges(data: unknown, changes: readonly PlacedChange[]): unknown {
  return changes.length === 0 ? data : { ...(data as object), upgraded: changes };
}

/** Adds to what the system refused what is kept of the runs. */
function withKept(error: unknown, journal: StudyJournal | undefined, folding: boolean): unknown {
  const kept = folding ? noneKept : (journal?.describe() ?? "");
  if (kept === "") return error;
  return new Error(`${describeSystemError(error)}\n${kept}`, { cause: error });
}

/**
 * Answers a question: makes its runs, writes the results at once, and says what came of it. What was finished when it is
 * stopped, or cannot be written, is kept in the folder for the same command to go on from. No other command writes to the
 * folder meanwhile.
 *
 * @throws BadInput with everything that only running shows is wrong; Interrupted when a person stops it.
 */
export async function answerQuestion(host: Host, question: Question, options: AnswerOptions): Promise<void> {
  const { folder, named } = options;
  if (folder === undefined) return answerIn(host, question, options);
  const taken = named ? await takenFolder(host, folder, question.study) : [];
  if (taken.length > 0) throw new BadInput(taken);
  const unlock = lockedFolder(host, folder);
  try {
    await answerIn(host, question, options);
  } finally {
    unlock();
  }
}

/** Locks the folder of results; refuses one that another command writes to. */
function lockedFolder(host: Host, folder: string): () => void {
  try {
    return lockFolder(resolve(host.cwd, folder));
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    throw new BadInput([{ code: "in-use", path: "--out", message: `“${folder}” ${error.message}`, value: folder }]);
  }
}

/** Answers a question in a folder that nobody else writes to, or without one. */
async function answerIn(host: Host, question: Question, options: AnswerOptions): Promise<void> {
  const { folder, named, json, next = [], pages } = options;
  const journal =
    folder === undefined || options.finished ? undefined : await studyJournal(host, folder, question.study);
  const { study, answer, folding } = await run(host, question, options, journal);
  const link = json ? "" : pagesLine(study, answer, pages);
  const ways = nextLines(next.map((argv) => ownCommand(host, ...argv)));
  const say = (files: string): void =>
    host.out(
      json
        ? `${JSON.stringify(withChanges(answer.data, question.changes))}\n`
        : `${describeAnswer(study, answer)}${files}`,
    );
  if (folder === undefined) {
    const more = `${link}${ways}`;
    say(more === "" ? "" : `\n${more}`);
    return;
  }
  try {
    // Whoever else put a result there while this ran, as by copying, keeps the place.
    const [meanwhile] = named ? await takenFolder(host, folder, question.study) : [];
    if (meanwhile !== undefined) throw new Error(`nothing was written: ${meanwhile.message}`);
    // An answer without files need not wait for what these load.
    const { writeResults } = await import("../output/study-results.ts");
    const files = await writeResults(host, folder, study, answer);
    await journal?.end();
    say(`\n${link}Files: ${files.join(", ")} in ${folder}\n${ways}`);
  } catch (error) {
    // The answer itself is not lost with the files.
    say("");
    throw withKept(error, journal, folding && journal !== undefined);
  }
}
