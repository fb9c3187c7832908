import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leftOut } from "../../notebooks/scripts/left-out.mjs";
import * as whole from "../../packages/charts/src/index.ts";
import { document } from "../../packages/charts/test-support/document.ts";
import { type Charts, studiesOf } from "../../packages/charts/test-support/studies.ts";

const folder = mkdtempSync(join(tmpdir(), "uptake-left-out-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bundles the charts as pages have them. */
async function bundled(): Promise<Charts> {
  const file = join(folder, "charts.mjs");
  const options: BuildOptions = { bundle: true, format: "esm", platform: "browser", outfile: file, plugins: [leftOut] };
  await build({
    ...options,
    entryPoints: [fileURLToPath(new URL("../../packages/charts/dist/index.js", import.meta.url))],
  });
  return (await import(pathToFileURL(file).href)) as Charts;
}

describe("the charts as pages have them", () => {
  let charts: Charts;
  beforeAll(async () => {
    charts = await bundled();
  });

  test.for(studiesOf(whole))("%s draws what the whole package draws", ([name, draw]) => {
    const [, drawn] = studiesOf(charts).find(([other]) => other === name)!;
    for (const width of [undefined, 360]) {
      const options = { document, caption: true, ...(width === undefined ? {} : { width }) };
      expect(drawn(options).element.outerHTML).toBe(draw(options).element.outerHTML);
    }
  });
});
