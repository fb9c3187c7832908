import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, test } from "vitest";
import { needs } from "../../shared.ts";
import { agreement } from "./agreement.ts";
import type { Started } from "./engine.ts";
import { engines } from "./engines.ts";
import { type Row, tableOf } from "./table-of.ts";
import { ways } from "./ways.ts";
import { writeFiles } from "./write-files.ts";

const folder = mkdtempSync(join(tmpdir(), "uptake-everywhere-"));
const rows: Row[] = [];

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
      } finally {
        await started.end();
      }
    });
  }
});
