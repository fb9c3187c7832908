/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { words } from "../../notebooks/src/words/kit.ts";
import { axeFaults } from "./axe-faults.ts";
import { fileFrom, killWorkers, openPage, type Visit } from "./driver.ts";
import { drawn, nothingWrong, seenFaults } from "./seen.ts";
import { root } from "./serve.ts";
import { open, type Site } from "./site.ts";
import { addressOf, sitePages } from "./site-pages.ts";

let site: Site;
beforeAll(async () => {
  site = await open("Chromium");
});
afterAll(() => site.close());

const dist = join(root, "notebooks/dist");

test("every page of the navigation is looked at, and has a title, a description of its own and a picture to share", () => {
  const paths = sitePages.map(({ path }) => `/${path}`);
  expect(paths).toEqual(Object.keys(words.pages));
  const told = sitePages.map(({ path }) => {
    const html = readFileSync(join(dist, `${path || "index"}.html`), "utf8");
    const meta = (name: string): string =>
      new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? "";
    expect(html).toContain(`<title>${words.pages[`/${path}`]} | Uptake</title>`);
    expect(meta("og:title")).toBe(words.pages[`/${path}`]);
    expect(meta("og:description")).toBe(meta("description"));
    expect(meta("og:image")).toMatch(/share\.png$/);
    return meta("description");
  });
  expect(new Set(told).size).toBe(sitePages.length);
  for (const description of told) expect(description.length).toBeGreaterThan(50);
  expect(readFileSync(join(dist, "share.png")).subarray(1, 4).toString()).toBe("PNG");
});

test.for(["nowhere", "break/nowhere"])("an address that leads nowhere, %s, has no page", async (path) => {
  const response = await fetch(`${site.address}${path}`);
  expect(response.status).toBe(404);
  const told = readFileSync(join(dist, "404.html"), "utf8");
  expect(told).toContain("There is no such page");
  expect(told).toContain('href="./"');
});

describe.for(sitePages.map((one) => [one.path || "home", one] as const))("the page %s", ([, one]) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openPage(site.driver, `${site.address}${addressOf(one)}`);
  });
  afterAll(async () => {
    await visit.context.close();
    expect(visit.faults).toEqual([]);
  });

  afterEach(async () => {
    await visit.page.emulateMedia({ media: "screen", colorScheme: "light", forcedColors: "none" });
    await visit.page.evaluate(() => dispatchEvent(new Event("afterprint")));
  });

  test("answers, though its workers are killed at work", { timeout: 400_000 }, async () => {
    const { page } = visit;
    expect(await killWorkers(page)).toBeGreaterThan(0);
    await page.locator(one.answered).first().waitFor({ state: "attached", timeout: 360_000 });
    expect(await page.locator(".notice p").allTextContents()).toEqual([]);
    await one.open?.(page);
  });

  test("has for every figure a sentence, values at keys, a table and a file of numbers with seed and version", async () => {
    const { page } = visit;
    const { seed = "uptake" } = one;
    for (const name of one.figures) {
      const figure = page.locator(`[data-figure=${name}]`);
      await figure.locator(".chart svg").first().waitFor({ timeout: 100_000 });
      await expect.poll(() => figure.locator(".figure-sentence").textContent(), { message: name }).toMatch(/\d.*\.$/s);
      expect(await figure.locator(".figure-source").textContent(), name).toMatch(
        new RegExp(`\\d+ runs?, seed “${seed}”, version \\d`),
      );
      const cursor = figure.locator(".cursor");
      if ((await cursor.count()) > 0) {
        await cursor.focus();
        await page.keyboard.press("Home");
        await page.keyboard.press("ArrowRight");
        expect(await cursor.getAttribute("aria-valuetext"), name).toMatch(/\d/);
      }
      await figure.locator(".figure-table summary").click();
      await expect.poll(() => figure.locator("tbody tr").count(), { message: name }).toBeGreaterThan(0);
      await figure.locator(".figure-table summary").click();
      const { content } = await fileFrom(page, () => figure.locator("[data-tool=csv]").click());
      const [head = "", first = ""] = content.toString().split("\n");
      expect(head, name).toMatch(/replicates.*,seed,version$/);
      expect(first, name).toMatch(new RegExp(`,${seed},\\d+\\.\\d+\\.\\d+$`));
    }
  });

  test("fits at every width in both schemes, its words stand out, and axe finds no fault", {
    timeout: 400_000,
  }, async () => {
    const { page } = visit;
    // Widths differ in where things stand, the dark in contrast alone: what hangs on neither is judged once.
    const placed = ["color-contrast", "scrollable-region-focusable", "target-size"];
    const contrast = ["color-contrast"];
    const looks: readonly (readonly [scheme: "light" | "dark", width: number, rules?: readonly string[]])[] = [
      ["light", 1280, []],
      ["light", 1000],
      ["light", 800],
      ["light", 760],
      ["light", 390, placed],
      ["light", 320], // 1,280 pixels at a zoom of 400%
      ["dark", 390],
      ["dark", 800],
      ["dark", 1280, contrast],
    ];
    for (const [colorScheme, width, rules] of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      await drawn(page);
      const at = `${width} ${colorScheme}`;
      expect(await seenFaults(page), at).toEqual(nothingWrong);
      if (rules) expect(await axeFaults(page, rules), at).toEqual([]);
    }
  });

  test("has nothing to press on a phone that is smaller than 24 pixels, but words within a sentence", async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 390, height: 844 });
    await drawn(page);
    const small = await page.locator("#page :is(button, summary, select)").evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility() && !each.matches(".story-date"))
        .map((each) => ({
          name: (each.ariaLabel ?? each.textContent ?? "").trim(),
          ...each.getBoundingClientRect().toJSON(),
        }))
        .filter(({ width, height }) => width > 0 && Math.min(width, height) < 23.9)
        .map(({ name, width, height }) => `${name}: ${Math.round(width)} by ${Math.round(height)}`),
    );
    expect(small).toEqual([]);
  });

  test("is printed light, within the sheet, with nothing split and nothing to press", async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 718, height: 1000 }); // A4 within margins of a centimetre
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await seenFaults(page)).toEqual(nothingWrong);
    const paper = await page.evaluate(() => {
      const seen = (selector: string): HTMLElement[] =>
        [...document.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());
      const name = (each: HTMLElement): string => `${each.className} ${(each.textContent ?? "").slice(0, 30)}`;
      return {
        background: getComputedStyle(document.body).backgroundColor,
        pressed: seen("button:not([aria-pressed=true], .story-date), input[type=file], canvas").map(name),
        split: seen(".figure, .card, .control, .table, .said-table")
          .filter(
            (each) => getComputedStyle(each).breakInside !== "avoid" && getComputedStyle(each).display !== "contents",
          )
          .map(name),
        tall: seen(".figure, .card, .control")
          .filter((each) => each.getBoundingClientRect().height > 1000)
          .map(name),
      };
    });
    expect(paper).toEqual({ background: "rgb(251, 250, 247)", pressed: [], split: [], tall: [] });
  });

  test("keeps tracks, charts and words where colours are forced", async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ forcedColors: "active" });
    await drawn(page);
    expect(await seenFaults(page)).toEqual(nothingWrong);
    const forced = await page.evaluate(() =>
      [...document.querySelectorAll("#page :is(input[type=range], .chart svg, .strip, .plan-dot, .shock-bar)")]
        .filter((each) => each.checkVisibility() && getComputedStyle(each).forcedColorAdjust !== "none")
        .map((each) => each.outerHTML.slice(0, 60)),
    );
    expect(forced).toEqual([]);
    const colours = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ["--accent", "--track", "--paper"].map((name) => style.getPropertyValue(name).trim());
    });
    expect(new Set(colours).size).toBe(3);
  });

  // All figures are embedded by one piece of code; on the first page, that made last too.
  test.for(one.figures.filter((_, i, all) => i === 0 || (one.path === "" && i === all.length - 1)))(
    "shows %s alone under ?embed",
    async (name) => {
      const { page, context, faults } = await openPage(
        site.driver,
        `${site.address}${addressOf(one, `&embed=${name}`)}`,
      );
      const figure = page.locator(`.embedded[data-figure=${name}]`);
      await figure.locator(".chart svg").first().waitFor({ timeout: 100_000 });
      const others = await page.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter(
            (each) =>
              !each.closest(".embedded") && each.matches("h1, h2, h3, p, a, button, input, select, summary, svg"),
          )
          .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
          .map((each) => each.outerHTML.slice(0, 80)),
      );
      expect(others).toEqual([]);
      expect(page.url()).toContain(`embed=${name}`);
      await context.close();
      expect(faults).toEqual([]);
    },
  );
});
