import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { workerData } from "node:worker_threads";
import { type Failed, fuzz } from "./fuzz.ts";
import { allReaders } from "./readers.ts";

/** Says how much to fuzz, and where to count the cases. */
interface FuzzOptions {
  /** Cases of all readers together. */
  readonly cases: number;
  readonly seed: number;
  /** Names of the readers that are fuzzed, each with its share of the cases; all where none is named. */
  readonly only: readonly string[];
  readonly progress: Int32Array;
}

const megabytes = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;

const columns = ["parser", "cases", "accepted", "refused", "slowest ms", "seconds", "peak memory"];
const widths = [16, 8, 10, 9, 12, 9, 13];
const line = (cells: readonly (string | number)[]): string =>
  cells.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]!) : String(cell).padStart(widths[i]!))).join("");

/** Writes texts that broke a reader into a folder of the system's, for whoever mends it, and says where. */
function keep(failed: readonly Failed[]): void {
  const folder = mkdtempSync(join(tmpdir(), "uptake-fuzz-"));
  failed.forEach(({ name, fault, text }, i) => {
    writeFileSync(join(folder, `${i}.txt`), text);
    console.log(`${name}: ${fault}\n  the text is ${join(folder, `${i}.txt`)}`);
  });
}

/** Fuzzes every reader alike, and prints how each withstood; the exit code is 1 where one did not. */
async function fuzzAll({ cases, seed, only, progress }: FuzzOptions): Promise<void> {
  const all = await allReaders();
  const failed: Failed[] = [];
  try {
    for (const reason of all.absent) console.log(`without: ${reason}`);
    console.log(`Node ${process.versions.node}, seed ${seed}, ${megabytes()} before the first case`);
    console.log(line(columns));
    const each = Math.ceil(cases / all.readers.length);
    const chosen = all.readers.filter(({ name }) => only.length === 0 || only.includes(name));
    for (const reader of chosen) {
      const { withstood, failed: found } = await fuzz(reader, each, seed, () => Atomics.add(progress, 0, 1));
      const { name, accepted, refused, slowest, seconds } = withstood;
      console.log(line([name, each, accepted, refused, Math.round(slowest), Math.round(seconds), megabytes()]));
      failed.push(...found);
    }
    console.log(`${each * chosen.length} cases, ${failed.length} failed`);
  } finally {
    all.close();
  }
  if (failed.length === 0) return;
  keep(failed.slice(0, 20));
  process.exitCode = 1;
}

await fuzzAll(workerData as FuzzOptions);
