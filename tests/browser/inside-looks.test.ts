import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage } from "./driver.ts";
import { open, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await open("Chromium");
});
afterAll(() => site.close());

describe.for([
  ["light", 1280],
  ["light", 800],
  ["dark", 390],
] as const)("in %s at %d pixels the inside of a district", ([colorScheme, width]) => {
  test("fits, and axe finds no fault", async () => {
    const viewport = { width, height: 844 };
    const { page, context, faults } = await openPage(site.driver, `${site.address}inside?v=2&district=small-rural`, {
      colorScheme,
      viewport,
    });
    await page.locator(".story-body details").waitFor({ timeout: 60_000 });
    const over = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(over).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

test("the picture is printed as a chart", async () => {
  const { page, context } = await openPage(site.driver, `${site.address}inside?v=2&district=small-rural`);
  await page.locator(".story-body details").waitFor({ timeout: 60_000 });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await page.locator(".chart-district > svg").getAttribute("aria-label")).toContain("in one run");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await page.locator(".chart-district canvas").count()).toBe(3);
  await context.close();
});
