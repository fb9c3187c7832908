/// <reference lib="dom" />
import { openPage } from "../driver.ts";
import type { Site } from "../site.ts";

/** Holds what a page loads before a reader does anything, without what its workers load. */
export interface PageWeight {
  /** Bytes of all files, gzipped. */
  readonly bytes: number;
  /** Files with their bytes, the largest first. */
  readonly files: readonly (readonly [file: string, bytes: number])[];
}

/** Weighs a page of the site, by its name and query: whatever its own thread loads until nothing more comes. */
export async function pageWeight(site: Site, name = ""): Promise<PageWeight> {
  const { page, context } = await openPage(site.driver, `${site.address}${name}`);
  await page.waitForLoadState("networkidle");
  await page.locator("main :is(h1, h2)").first().waitFor();
  await page.waitForLoadState("networkidle");
  // What workers load stands in their own books; only their first file is in those of the page.
  const workers = new Set(page.workers().map((worker) => worker.url()));
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
  const addresses = new Set([`${site.address}${name}`, ...loaded]);
  await context.close();
  const files = [...addresses]
    .filter((address) => address.startsWith(site.address) && !workers.has(address))
    .map((address) => [address.slice(site.address.length), site.weigh(address)] as const)
    .sort(([, a], [, b]) => b - a);
  return { bytes: files.reduce((sum, [, bytes]) => sum + bytes, 0), files };
}
