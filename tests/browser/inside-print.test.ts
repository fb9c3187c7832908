import { expect, test } from "vitest";
import { suite } from "./suite.ts";

const { go } = suite();

test("the picture is printed as a chart", async () => {
  const { page } = await go("inside?v=2&district=small-rural");
  await page.locator(".story-body details").waitFor();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await page.locator(".chart-district > svg").getAttribute("aria-label")).toContain("in one run");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await page.locator(".chart-district canvas").count()).toBe(3);
});
