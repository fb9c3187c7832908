// Writes pictures of every page that the site's navigation names, at three widths and in both schemes, to screenshots/; of
// some of them where they are named, as in `node tests/browser/run.mjs screenshots.ts home compare`.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openPage } from "./driver.ts";
import { root } from "./serve.ts";
import { open } from "./site.ts";

const folder = join(root, "screenshots");
mkdirSync(folder, { recursive: true });
const site = await open("Chromium");
const wanted = process.argv.slice(3);

/** Lists the addresses in the navigation of the first page, each with the name of its page. */
async function pages(): Promise<(readonly [name: string, address: string])[]> {
  const { page, context } = await openPage(site.driver, site.address);
  const found = await page
    .locator("nav a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  await context.close();
  const bare = found.map((address) => address.replace(/[?#].*$/, "")).filter((each) => each.startsWith(site.address));
  return [...new Set([site.address, ...bare])].map((address) => {
    const name = address
      .slice(site.address.length)
      .replace(/\.html$/, "")
      .replaceAll("/", "-");
    return [name || "home", address];
  });
}

/** Waits until nothing on the page has changed for two seconds, at most a minute. */
function rest(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let quiet = setTimeout(resolve, 2_000);
        setTimeout(resolve, 60_000);
        new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(resolve, 2_000);
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
}

for (const [name, address] of (await pages()).filter(([name]) => wanted.length === 0 || wanted.includes(name)))
  for (const width of [390, 800, 1280])
    for (const colorScheme of ["light", "dark"] as const) {
      const viewport = { width, height: width > 800 ? 900 : 844 };
      const { page, context, faults } = await openPage(site.driver, address, { colorScheme, viewport });
      await page.waitForLoadState("networkidle");
      await rest(page);
      // The home page works out what holds the plan back once it rests.
      if (name === "home") await page.locator(".chart-bottlenecks svg").waitFor();
      const file = join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log([file, ...faults].join("\n  "));
      await context.close();
    }
await site.close();
