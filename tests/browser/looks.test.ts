import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check } from "../../notebooks/scripts/check.mjs";
import { axeFaults } from "./axe-faults.ts";
import { root } from "./serve.ts";
import { open, type Site, settle, visit } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await open("Chromium");
});
afterAll(() => site.close());

test("the built site holds no unresolved import, no error box and no other origin", () => {
  expect(check(`${root}/notebooks/dist`)).toEqual([]);
});

describe.for([
  ["light", 1280],
  ["dark", 1280],
  ["light", 800],
  ["dark", 800],
  ["light", 390],
  ["dark", 390],
] as const)("in %s at %d pixels the home page", ([colorScheme, width]) => {
  const options = { colorScheme, viewport: { width, height: 844 } };

  test("with a note and a plan of one's own fits, and axe finds no fault", async () => {
    const query = "?v=1&district=small-rural&strategy=business-as-usual&coaching=7";
    const { page, context, faults } = await visit(site, query, options);
    await settle(page);
    const wide = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      const out = [...document.querySelectorAll("body *")].filter((each) => {
        const { left, right, width: size } = each.getBoundingClientRect();
        return size > 1 && (left < -1 || right > clientWidth + 1);
      });
      return {
        over: scrollWidth - clientWidth,
        out: out.map((each) => `${each.tagName}.${each.getAttribute("class")} ${each.textContent?.slice(0, 30)}`),
      };
    });
    expect(wide).toEqual({ over: 0, out: [] });
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
