/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parameters } from "@uptake/model";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { typeInto, type Visit } from "../driver.ts";
import { root } from "../serve.ts";
import { settle } from "../site.ts";
import { inChromiumAlone, suite } from "../suite.ts";

const site = suite();

/** Opens the page and waits for its list of numbers. */
async function go(query = ""): Promise<Visit> {
  const made = await site.go(`sure${query}`);
  await made.page.locator("#numbers-search").waitFor();
  return made;
}

const row = (page: Page, name: string) => page.locator(`[id="${name}"]`);
const now = (page: Page) => page.locator(".sure-told").textContent();

/** Waits until all runs of what the page is set to are in, and returns what the line in sight says. */
async function settled(page: Page): Promise<string> {
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>(".chart-fan")?.dataset["settled"] === location.search,
  );
  await expect.poll(() => now(page)).toContain("of 100 runs");
  return (await now(page)) ?? "";
}

test("a number found by a search and moved by keys is a belief of the plan, changes what it comes to, and goes back", async () => {
  const { page } = await go("?v=2&m=0.1.0&district=small-rural");
  const before = await settled(page);
  await page.locator("#numbers-search").fill("support works");
  expect(await page.locator(".numbers-found").textContent()).toMatch(
    new RegExp(`^\\d of ${parameters.length} numbers$`),
  );
  const slider = row(page, "support.floor").getByRole("slider");
  expect(await slider.getAttribute("aria-valuetext")).toBe("not held: even, 0.1 to 0.5, share");
  await slider.focus();
  await page.keyboard.press("End");
  expect(await slider.getAttribute("aria-valuetext")).toBe("0.5 share");
  await page.waitForFunction(() => location.search.includes("support.floor=0.5"));
  expect(await settled(page)).not.toBe(before);
  await expect
    .poll(() => page.locator(".sure-besides").textContent(), { timeout: 60_000 })
    .toMatch(/^With the model’s own beliefs: median \d+%, \d+ of 100 runs\. Yours less those.*points/);
  await row(page, "support.floor")
    .getByRole("button", { name: /^Reset/ })
    .click();
  await page.waitForFunction(() => !location.search.includes("support.floor"));
  expect(await settled(page)).toBe(before);
  expect(await page.locator(".sure-moved").textContent()).toBe("Nothing moved.");
});

test("all numbers are listed with unit, prior, status and source", async () => {
  const { page } = await go();
  await page.locator("#numbers-search").fill(".");
  const rows = await page.locator("li.number").evaluateAll((all) =>
    all.map((each) => ({
      source: each.querySelector(".number-source")?.textContent?.length ?? 0,
      prior: each.querySelector(".number-prior small")?.textContent ?? "",
      unit: each.querySelector(".number-unit")?.textContent ?? "",
      drawn: each.querySelectorAll("svg").length,
    })),
  );
  expect(rows).toHaveLength(parameters.length);
  for (const { source, prior, unit, drawn } of rows) {
    expect(source).toBeGreaterThan(20);
    expect([prior, unit]).not.toContain("");
    expect(drawn).toBe(1);
  }
  await page.locator("#numbers-status").selectOption("measured");
  expect(await page.locator("li.number:visible").count()).toBe(
    parameters.filter(({ status }) => status === "measured").length,
  );
});

inChromiumAlone(() => {
  describe("a number", () => {
    test("typed beyond what is allowed is refused in words, and one outside what is believed is kept", async () => {
      const { page } = await go("#lapsing.withdrawal");
      const field = row(page, "lapsing.withdrawal").getByRole("spinbutton");
      await typeInto(field, "500");
      await field.press("Enter");
      await page.getByText("lapsing.withdrawal cannot be 500: 0 to 200 are allowed.").waitFor();
      expect(await field.inputValue()).toBe("");
      await typeInto(field, "100");
      await field.press("Enter");
      await page.waitForFunction(() => location.search.includes("lapsing.withdrawal=100"));
      await page.getByRole("button", { name: "Back to the model’s own" }).click();
      await page.waitForFunction(() => !location.search.includes("withdrawal"));
      expect(await field.inputValue()).toBe("");
    });

    test("has an address of its own, with its source in sight", async () => {
      const { page } = await go("#exit.districtSd");
      await expect.poll(() => row(page, "exit.districtSd").isVisible()).toBe(true);
      expect(await row(page, "exit.districtSd").locator(".number-source").textContent()).toContain("Texas panel");
      expect(await page.locator("[data-section=support] li").count()).toBe(0);
    });

    test("is reached from what a lever rests on", async () => {
      const { page } = await site.go("?v=2&m=0.1.0&district=small-rural");
      // Who leaves while workers load would see their files fail.
      await page.locator(".chart-fan svg").waitFor();
      await settle(page);
      // A key finds it wherever it stands.
      await page.locator("[data-lever=coaching] .lever-evidence summary").press("Enter");
      await page.locator('[data-lever=coaching] a[href$="#trying.coaching"]').click();
      await page.waitForURL(/sure.*district=small-rural.*#trying\.coaching$/);
      await row(page, "trying.coaching").waitFor();
      await settled(page);
    });
  });

  test("a rival assumption is part of the plan, and takes over the number that it holds", async () => {
    const { page } = await go("?v=2&m=0.1.0&district=small-rural&parameters.values.support.rho=0.5#support.rho");
    await page
      .getByRole("group", { name: /^How time, leadership and office join/ })
      .getByRole("button", { name: "Summed" })
      .click();
    await page.waitForFunction(() => location.search.includes("levels=sum") && !location.search.includes("rho"));
    expect(await row(page, "support.rho").getByRole("slider").isDisabled()).toBe(true);
    expect(await row(page, "support.rho").textContent()).toContain("held by a rival assumption");
  });

  test("which number decides is found for the plan on show", { timeout: 240_000 }, async () => {
    const { page } = await go("?v=2&m=0.1.0&district=small-rural&horizon=24&target.month=22");
    await page.getByRole("button", { name: "Find out" }).click();
    await page.getByRole("button", { name: "Stop" }).waitFor();
    await page.locator(".deciding [role=status]", { hasText: "400 runs" }).waitFor({ timeout: 200_000 });
    const said = (await page.locator(".deciding").textContent()) ?? "";
    expect(said).toMatch(/stand.* out over \d+ worlds \(400 runs\)/);
    expect(said).toContain("seed “uptake”, version 0.1.0");
    const first = page.locator(".deciding-found tbody a").first();
    const name = (await first.textContent()) ?? "";
    await first.click();
    await expect.poll(() => row(page, name).isVisible()).toBe(true);
  });

  test("what is held, missed, foretold and cannot be said stands in sight, all figures on demand", async () => {
    const { page } = await go();
    expect(await page.locator(".pattern").count()).toBeGreaterThan(20);
    const figures = JSON.parse(readFileSync(join(root, "tests/patterns/figures.json"), "utf8")) as {
      readonly pattern: string;
      readonly holds?: boolean;
    }[];
    expect(await page.locator(".misses li").count()).toBe(figures.filter(({ holds }) => holds === false).length);
    expect(await page.locator(".limits li").count()).toBeGreaterThan(10);
    expect(await page.locator("#forecasts").textContent()).toContain("How far such bands have held");
    const first = page.locator(".pattern").first();
    await first.locator("summary").click();
    await first.locator("tbody tr").first().waitFor();
    expect(await first.locator("tbody tr").count()).toBe(figures.filter(({ pattern }) => pattern === "P1").length);
  });
});
