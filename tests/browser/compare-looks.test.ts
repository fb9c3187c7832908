import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./axe-faults.ts";
import { openPage } from "./driver.ts";
import { open, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await open("Chromium");
});
afterAll(() => site.close());

const pins = ["all-six-lessons", "coaching-only", "mandate", "institutes-only"].map(
  (name, i) => `pin${i + 1}=A+plan+called+${name}&pin${i + 1}.district=small-rural&pin${i + 1}.strategy=${name}`,
);

describe.for(["light", "dark"] as const)("in %s the page that compares", (colorScheme) => {
  test.for([390, 800, 1280])("fits at %d pixels, and axe finds no fault", async (width) => {
    const query = `compare.html?v=2&district=small-rural&replicates=25&${pins.join("&")}`;
    const viewport = { width, height: 844 };
    const { page, context, faults } = await openPage(site.driver, `${site.address}${query}`, { colorScheme, viewport });
    await page.locator(".chart-lines[data-settled]").waitFor({ timeout: 60_000 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
