import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage } from "./driver.ts";
import { open, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await open("Chromium");
});
afterAll(() => site.close());

const query = "matters?v=2&district=small-rural&strategy=coaching-only&target.month=10&replicates=25";

test("what matters fits at every width in both schemes, and axe finds no fault", async () => {
  const { page, context, faults } = await openPage(site.driver, `${site.address}${query}`);
  await page.locator(".chart-map[data-settled]").waitFor({ state: "attached", timeout: 120_000 });
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1280, 800, 390]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      const drawn = page.locator(".chart-deciding svg");
      await expect
        .poll(
          async () =>
            Number(await drawn.getAttribute("width")) -
            (await page.locator(".chart-deciding").evaluate((place) => place.clientWidth)),
        )
        .toBe(0);
      const over = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(over, `${width}`).toBe(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
    }
  expect(faults).toEqual([]);
  await context.close();
});
