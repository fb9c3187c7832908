import { readdirSync } from "node:fs";
import { join } from "node:path";
import { prepare, scenario } from "@uptake/model";
import { ensemble } from "@uptake/study";
import { expect, inject, test } from "vitest";
import { openPage } from "./driver.ts";
import { root } from "./serve.ts";
import { open } from "./site.ts";
import "./suite.ts";

test.for([
  ["", undefined, true],
  [", where the host forbids WebAssembly too", "script-src 'self' 'unsafe-inline'", false],
] as const)("a browser's workers give the same bits as Node%s", async ([, policy, compiles]) => {
  const site = await open(inject("browser"), policy);
  try {
    const folder = (name: string) => `_node/@uptake/${name}@0.1.0/`;
    const file = (name: string, start: string) => {
      const found = readdirSync(join(root, "notebooks/dist", folder(name))).find((each) =>
        each.startsWith(`${start}.`),
      );
      return `${site.address}${folder(name)}${found}`;
    };
    const { page, context } = await openPage(site.driver, site.address);
    const asked = { district: "napa-valley-unified", strategy: "all-six-lessons-scale-up" };
    const run = `async ({ model, study, worker, asked }) => {
      const { prepare, scenario } = await import(model);
      const { SimulationService } = await import(study);
      const plan = await prepare(scenario(asked));
      const service = new SimulationService({
        spawn: () => new Worker(worker, { type: "module" }),
        workers: 2,
      });
      const [made] = await service.ensembles([{ plan, replicates: 8, seed: "bits" }]);
      return made.checksums;
    }`;
    const files = {
      model: file("model", "index"),
      study: file("study", "service"),
      worker: file("study", "service-worker"),
      asked,
    };
    const allowed = await page.evaluate(() => {
      try {
        return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
      } catch {
        return false;
      }
    });
    expect(allowed).toBe(compiles);
    const there = await page.evaluate(`(${run})(${JSON.stringify(files)})`);
    const here = await ensemble(await prepare(scenario(asked)), { replicates: 8, seed: "bits" });
    expect(there).toEqual(here.checksums);
    await context.close();
  } finally {
    await site.close();
  }
});
