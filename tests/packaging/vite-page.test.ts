import { existsSync, mkdirSync } from "node:fs";
import { build } from "vite";
import { expect, inject, test } from "vitest";
import { openPage, programOf } from "../browser/driver.ts";
import { open } from "../browser/site.ts";
import { run, write } from "./packed.ts";

/** Runs an ensemble on two workers of `pool`, a name of `from`, and gives the checksums of its runs to `told`. */
const program = (pool: string, from: string, told: string): string => `
import { prepare, scenario } from "@uptake/model";
import { evaluateEnsembles } from "@uptake/study/evaluate";
import { ${pool} } from "${from}";

const plan = await prepare(scenario({ district: "napa-valley-unified", strategy: "all-six-lessons-scale-up" }));
const { evaluate, dispose } = ${pool}({ workers: 2 });
const { checksums } = await evaluateEnsembles([plan], { evaluate, replicates: 8, seed: "bits" });
dispose();
${told}(JSON.stringify(checksums));
`;

test("a page that Vite builds makes an ensemble in its workers, with the numbers of Node's", async ({ skip }) => {
  skip(!existsSync(programOf("Chromium")), `needs ${programOf("Chromium")}, or CHROMIUM set to it`);
  const page = `${inject("packed").app}/page`;
  mkdirSync(page, { recursive: true });
  write(
    "page/index.html",
    '<!doctype html><title>A</title><link rel="icon" href="data:,"><script type="module" src="main.js"></script>',
  );
  write(
    "page/main.js",
    `${program("webWorkers", "@uptake/study/web-workers", "tell")}
function tell(text) {
  document.body.append(Object.assign(document.createElement("output"), { textContent: text }));
}`,
  );
  await build({
    root: page,
    base: "./",
    configFile: false,
    logLevel: "warn",
    build: { target: "es2022" },
    worker: { format: "es" },
  });
  write("threads.js", program("nodeWorkers", "@uptake/study/node-workers", "console.log"));
  const { code, out, err } = await run("node", "threads.js");
  expect({ code, err }).toEqual({ code: 0, err: "" });

  const site = await open("Chromium", undefined, `${page}/dist`);
  try {
    const { page: opened, context, faults } = await openPage(site.driver, site.address);
    await opened.locator("output").waitFor({ timeout: 60_000 });
    const checksums = JSON.parse((await opened.locator("output").textContent()) ?? "");
    expect(checksums).toHaveLength(8);
    expect(checksums).toEqual(JSON.parse(out));
    expect(await opened.evaluate(() => (window as unknown as { workers: unknown[] }).workers.length)).toBe(2);
    expect(faults).toEqual([]);
    await context.close();
  } finally {
    await site.close();
  }
});
