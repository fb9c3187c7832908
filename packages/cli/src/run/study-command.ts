import { existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { InputError } from "@uptake/model";
import { BadInput, collect, describeFault, type Fault } from "../host/fault.ts";
import { type JournalOwner, removeJournal } from "../host/file-journal.ts";
import type { Host } from "../host/host.ts";
import { Interrupted } from "../host/interrupted.ts";
import { threadCount } from "../host/workers.ts";
import { howOften, type RawOptions } from "../input/options.ts";
import { describeAnswer } from "../output/describe-answer.ts";
import { journalName, otherResultIn, otherRunsIn } from "../output/other-study.ts";
import { writeResults } from "../output/study-results.ts";
import { checkFolder } from "../output/write-folder.ts";
import { studyExample } from "../studies/study-example.ts";
import { type ReadStudy, type Replaced, readStudy } from "../studies/study-file.ts";
import type { StudyKind } from "../studies/study-kind.ts";
import { runStudy, type StudyResult } from "./run-study.ts";

/** Says what a command that runs a study file was given. */
export interface StudyRequest {
  readonly kinds: readonly StudyKind[];
  /** Kind that the file must be of; any unless given. */
  readonly kind?: string;
  readonly file: string | undefined;
  readonly raw: RawOptions;
}

/** Returns the study file that is meant: the one named, or the shipped example of the kind. */
function fileOf(host: Host, { kind, file, raw }: StudyRequest, faults: Fault[]): string | undefined {
  const refuse = (code: string, path: string, message: string): undefined => void faults.push({ code, path, message });
  if (file !== undefined && raw.example)
    return refuse("conflict", "--example", "takes the place of a file; give one of them");
  if (file !== undefined) return file;
  if (!raw.example) return refuse("missing", "file", "is needed: a study file, or --example for the shipped one");
  const example = kind === undefined ? undefined : studyExample(kind);
  if (example === undefined) return refuse("missing-file", "--example", `there is no example of ${kind}`);
  return relative(host.cwd, example);
}

/** Lists the options, those at fault left out, that take the place of fields of the file. */
function replacedBy(raw: RawOptions, faults: Fault[]): Replaced {
  const found: Fault[] = [];
  const { seed, replicates } = howOften(raw, found);
  faults.push(...found);
  const given = [
    { field: "seed", option: "--seed", asked: raw.seed, value: seed },
    { field: "replicates", option: "--replicates", asked: raw.replicates, value: replicates },
    { field: "worlds", option: "--priors", asked: raw.priors, value: "priors" },
  ].filter(({ option, asked }) => asked !== undefined && !found.some(({ path }) => path === option));
  return new Map(given.map(({ field, option, value }) => [field, { option, value }]));
}

/** Refuses a study of another kind than the command's. */
function checkKind({ study, locate }: ReadStudy, file: string, kind: string | undefined): void {
  if (kind === undefined || study.kind === kind) return;
  const message = `this is no ${kind} study; run it with: uptake study ${file}`;
  throw new BadInput([locate({ code: "conflict", path: "kind", message, value: study.kind })]);
}

/** Says where results are written, and whose the runs kept there are. */
interface Place {
  readonly folder: string;
  readonly owner: JournalOwner;
}

/** Runs the study; what only running shows is wrong with it is found in its file. */
async function answerOf(
  host: Host,
  { study, locate }: ReadStudy,
  { folder, owner }: Place,
  threads: number | undefined,
  kinds: readonly StudyKind[],
): Promise<StudyResult> {
  const journal = { file: join(folder, journalName), owner };
  const stopped = `Stopped. What is finished is kept in ${folder}; run the same command again to go on from there.`;
  try {
    return await runStudy(study, host, {
      journal,
      stopped,
      kinds,
      ...(threads === undefined ? {} : { threads }),
    });
  } catch (error) {
    if (error instanceof Interrupted && !existsSync(resolve(host.cwd, journal.file)))
      throw new Interrupted("Stopped before a run was finished; there is nothing to keep.");
    throw error instanceof InputError ? new BadInput(error.issues.map(locate)) : error;
  }
}

/**
 * Runs a study file and writes its results into a folder. What was finished when it is stopped, or cannot be written,
 * is kept there for the same command to go on from.
 *
 * @throws BadInput with everything that is wrong, at once.
 */
export async function runStudyFile(host: Host, request: StudyRequest): Promise<void> {
  const { kinds, kind, raw } = request;
  const faults: Fault[] = [];
  const file = fileOf(host, request, faults);
  const folder = raw.out ?? join("out", basename(file ?? "").replace(/\.(ya?ml|json)$/i, ""));
  await checkFolder(host, folder, faults);
  const threads = await collect(faults, undefined, () => threadCount(raw.threads));
  const replaced = replacedBy(raw, faults);
  if (file === undefined) throw new BadInput(faults);
  const read = await collect(faults, undefined, async () => {
    const found = await readStudy(host, file, kinds, replaced);
    checkKind(found, file, kind);
    return found;
  });
  const { kind: of = "", name = "" } = read?.study ?? {};
  const owner = { kind: of, name, file: basename(file) };
  /** Says who else the folder belongs to; one that has the name of the file is for whatever the file says. */
  const takenBy = async (): Promise<string | undefined> =>
    otherRunsIn(host, folder, owner) ?? (raw.out === undefined ? undefined : await otherResultIn(host, folder, owner));
  const other = read && folder !== "" ? await takenBy() : undefined;
  if (other !== undefined) faults.push({ code: "other-study", path: "--out", message: other });
  if (!read || faults.length > 0) throw new BadInput(faults);
  for (const warning of read.warnings) host.err(`warning: ${describeFault(warning)}\n`);
  const { study, answer } = await answerOf(host, read, { folder, owner }, threads, kinds);
  const say = (files: string): void =>
    host.out(raw.json ? `${JSON.stringify(answer.data)}\n` : `${describeAnswer(study, answer)}${files}`);
  try {
    // Whoever else wrote there while this ran keeps the place.
    const meanwhile = await takenBy();
    if (meanwhile !== undefined) throw new Error(`nothing was written: ${meanwhile}`);
    const files = await writeResults(host, folder, study, answer);
    await removeJournal(host, join(folder, journalName), owner);
    say(`\nFiles: ${files.join(", ")} in ${folder}\n`);
  } catch (error) {
    // The answer itself is not lost with the files.
    say("");
    throw error;
  }
}
