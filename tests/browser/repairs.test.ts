import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openPage, type Visit } from "./driver.ts";
import { root } from "./serve.ts";
import { open, type Site, settle, visit } from "./site.ts";

const rural = "?v=2&district=small-rural";

let site: Site;
const visits: Visit[] = [];
beforeAll(async () => {
  site = await open("Chromium");
});
afterAll(() => site.close());
afterEach(async () => {
  const found = visits.flatMap(({ faults }) => faults);
  await Promise.all(visits.splice(0).map(({ context }) => context.close()));
  expect(found).toEqual([]);
});

async function go(query = "", options: BrowserContextOptions = {}): Promise<Page> {
  const made = await visit(site, query, options);
  visits.push(made);
  return made.page;
}

describe("before any script runs", () => {
  const html = (): string => readFileSync(join(root, "notebooks/dist/index.html"), "utf8");

  test("the first answer and its chart stand in the page, with what they are from", () => {
    expect(html()).toMatch(/<p class="answer"><em>[A-Z][^<]+\.<\/em> \d+ of 100 runs reach 80%/);
    expect(html()).toMatch(/chart-first"><svg[\s\S]*100 worlds, seed “uptake”, version/);
    expect(html()).toMatch(/<meta name="description" content="[^"]{50,}"/);
    expect(html()).toContain('content="share.png"');
    expect(readFileSync(join(root, "notebooks/dist/share.png")).subarray(1, 4).toString()).toBe("PNG");
  });

  test("they are seen without JavaScript, and once with it", async () => {
    const context = await site.driver.context({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(site.address);
    const first = await still.locator(".answer").textContent();
    expect(await still.locator(".chart-first svg").isVisible()).toBe(true);
    await context.close();
    const page = await go();
    expect(await page.locator(".chart-first").isVisible()).toBe(false);
    expect(await page.locator("#page .answer").textContent()).toBe(first);
  });

  test("a link to another plan does not show them", async () => {
    const context = await site.driver.context();
    const page = await context.newPage();
    await page.goto(`${site.address}${rural}`, { waitUntil: "commit" });
    await page.locator("#first").waitFor({ state: "attached" });
    expect(await page.locator("#first").isVisible()).toBe(false);
    await context.close();
  });
});

describe("the plan", () => {
  test("opened by a link never has another's curve or numbers", async () => {
    const context = await site.driver.context();
    const page = await context.newPage();
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const said = document.querySelector("#page .chart-fan svg")?.getAttribute("aria-label") ?? "";
        const values = [...document.querySelectorAll("#page .card-value")].map((each) => each.textContent).join("|");
        if (seen.at(-1) !== `${said} ${values}`) seen.push(`${said} ${values}`);
      }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await page.goto(`${site.address}${rural}&strategy=coaching-only`);
    await page.locator(".chart-fan").waitFor({ state: "attached" });
    await settle(page);
    const last = await page.evaluate(() => (window as unknown as { seen: string[] }).seen.at(-1));
    const others = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(others.filter((each) => /\d+%/.test(each.replace(/The target is \d+%/, "")) && each !== last)).toEqual([]);
    await context.close();
  });

  test("is carried to the other pages and back", async () => {
    const page = await go(rural);
    await settle(page);
    await page.getByRole("button", { name: "Coaching only" }).click();
    await page.getByRole("link", { name: "How sure?" }).first().click();
    await page.waitForURL(/sure/);
    expect(page.url()).toContain("strategy=coaching-only");
    await page.getByRole("link", { name: "Tune" }).click();
    await page.locator(".chart-fan svg").waitFor();
    expect((await settle(page)).query).toContain("strategy=coaching-only");
  });

  test("tells spending that no plain slider shows, and shows every setting on request", async () => {
    const page = await go();
    const investment = page.locator("[data-lever=investment]");
    expect(await investment.locator(".lever-besides").textContent()).toContain("principals’ development 50%");
    const few = await page.getByRole("slider").count();
    await page.getByRole("button", { name: /^All \d+ settings/ }).click();
    expect(await page.getByRole("slider").count()).toBeGreaterThan(few + 15);
    expect(await investment.getByRole("slider", { name: "Principals’ development" }).inputValue()).toBe("50");
  });

  test("is kept in the browser, exported, opened and pinned", async () => {
    const page = await go(`${rural}&strategy=coaching-only`);
    await settle(page);
    await page.getByLabel("Name of the plan").fill("Mine");
    await page.getByRole("button", { name: "Keep: this plan" }).click();
    await page.getByRole("button", { name: "Pin: this plan" }).click();
    await page.getByRole("button", { name: "As today" }).click();
    await page.getByRole("button", { name: "Open: Mine" }).last().click();
    await expect.poll(() => page.url()).toContain("strategy=coaching-only");
    expect(page.url()).toContain("pin1=Mine");
    await page.getByLabel("Open a scenario file").setInputFiles({
      name: "picture.yaml",
      mimeType: "image/png",
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]),
    });
    await page.getByText("“picture.yaml” could not be opened.").waitFor();
  });
});

describe("a figure", () => {
  test("tells its values at the pointer and by keys, and its numbers as a table", async () => {
    const page = await go();
    const cursor = page.locator(".chart-fan .cursor");
    const box = (await cursor.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    expect(await page.locator(".chart-fan .cursor-values").textContent()).toMatch(/year 3.*this plan: \d+% \(median\)/);
    await cursor.focus();
    await page.keyboard.press("Home");
    expect(await cursor.getAttribute("aria-valuetext")).toContain("the start");
    await page.keyboard.press("ArrowRight");
    expect(await cursor.getAttribute("aria-valuetext")).toMatch(/August.*half of runs \d+% to \d+%/);
    await page.locator("[data-figure=fan] summary").click();
    const rows = page.locator("[data-figure=fan] tbody tr");
    await expect.poll(() => rows.count(), { timeout: 50_000 }).toBeGreaterThan(100);
  });

  test("stands alone under ?embed=NAME", async () => {
    const page = await go(`${rural}&embed=fan`);
    await settle(page, "?v=2&m=0.1.0&district=small-rural");
    expect(await page.locator("#observablehq-header").isVisible()).toBe(false);
    expect(await page.getByRole("slider", { name: "Coaching" }).count()).toBe(0);
    expect(await page.locator(".chart-fan svg").isVisible()).toBe(true);
    expect(await page.locator(".notice").textContent()).toBe("");
    expect(page.url()).toContain("embed=fan");
  });

  test("is redrawn for paper, light and within the sheet, and again for the screen", async () => {
    const page = await go("", { colorScheme: "dark" });
    const width = (): Promise<number> =>
      page.evaluate(() => Number(document.querySelector(".chart-fan svg")?.getAttribute("width")));
    const onScreen = await width();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await width()).toBe(660);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toBe("rgb(251, 250, 247)");
    expect(await page.locator(".tools").first().isVisible()).toBe(false);
    expect(await page.locator(".control-track input").first().isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await width()).toBe(onScreen);
  });
});

describe("what is seen", () => {
  /** Lists texts of the page that lie over each other. */
  const overlaps = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const texts = [...document.querySelectorAll<HTMLElement>("#page h1, #page h2, #page h3, #page p, #page svg text")]
        .filter((each) => each.checkVisibility() && !each.matches(".unseen, .answer-small") && each.textContent !== "")
        .map((each) => ({ text: each.textContent?.slice(0, 30), box: each.getBoundingClientRect(), each }));
      const found: string[] = [];
      for (const [i, a] of texts.entries())
        for (const b of texts.slice(i + 1)) {
          if (a.each.contains(b.each) || b.each.contains(a.each)) continue;
          const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (wide > 3 && high > 3) found.push(`${a.text} / ${b.text}`);
        }
      return found;
    });

  test.for([390, 760, 800, 900, 1000, 1280])("at %d pixels lies side by side, within the window", async (width) => {
    const page = await go("", { viewport: { width, height: 900 } });
    await page.locator(".chart-tiers svg").waitFor();
    expect(await overlaps(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // A chart of a page's own, in a line of Markdown, has the page's width.
    const own = await page.evaluate(() => {
      const line = document.createElement("p");
      line.append(document.createElement("div"));
      document.querySelector(".frame:has(#page)")?.append(line);
      return [line.clientWidth, document.querySelector("#page")?.clientWidth];
    });
    expect(own[0]).toBe(own[1]);
  });

  test("does not jump under the finger when a slider moves before the first runs", async () => {
    const page = await go(`${rural}&strategy=business-as-usual`);
    const slider = page.getByRole("slider", { name: "Invitation" });
    const place = (): Promise<number | undefined> =>
      slider.evaluate((each) => each.getBoundingClientRect().top + scrollY);
    const before = await place();
    await slider.focus();
    await page.keyboard.press("End");
    expect(await place()).toBe(before);
    await settle(page);
    expect(await place()).toBe(before);
    for (const value of await page.locator(".card-value").allTextContents()) expect(value).not.toBe("");
  });

  test("on a phone keeps the curve and a short answer in sight at the last slider", async () => {
    const page = await go("", { viewport: { width: 390, height: 844 } });
    await page.getByRole("slider", { name: "How much of the practice" }).scrollIntoViewIfNeeded();
    const seen = (selector: string): Promise<boolean> =>
      page.locator(selector).evaluate((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        return top >= -1 && bottom <= innerHeight;
      });
    expect(await seen("#page .answer-small")).toBe(true);
    expect(await seen(".chart-fan svg")).toBe(true);
    expect(await page.locator("#page .answer-small").textContent()).toMatch(/runs reach it; median \d+%/);
  });

  test("keeps tracks and thumbs where colours are forced", async () => {
    const page = await go("", { forcedColors: "active" });
    const track = page.locator("#control-coaching");
    expect(await track.evaluate((each) => getComputedStyle(each).forcedColorAdjust)).toBe("none");
    const colours = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ["--accent", "--track", "--paper"].map((name) => style.getPropertyValue(name).trim());
    });
    expect(new Set(colours).size).toBe(3);
  });

  test.for(["light", "dark"] as const)(
    "in %s, words of charts stand out from the paper by 4.5 to 1",
    async (scheme) => {
      const page = await go("", { colorScheme: scheme });
      const faint = await page.evaluate(() => {
        const channel = (value: number): number => {
          const share = value / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        };
        const luminance = (colour: string): number => {
          const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
          return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
        };
        const paper = luminance(getComputedStyle(document.body).backgroundColor);
        return [...document.querySelectorAll("#page svg text")]
          .filter((text) => text.textContent !== "")
          .map((text) => {
            const own = luminance(getComputedStyle(text).fill);
            const ratio = (Math.max(own, paper) + 0.05) / (Math.min(own, paper) + 0.05);
            return { text: text.textContent, ratio };
          })
          .filter(({ ratio }) => ratio < 4.5);
      });
      expect(faint).toEqual([]);
    },
  );
});

test("the footer leads to the source of every number", async () => {
  const page = await go();
  const way = await page.locator("#observablehq-footer a").getAttribute("href");
  const sources = await openPage(site.driver, new URL(way ?? "", page.url()).href);
  visits.push(sources);
  await sources.page.locator("#numbers-search").fill(".");
  expect(await sources.page.locator("li.number .number-source").count()).toBeGreaterThan(200);
});

test("a slider shows what it does to the answer, once the reader comes near it", async () => {
  const page = await go(rural);
  await settle(page);
  const strip = page.locator(".control:has(#control-coaching) .strip");
  expect(await strip.count()).toBe(0);
  await page.getByRole("slider", { name: "Coaching" }).focus();
  await strip.waitFor({ timeout: 40_000 });
  expect(await strip.getAttribute("aria-label")).toMatch(/median in May of year 3, of 25 runs/);
  await page.getByRole("button", { name: "As today" }).click();
  await expect.poll(() => strip.count()).toBe(0);
});

test("an address that leads nowhere is told so", () => {
  const text = readFileSync(join(root, "notebooks/dist/404.html"), "utf8");
  expect(text).toContain("There is no such page");
  expect(text).toContain('href="./"');
});
