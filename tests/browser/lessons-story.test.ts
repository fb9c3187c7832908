import { expect, test } from "vitest";
import { suite } from "./suite.ts";

const site = suite();

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
