import { existsSync, mkdirSync } from "node:fs";
import { build, createServer, type UserConfig } from "vite";
import { beforeAll, describe, expect, inject, type TestContext, test } from "vitest";
import { drive, openPage, programOf } from "../browser/driver.ts";
import { serve } from "../browser/serve.ts";
import { blocks } from "../docs/pages.ts";
import { run, write } from "./packed.ts";

/** Runs an ensemble on two workers of `pool`, a name of `from`, and gives the checksums of its runs to `told`. */
const program = (pool: string, from: string, told: string): string => `
import { prepare, scenario } from "@uptake/model";
import { evaluateEnsembles } from "@uptake/study/evaluate";
import { ${pool} } from "${from}";

// A formula has its library loaded.
const levers = { coaching: { intensity: "min(1, t / 12)" } };
const plan = await prepare(scenario({ district: "napa-valley-unified", strategy: "all-six-lessons-scale-up", levers }));
const { evaluate, dispose } = ${pool}({ workers: 2 });
const { checksums } = await evaluateEnsembles([plan], { evaluate, replicates: 8, seed: "bits" });
dispose();
${told}(JSON.stringify(checksums));
`;

const show = (text: string): string => `
const output = document.createElement("output");
function tell(text) {
  output.textContent = text;
  document.body.append(output);
}
${text}`;

/** Opens a page in Chromium, and returns the checksums that it shows; it must make its runs in two workers. */
async function shownAt(address: string): Promise<string[]> {
  const driver = await drive("Chromium");
  try {
    const { page, faults } = await openPage(driver, address);
    await page.locator("output").waitFor({ timeout: 60_000 });
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as { workers: unknown[] }).workers.length)).toBe(2);
    return JSON.parse((await page.locator("output").textContent()) ?? "");
  } finally {
    await driver.close();
  }
}

const needed = ({ skip }: TestContext): void =>
  skip(!existsSync(programOf("Chromium")), `needs ${programOf("Chromium")}, or CHROMIUM set to it`);

describe("a page makes an ensemble in a browser's workers, with the numbers of Node's threads", () => {
  const page = `${inject("packed").app}/page`;
  let here: string[];
  let settings: UserConfig;
  beforeAll(async () => {
    mkdirSync(page, { recursive: true });
    const head = '<!doctype html><title>A</title><link rel="icon" href="data:,">';
    write("page/index.html", `${head}<script type="module" src="main.js"></script>`);
    write("page/main.js", show(program("webWorkers", "@uptake/study/web-workers", "tell")));
    write("threads.js", program("nodeWorkers", "@uptake/study/node-workers", "console.log"));
    const { code, out, err } = await run("node", "threads.js");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    here = JSON.parse(out);
    expect(here).toHaveLength(8);
    const [readme] = blocks("js").filter(({ at }) => at.startsWith("packages/study/README.md"));
    const { default: told } = await import(write("vite.config.js", readme?.text ?? ""));
    settings = { ...told, root: page, base: "./", configFile: false, logLevel: "warn", build: { target: "es2022" } };
  });

  test("built by Vite", async (context) => {
    needed(context);
    await build(settings);
    const site = await serve(undefined, `${page}/dist`);
    try {
      expect(await shownAt(site.address)).toEqual(here);
    } finally {
      site.close();
    }
  });
  test("served by Vite in development", async (context) => {
    needed(context);
    const server = await createServer({ ...settings, server: { host: "127.0.0.1", port: 0 } });
    try {
      await server.listen();
      expect(await shownAt(server.resolvedUrls?.local[0] ?? "")).toEqual(here);
    } finally {
      await server.close();
    }
  });
});
