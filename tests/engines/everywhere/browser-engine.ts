/// <reference lib="dom" />
import { existsSync } from "node:fs";
import { type BrowserName, openPage, programOf } from "../../browser/driver.ts";
import { open } from "../../browser/site.ts";
import type { Ask, Told } from "./ask.ts";
import type { Engine } from "./engine.ts";

/** Holds what the worker answer.js sends: what was told, or why not. */
interface Reply {
  readonly told?: Told;
  readonly failed?: string;
}

/** Returns a browser of this machine, driven as in the tests of pages. */
export function browserEngine(name: BrowserName): Engine {
  return {
    name,
    needs: `${programOf(name)}, or ${name.toUpperCase()} set to its program`,
    workers: true,
    start: async (folder) => {
      if (!existsSync(programOf(name))) return undefined;
      const site = await open(name, undefined, folder);
      return {
        version: site.driver.version,
        ask: async (asked) => {
          const { page, context, faults } = await openPage(site.driver, site.address);
          const { told, failed } = await page.evaluate<Reply, Ask>(
            (ask) =>
              new Promise((resolve) => {
                const worker = new Worker("answer.js");
                worker.addEventListener("message", ({ data }) => resolve(data));
                worker.addEventListener("error", ({ message }) => resolve({ failed: message }));
                worker.postMessage(ask);
              }),
            asked,
          );
          await context.close();
          if (!told || faults.length > 0) throw new Error([failed, ...faults].join("\n"));
          return told;
        },
        end: () => site.close(),
      };
    },
  };
}
