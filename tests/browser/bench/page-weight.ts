/// <reference lib="dom" />
import { gzipSync } from "node:zlib";
import { openPage } from "../driver.ts";
import type { Site } from "../site.ts";

/** Holds what a page loads before a reader does anything, without what its workers load. */
export interface PageWeight {
  /** Bytes of all files, gzipped as hosts send them. */
  readonly bytes: number;
  /** Files with their bytes, the largest first. */
  readonly files: readonly (readonly [file: string, bytes: number])[];
}

/** Weighs a page of the site, by its name and query: whatever its own thread loads until nothing more comes. */
export async function pageWeight(site: Site, name = ""): Promise<PageWeight> {
  const { page, context } = await openPage(site.driver, `${site.address}${name}`);
  await page.locator("#page > div, #page figure, .chart-fan svg").first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  const workers = [...new Set(page.workers().map((worker) => worker.url()))];
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType("resource").map((entry) => [entry.name, entry.startTime] as const),
  );
  await context.close();
  // What workers load stands in the page's books too, after their first file.
  const working = Math.min(...loaded.filter(([address]) => workers.includes(address)).map(([, start]) => start));
  const ofWorkers = reached(site, workers);
  const own = loaded.filter(([address, start]) => !ofWorkers.has(address) || start < working);
  const addresses = new Set([`${site.address}${name}`, ...own.map(([address]) => address)]);
  const files = [...addresses]
    .filter((address) => address.startsWith(site.address))
    .map((address) => [address.slice(site.address.length), gzipSync(site.read(address)).length] as const)
    .sort(([, a], [, b]) => b - a);
  return { bytes: files.reduce((sum, [, bytes]) => sum + bytes, 0), files };
}

/** Finds the modules that some import, however far off. */
function reached(site: Site, addresses: readonly string[]): Set<string> {
  const found = new Set(addresses);
  for (const address of found) {
    for (const [, path = ""] of site
      .read(address)
      .toString()
      .matchAll(/(?:from|import\(?)\s*["'](\.[^"']+)["']/g))
      found.add(new URL(path, address).href);
  }
  return found;
}
