import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { drawn, nothingWrong, seenFaults } from "./seen.ts";
import { settle } from "./site.ts";
import { suite } from "./suite.ts";

const rural = "?v=2&district=small-rural";
const few = `${rural}&replicates=25`;

const home = suite();

/** Opens the first page and waits for its chart. */
async function go(query = "", options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await home.go(query, options);
  await page.locator(".chart-fan svg").waitFor();
  return page;
}

test("a link to another plan does not show the answer that stands in the page", async () => {
  const context = await home.site.driver.context();
  const page = await context.newPage();
  await page.goto(`${home.site.address}${rural}`, { waitUntil: "commit" });
  await page.locator("#first").waitFor({ state: "attached" });
  expect(await page.locator("#first").isVisible()).toBe(false);
  await context.close();
});

describe("the plan", () => {
  test("opened by a link never has another's curve or numbers", async () => {
    const context = await home.site.driver.context();
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
    await page.goto(`${home.site.address}${few}&strategy=coaching-only`);
    await page.locator(".chart-fan").waitFor({ state: "attached" });
    await settle(page);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    const told = seen.filter((each) => /\d+%/.test(each.replace(/The target is \d+%/, "")));
    expect(new Set(told)).toEqual(new Set([seen.at(-1)]));
    await context.close();
  });

  test("is carried to the other pages and back", async () => {
    const page = await go(few);
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
    const page = await go(`${few}&strategy=coaching-only`);
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
  test("tells its values at the pointer and by keys", async () => {
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
  });

  test("is redrawn for paper, light and within the sheet, and again for the screen", async () => {
    const page = await go("", { colorScheme: "dark" });
    const width = (): Promise<number> =>
      page.evaluate(() => Number(document.querySelector(".chart-fan svg")?.getAttribute("width")));
    const onScreen = await width();
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 718, height: 1000 }); // A4 within margins of a centimetre
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await width()).toBe(660);
    const laid = await page.evaluate(() => {
      const box = (selector: string): DOMRect => document.querySelector(selector)!.getBoundingClientRect();
      const lefts = [...document.querySelectorAll(".cards .card-title")].map((one) => one.getBoundingClientRect().left);
      return {
        columns: new Set(lefts.map(Math.round)).size,
        close: box("#page .practice").top - box("#page .answer").bottom < 40,
        settings: box("#page .tune-controls").top > box("#page .cards").bottom,
      };
    });
    expect(laid).toEqual({ columns: 3, close: true, settings: true });
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toBe("rgb(251, 250, 247)");
    expect(await page.locator(".tools").first().isVisible()).toBe(false);
    expect(await page.locator(".control-track input").first().isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect.poll(width).toBe(onScreen);
  });
});

describe("what is seen", () => {
  test("at 900 pixels lies side by side, within the window, and a chart of a page's own has the page's width", async () => {
    const page = await go("", { viewport: { width: 900, height: 900 } });
    await page.locator(".chart-tiers svg").waitFor();
    await drawn(page);
    expect(await seenFaults(page)).toEqual(nothingWrong);
    const own = await page.evaluate(() => {
      const line = document.createElement("p");
      line.append(document.createElement("div"));
      document.querySelector(".frame:has(#page)")?.append(line);
      return [line.clientWidth, document.querySelector("#page")?.clientWidth];
    });
    expect(own[0]).toBe(own[1]);
  });

  test("does not jump under the finger when a slider moves before the first runs", async () => {
    const page = await go(`${few}&strategy=business-as-usual`);
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
    const small = page.locator("#page .answer-small");
    expect(await small.textContent()).toMatch(/runs reach(es)? it; median \d+%/);
    expect(
      await small.evaluate((one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight),
    ).toBe(true);
  });

  test("on a phone leaves nothing under the curve that is gone to by keys, forwards or back", async () => {
    const page = await go("", { viewport: { width: 390, height: 844 } });
    const curve = page.locator(".chart-fan");
    const under = async (): Promise<string | undefined> => {
      const { y = 0, height = 0 } = (await curve.boundingBox()) ?? {};
      return page.evaluate((bottom) => {
        const at = document.activeElement as HTMLElement;
        if (!at.closest(".tune-controls")) return undefined;
        return at.getBoundingClientRect().top < bottom ? `${at.tagName} ${at.id || at.textContent}` : "";
      }, y + height);
    };
    await page.getByRole("slider", { name: "How much of the practice" }).focus();
    const hidden: (string | undefined)[] = [];
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Shift+Tab");
      hidden.push(await under());
    }
    expect(hidden.filter((one) => one === "").length).toBeGreaterThan(20);
    expect(hidden.filter(Boolean)).toEqual([]);
  });
});

test("the footer leads to the source of every number", async () => {
  const page = await go();
  const way = await page.locator("#observablehq-footer a").getAttribute("href");
  expect(new URL(way ?? "", page.url()).href).toMatch(/\/sure(\.html)?($|[?#])/);
});

test("a slider shows what it does to the answer, once the reader comes near it", async () => {
  const page = await go(few);
  await settle(page);
  const strip = page.locator(".control:has(#control-coaching) .strip");
  expect(await strip.count()).toBe(0);
  await page.getByRole("slider", { name: "Coaching" }).focus();
  await strip.waitFor({ timeout: 40_000 });
  expect(await strip.getAttribute("aria-label")).toMatch(/median in May of year 3, of 25 runs/);
  await page.getByRole("button", { name: "As today" }).click();
  await expect.poll(() => strip.count()).toBe(0);
});
