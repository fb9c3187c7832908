/// <reference lib="dom" />
import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, test } from "vitest";
import { suite } from "./suite.ts";

const site = suite();

describe.for([390, 800, 1280])("at %d pixels the page of lessons", (width) => {
  test.for(["light", "dark"] as const)("in %s fits, and axe finds no fault", async (colorScheme) => {
    const { page } = await site.go("lessons", { colorScheme, viewport: { width, height: 844 } });
    await page.locator(".chart-lesson-guidance svg").waitFor();
    await page.locator("#page #lesson-1 .figure-table summary").click();
    await page.locator("#page .network summary").first().click();
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

test("without JavaScript the story is there: lessons, their figures, networks and what they rest on", async () => {
  // Not by `go`: what is loaded ahead of scripts that never run counts as failed.
  const { driver, address } = site.site;
  const context = await driver.context({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}lessons`);
  expect(await page.locator("#first svg").count()).toBe(6);
  expect(await page.locator("#first .network").count()).toBe(13);
  expect(await page.locator("#first h1").textContent()).toBe("Six lessons, and where each of them loses");
  expect(await page.locator("#first .lesson-answer").first().isVisible()).toBe(true);
  await context.close();
});
