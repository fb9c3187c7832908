import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "vitest";
import { suite } from "./suite.ts";

const { go } = suite();

test("at every width and in both schemes the plans for a budget fit, and axe finds no fault", {
  timeout: 600_000,
}, async () => {
  const { page } = await go("take.html?v=2&district=small-rural&target.share=0.3&take.budget=500000");
  await page.locator('.tune-figure[data-stage^="first"]').waitFor({ timeout: 400_000 });
  for (const width of [390, 800, 1280])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      const wide = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        const out = [...document.querySelectorAll("body *")].filter((each) => {
          const { left, right, width: size } = each.getBoundingClientRect();
          return size > 1 && (left < -1 || right > clientWidth + 1);
        });
        return { over: scrollWidth - clientWidth, out: out.map((each) => each.outerHTML.slice(0, 80)) };
      });
      expect(wide, `${width} ${colorScheme}`).toEqual({ over: 0, out: [] });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      expect(told, `${width} ${colorScheme}`).toEqual([]);
    }
});
