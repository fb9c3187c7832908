import { expect, test } from "vitest";
import { check } from "../../notebooks/scripts/check.mjs";
import { axeFaults } from "./axe-faults.ts";
import { drawn, nothingWrong, seenFaults } from "./seen.ts";
import { root } from "./serve.ts";
import { settle } from "./site.ts";
import { suite } from "./suite.ts";

const { go } = suite();

test("the built site holds no unresolved import, no error box and no other origin", () => {
  expect(check(`${root}/notebooks/dist`)).toEqual([]);
});

test("by keys the first stop of a page skips its navigation", async () => {
  const { page } = await go("data");
  await page.locator(".drop").waitFor();
  const skip = page.getByRole("link", { name: "Skip to the page" });
  expect((await skip.boundingBox())!.width).toBe(1);
  await page.keyboard.press("Tab");
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  expect((await skip.boundingBox())!.width).toBeGreaterThan(50);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("#page") !== null)).toBe(true);
});

test.for([
  ["the home page", ""],
  ["What would it take?", "take"],
  ["Break it", "break"],
])("by keys all sliders of %s come before the results that they change", async ([, path]) => {
  const { page } = await go(`${path}?v=2&m=0.1.0&district=small-rural&replicates=25`);
  const sliders = page.locator("#page .tune-controls").getByRole("slider");
  await sliders.first().waitFor();
  await page.locator("#page .tune-figure svg").first().waitFor();
  await page.getByRole("link", { name: "Skip to the page" }).press("Enter");
  const passed = new Set<string>();
  const at = (): Promise<string> =>
    page.evaluate(() => {
      const focused = document.activeElement;
      if (focused?.closest(".tune-figure")) return "a result";
      return focused instanceof HTMLInputElement && focused.type === "range" ? focused.id : "";
    });
  for (let stop = 0; stop < 200; stop++) {
    await page.keyboard.press("Tab");
    const place = await at();
    if (place === "a result") break;
    if (place !== "") passed.add(place);
  }
  expect([...passed]).toEqual(await sliders.evaluateAll((all) => all.map(({ id }) => id)));
  expect(await at()).toBe("a result");
});

test("the home page with a note and a plan of one's own fits at every width, and axe finds no fault", async () => {
  const { page } = await go("?v=1&district=small-rural&strategy=business-as-usual&coaching=7");
  await settle(page);
  expect(await page.locator(".notice p").count()).toBeGreaterThan(0);
  for (const width of [1280, 800, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await drawn(page);
    expect(await seenFaults(page), String(width)).toEqual(nothingWrong);
  }
  expect(await axeFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await axeFaults(page, ["color-contrast"])).toEqual([]);
});
