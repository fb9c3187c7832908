/// <reference lib="dom" />
import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, test } from "vitest";
import { suite } from "./suite.ts";

const site = suite();

describe.for([390, 800, 1280])("at %d pixels the page of numbers", (width) => {
  test.for(["light", "dark"] as const)("in %s fits, and axe finds no fault", async (colorScheme) => {
    const { page } = await site.go("sure?v=2&m=0.1.0&parameters.values.exit.novice=0.21#exit.novice", {
      colorScheme,
      viewport: { width, height: 844 },
    });
    await page.locator('[id="exit.novice"]').waitFor();
    await page.locator(".pattern summary").first().click();
    await page.locator(".pattern tbody tr").first().waitFor();
    const wide = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      const out = [...document.querySelectorAll("body *:not(.table *)")].filter((each) => {
        const { left, right, width: size } = each.getBoundingClientRect();
        return size > 1 && each.checkVisibility() && (left < -1 || right > clientWidth + 1);
      });
      return { over: scrollWidth - clientWidth, out: out.map((each) => each.outerHTML.slice(0, 80)) };
    });
    expect(wide).toEqual({ over: 0, out: [] });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
  });
});
