import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, test } from "vitest";
import { needs } from "../../shared.ts";
import { agreement } from "./agreement.ts";
import type { Started } from "./engine.ts";
import { engines } from "./engines.ts";
import { startedNode } from "./node-engine.ts";
import { resultFiles } from "./result-files.ts";
import { type Row, tableOf } from "./table-of.ts";
import { ways } from "./ways.ts";
import { writeFiles } from "./write-files.ts";

const folder = mkdtempSync(join(tmpdir(), "uptake-everywhere-"));
const rows: Row[] = [];

let files: Promise<Record<string, string>> | undefined;

/** Returns what the Node that runs this test writes. */
const filesHere = async (): Promise<Record<string, string>> =>
  resultFiles((await startedNode(folder)).uptake!, join(folder, "here"));

beforeAll(() => writeFiles(folder));
afterAll(() => {
  rmSync(folder, { recursive: true });
  process.stdout.write(tableOf(rows));
});

describe.concurrent("pinned runs and studies have the same bits", () => {
  for (const engine of engines) {
    test(`in ${engine.name}`, async (context) => {
      const started: Started = needs(context, engine.needs, await engine.start(folder));
      try {
        for (const [way, ask] of Object.entries(ways)) {
          if (ask.workers > 0 && !engine.workers) continue;
          const begun = performance.now();
          const told = await started.ask(ask);
          const seconds = (performance.now() - begun) / 1000;
          const { cases, differ } = agreement(ask, told.values);
          const agree = cases - differ.length;
          rows.push({ engine: engine.name, version: started.version, way, cases, agree, seconds });
          context.expect([told.compiled, differ], way).toEqual([ask.compiled, []]);
        }
        if (!started.uptake) return;
        files ??= filesHere();
        const there = await resultFiles(started.uptake, join(folder, engine.name));
        context.expect(there, "files of a result").toEqual(await files);
      } finally {
        await started.end();
      }
    });
  }
});
