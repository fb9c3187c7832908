import { basename, join, relative } from "node:path";
import { BadInput, collect, describeFault, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import type { FieldsFile } from "../input/fields-file.ts";
import { type RawOptions, threadCount } from "../input/options.ts";
import { pagesAddress } from "../input/pages-address.ts";
import { tellChanges } from "../input/placed-change.ts";
import { checkFolder } from "../output/write-folder.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { studyExample } from "../studies/study-example.ts";
import { type ReadStudy, readStudy } from "../studies/study-file.ts";
import { namedCommand } from "../words/shell-quoted.ts";
import { answerQuestion } from "./answer-question.ts";
import { replacedBy } from "./replaced-fields.ts";

/** Says what a command that runs a study file was given. */
export interface StudyRequest {
  readonly kinds: Kinds;
  /** Kind that the file must be of; any unless given. */
  readonly kind?: string;
  readonly file: string | undefined;
  /** The file as it was read, where that is done already. */
  readonly read?: FieldsFile | undefined;
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

/** Refuses a budget beside a study file, and says where one is given. */
function refuseBudget({ budget }: RawOptions, faults: Fault[]): void {
  if (budget === undefined) return;
  const message =
    "is no option of a study file: it says budget (run, compare, start, explain) or budgets (optimise) itself. Other kinds take their plans as they are; uptake run --budget with --out writes one that is scaled to a sum, as scenario.yaml";
  faults.push({ code: "conflict", path: "--budget", message, value: budget });
}

/** Refuses a study of another kind than the command's. */
function checkKind({ study, locate }: ReadStudy, file: string, kind: string | undefined): void {
  if (kind === undefined || study.kind === kind) return;
  const message = `this is no ${kind} study; run it with: ${namedCommand("study", file)}`;
  throw new BadInput([locate({ code: "conflict", path: "kind", message, value: study.kind })]);
}

/**
 * Answers the question of a study file and writes the results into a folder.
 *
 * @throws BadInput with everything that is wrong, at once.
 */
export async function runStudyFile(host: Host, request: StudyRequest): Promise<void> {
  const { kinds, kind, raw } = request;
  const faults: Fault[] = [];
  const file = fileOf(host, request, faults);
  const folder = raw.out ?? join("out", basename(file ?? "").replace(/\.(ya?ml|json)$/i, ""));
  await checkFolder(host, folder, faults);
  const threads = threadCount(raw, faults);
  const replaced = replacedBy(raw, faults);
  refuseBudget(raw, faults);
  const pages = pagesAddress(host, raw.pages, faults);
  if (file === undefined) throw new BadInput(faults);
  const read = await collect(faults, undefined, async () => {
    const found = await readStudy(host, request.read ?? file, kinds, replaced);
    checkKind(found, file, kind);
    return found;
  });
  if (!read || faults.length > 0) throw new BadInput(faults);
  for (const warning of read.warnings) host.err(`warning: ${describeFault(warning)}\n`);
  tellChanges(host, read.changes);
  await answerQuestion(host, read, {
    kinds,
    folder,
    named: raw.out !== undefined,
    threads,
    json: raw.json === true,
    pages,
  });
}
