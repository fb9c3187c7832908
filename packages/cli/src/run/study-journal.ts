import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { version } from "@uptake/model";
import type { Journal } from "@uptake/study/evaluate";
import { BadInput } from "../host/fault.ts";
import { fileJournal } from "../host/file-journal.ts";
import type { Host } from "../host/host.ts";
import { sha256 } from "../receipt/sha256.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";

/** Name of the file, in the folder of results, that keeps finished runs until the results are written. */
const journalName = "journal.jsonl";

/** Keeps finished runs of one study in the folder of its results. */
export interface StudyJournal extends Journal {
  /** Tells whether anything is kept. */
  readonly begun: () => boolean;
  /** Throws away what is kept: the results are written. */
  readonly end: () => Promise<void>;
}

/** Returns the study that a line of a journal names; undefined where it names none. */
function studyOf(line: string): string | undefined {
  if (!line.startsWith('{"study":')) return undefined;
  try {
    const { study } = JSON.parse(line) as { readonly study?: unknown };
    return typeof study === "string" ? study : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Returns the journal of a study in its folder, whose first line names the study.
 *
 * @throws BadInput where the folder holds what another study has finished, which stays there.
 */
export async function studyJournal(host: Host, folder: string, study: CompleteStudy): Promise<StudyJournal> {
  const path = join(folder, journalName);
  const file = resolve(host.cwd, path);
  const kept = fileJournal(host, path);
  const lines = [...(await kept.read())];
  const name = sha256(JSON.stringify([version, study]));
  const other = lines.map(studyOf).find((one) => one !== undefined);
  if (other !== undefined && other !== name) {
    const message = `${folder} keeps what another study had finished when it stopped (${journalName}); give another folder, or delete that file`;
    throw new BadInput([{ code: "another-study", path: "--out", message, value: folder }]);
  }
  let headed = other !== undefined;
  return {
    read: () => lines,
    append: (more) => {
      kept.append(headed ? more : [JSON.stringify({ study: name }), ...more]);
      headed = true;
    },
    begun: () => existsSync(file),
    end: () => rm(file, { force: true }),
  };
}
