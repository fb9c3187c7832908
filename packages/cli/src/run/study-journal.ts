import { existsSync, renameSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Journal } from "@uptake/study/evaluate";
import { BadInput } from "../host/fault.ts";
import { fileJournal } from "../host/file-journal.ts";
import type { Host } from "../host/host.ts";
import { sha256 } from "../host/sha256.ts";
import { sourcesPrint } from "../host/sources-print.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import { counted } from "../words/format.ts";

/** Name of the file, in the folder of results, that keeps finished runs until the results are written. */
const journalName = "journal.jsonl";

/** Keeps finished runs of one study in the folder of its results. */
export interface StudyJournal extends Journal {
  /** Says in words what is kept of the finished runs, where they could not all be used; empty where nothing is kept. */
  readonly describe: () => string;
  /** Tells whether anything is kept. */
  readonly begun: () => boolean;
  /** Throws away what is kept: the results are written. */
  readonly end: () => Promise<void>;
}

/** Says whose runs a journal keeps: its first line. */
interface Head {
  /** SHA-256 of the study, as JSON. */
  readonly study: string;
  /** Fingerprint of the program that made the runs; empty in journals of old, which had none. */
  readonly build: string;
}

const headStart = '{"study":';

/** Reads the head that a line of a journal is; undefined where it is none. */
function headIn(line: string): Head | undefined {
  if (!line.startsWith(headStart)) return undefined;
  try {
    const { study, build = "" } = JSON.parse(line) as Record<string, unknown>;
    return typeof study === "string" && typeof build === "string" ? { study, build } : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the first head among lines, which are read no further. */
async function firstHead(lines: AsyncIterable<string>): Promise<Head | undefined> {
  for await (const line of lines) {
    const head = headIn(line);
    if (head !== undefined) return head;
  }
  return undefined;
}

/** Gives a journal of another build a name of its own beside it, and says so. */
function setAside(host: Host, folder: string, { build }: Head): void {
  const path = (name: string): string => resolve(host.cwd, folder, name);
  const first = `journal-${/^[0-9a-f]{8}/.exec(build)?.[0] ?? "old"}`;
  let name = `${first}.jsonl`;
  for (let n = 2; existsSync(path(name)); n++) name = `${first}-${n}.jsonl`;
  renameSync(path(journalName), path(name));
  host.err(
    `warning: ${folder} keeps what another build of this program had finished when it stopped; that is set aside as ${name}, and all runs are made again\n`,
  );
}

/**
 * Returns the journal of a study in its folder, whose first line names the study and the build of the program. That of
 * another build is set aside, and rows that are not as they were written are left out, in words.
 *
 * @throws BadInput where the folder holds what another study has finished, which stays there.
 */
export async function studyJournal(host: Host, folder: string, study: CompleteStudy): Promise<StudyJournal> {
  const path = join(folder, journalName);
  const file = resolve(host.cwd, path);
  const kept = fileJournal(host, path);
  const name = sha256(JSON.stringify(study));
  const head = await firstHead(kept.read());
  const other = head !== undefined && head.build !== sourcesPrint();
  if (head !== undefined && head.build !== "" && head.study !== name) {
    const message = `${folder} keeps what another study had finished when it stopped (${journalName}); give another folder, or delete that file`;
    throw new BadInput([{ code: "another-study", path: "--out", message, value: folder }]);
  }
  if (other) setAside(host, folder, head);
  let headed = head !== undefined && !other;
  const begun = (): boolean => existsSync(file);
  return {
    get key() {
      return `${name} ${sourcesPrint()}`;
    },
    read: async function* () {
      for await (const line of kept.read()) yield line.startsWith(headStart) ? "" : line;
    },
    readAgain: (place) => kept.readAgain(place),
    append: (more) => {
      // A file that somebody deleted meanwhile begins anew.
      kept.append(headed && begun() ? more : [JSON.stringify({ study: name, build: sourcesPrint() }), ...more]);
      headed = true;
    },
    leftOut: (lines) => {
      const [are, their] = lines === 1 ? ["is", "its run is"] : ["are", "their runs are"];
      host.err(
        `warning: ${counted(lines, "row")} of ${path} ${are} not as written, having been cut off or changed since, and ${are} left out; ${their} made again\n`,
      );
    },
    begun,
    describe: () => {
      if (!begun()) return "";
      const what = kept.complete() ? "What is finished is" : "Some of what is finished is";
      return `${what} kept in ${folder}; run the same command again to go on from there.`;
    },
    end: () => rm(file, { force: true }),
  };
}
