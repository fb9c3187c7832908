import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rosterFormats } from "@uptake/model";
import { readPopulation, readWorlds, validateScenario } from "@uptake/model/validate";
import { readAdoptionSeries } from "@uptake/study/calibrate";
import { readLink } from "@uptake/study/link";
import { readRoster } from "@uptake/study/roster";
import { answerIn } from "../../notebooks/src/plan/prebuilt.ts";
import { BadInput } from "../../packages/cli/src/host/fault.ts";
import { ParquetReader } from "../../packages/cli/src/input/parquet/parquet-reader.ts";
import { readPoints } from "../../packages/cli/src/input/read-points.ts";
import { readScenario } from "../../packages/cli/src/input/scenario-source.ts";
import { readReceipt } from "../../packages/cli/src/receipt/read-receipt.ts";
import { shippedKinds } from "../../packages/cli/src/studies/kind-heads.ts";
import { readStudy } from "../../packages/cli/src/studies/study-file.ts";
import { listeningHost } from "../../packages/cli/test-support/listening-host.ts";
import { readJournalLine } from "../../packages/study/src/evaluate/journal.ts";
import { readFile } from "../../packages/study/src/questions/read-file.ts";
import { checkFormula } from "./check-formula.ts";
import type { Read } from "./judge.ts";
import { type Seeds, seedsOf } from "./seeds.ts";
import { shardReaders } from "./shard-readers.ts";

/** Holds a reader of strangers' texts: what it reads, valid texts of that format, and the words of it. */
export interface Reader {
  readonly name: string;
  readonly seeds: readonly string[];
  readonly words: readonly string[];
  readonly read: Read;
}

/** Holds the readers, and what clears their files away. */
export interface Readers {
  readonly readers: readonly Reader[];
  /** Says which files beside the repository are not there. */
  readonly absent: readonly string[];
  close(): void;
}

/** Opens a text as the file that it would be: by its name, in a folder with the files that `beside` has. */
function asFile(folder: string, name: string, read: (file: string) => unknown): Read {
  return (text) => {
    writeFileSync(join(folder, name), text);
    return read(name);
  };
}

const formats = Object.keys(rosterFormats);
/** Writes a text as bytes: in UTF-8, or in one of the others that rosters may be in, which is decided by its length. */
function bytesOf(text: string): Uint8Array {
  if (text.length % 16 === 7) return Buffer.from(text, "latin1");
  return text.length % 16 === 11 ? Buffer.from(`\uFEFF${text}`, "utf16le") : Buffer.from(text, "utf8");
}

/** Reads a roster as each format would, which one decided by its length. */
const roster: Read = (text) => readRoster(text, { format: formats[text.length % formats.length]!, columns: {} });

/** Reads a file as the pages do, by a name of one ending or another. */
const asPages: Read = async (text) => {
  const name = ["a.csv", "a.json", "a", "a.yaml"][text.length % 4]!;
  const { issues } = await readFile({ name, bytes: bytesOf(text) }, {} as never);
  return issues.length === 0;
};

/** Longest that a Parquet file may take, in seconds of the clock: the process that reads it is started anew after that. */
const longestParquet = 30;

/** Reads a text, whose characters are bytes, as a table in Parquet. */
const parquetOf =
  (reader: ParquetReader): Read =>
  async (text) => {
    const decoded = await reader.read(Buffer.from(text, "latin1"), longestParquet);
    if ("faults" in decoded) throw new BadInput(decoded.faults);
  };

/** Makes the readers of all formats. */
export async function allReaders(): Promise<Readers> {
  const folder = mkdtempSync(join(tmpdir(), "uptake-hostile-"));
  const seeds: Seeds = await seedsOf();
  for (const [name, text] of Object.entries(seeds.beside)) writeFileSync(join(folder, name), text);
  const host = listeningHost(folder);
  const scenario = asFile(folder, "scenario.yaml", async (file) => {
    const source = await readScenario(host, file);
    const checked = await validateScenario(source.input);
    const issues = "issues" in checked ? checked.issues : checked.warnings;
    for (const issue of issues) source.locate(issue);
    return source.faults.length === 0 && !("issues" in checked);
  });
  const population: Read = (text) => {
    const [teachers = "", ties = ""] = text.split("\n\n");
    return !("issues" in readPopulation(teachers, ties));
  };
  const link: Read = async (text) => (await readLink(text)).notices.length === 0;
  const journal: Read = (text) => text.split("\n").every((line) => readJournalLine(line) !== undefined);
  const parquet = new ParquetReader();
  const shards = shardReaders(folder, seeds.shards);
  const { asked, program } = seeds.answers;
  const reads: Readonly<Record<keyof Seeds["of"], Read>> = {
    rosters: roster,
    scenarios: scenario,
    studies: asFile(folder, "study.yaml", (file) => readStudy(host, file, shippedKinds)),
    receipts: asFile(folder, "receipt.json", (file) => readReceipt(host, file)),
    worlds: (text) => readWorlds(text, "a file"),
    links: link,
    formulas: checkFormula,
    surveys: readAdoptionSeries,
    points: readPoints,
    populations: population,
    journals: journal,
    "files in pages": asPages,
    "plans of shards": shards.plan,
    "runs of shards": shards.runs,
    Parquet: parquetOf(parquet),
    shards: shards.shard,
    "answers in pages": (text) => answerIn(text, asked, program) !== undefined,
  };
  return {
    readers: Object.entries(seeds.of).map(([name, of]) => ({ name, ...of, read: reads[name as keyof typeof reads] })),
    absent: seeds.absent,
    close: () => {
      parquet.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
