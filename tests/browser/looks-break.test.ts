import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "vitest";
import { suite } from "./suite.ts";

const { go } = suite();

const address =
  "break?v=2&district=small-rural&strategy=coaching-only&replicates=50&target.share=0.3&shocks.0.kind=budget-cut&shocks.0.month=14";

test.for([
  ["light", 390],
  ["dark", 390],
  ["light", 800],
  ["dark", 1280],
] as const)(
  "the page that breaks a plan fits in %s at %d pixels, and axe finds no fault",
  async ([colorScheme, width]) => {
    const { page } = await go(address, { colorScheme, viewport: { width, height: 844 } });
    await page.locator(".chart-harm svg").waitFor({ timeout: 100_000 });
    const out = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      const wide = [...document.querySelectorAll("body *")].filter((each) => {
        const { left, right, width: size } = each.getBoundingClientRect();
        return size > 1 && (left < -1 || right > clientWidth + 1);
      });
      return {
        over: scrollWidth - clientWidth,
        out: wide.map((each) => `${each.tagName} ${each.textContent?.slice(0, 40)}`),
      };
    });
    expect(out).toEqual({ over: 0, out: [] });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
  },
);
