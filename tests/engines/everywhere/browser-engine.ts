/// <reference lib="dom" />
import { existsSync } from "node:fs";
import { type BrowserName, openPage, programOf } from "../../browser/driver.ts";
import { open } from "../../browser/site.ts";
import type { Ask, Everywhere, Told } from "./ask.ts";
import type { Engine } from "./engine.ts";

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
          const told = await page.evaluate<Told, Ask>((ask) => {
            const { uptakeEverywhere } = globalThis as unknown as { readonly uptakeEverywhere: Everywhere };
            return uptakeEverywhere.answer(ask, () => new Worker("worker.js") as never);
          }, asked);
          await context.close();
          if (faults.length > 0) throw new Error(faults.join("\n"));
          return told;
        },
        end: () => site.close(),
      };
    },
  };
}
