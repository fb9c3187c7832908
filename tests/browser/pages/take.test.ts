import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { typeInto } from "../driver.ts";
import { inChromiumAlone, suite } from "../suite.ts";

const { go } = suite();

/** Time that a busy machine takes to scale a dozen plans to a budget, and to try a generation. */
const slow = { timeout: 400_000 };

/** Waits until the search is at a stage; of those that pass by, it may be at the next when it is seen. */
const stage = (page: Page, ...stages: readonly string[]) =>
  page.locator(stages.map((each) => `.tune-figure[data-stage^="${each}"]`).join()).waitFor(slow);
const answerOf = (page: Page) => page.locator("#page .answer").textContent();

test("what $3M buys in Porterville, and with what chance of 40%, is answered by clicks", {
  timeout: 900_000,
}, async () => {
  const { page } = await go();
  await page.getByRole("link", { name: "What would it take?" }).click();
  await page.getByLabel("District").selectOption("porterville-unified");
  const target = page.getByRole("slider", { name: "Target" });
  await target.focus();
  for (let press = 0; press < 8; press++) await page.keyboard.press("ArrowLeft");
  expect(await target.getAttribute("aria-valuetext")).toBe("40% of teachers");
  await page.getByRole("button", { name: "$10M" }).click();
  await page.getByRole("button", { name: "$3M", exact: true }).click();
  await expect.poll(() => page.url()).toMatch(/district=porterville-unified.*target\.share=0\.4/);

  await stage(page, "first", "shipped");
  const first = await answerOf(page);
  expect(first).toMatch(
    /A \d+% chance \(\d+% to \d+%\)\. With \$3M over 5 years in Porterville Unified, the best of \d+ plans is “.+”, planned to cost \$[\d.]+[kM]: in \d+ of its \d+ runs/,
  );
  expect(first).toContain("at least 40% of teachers use or own the practice in May of year 3");
  expect(first).toContain("a search may find better");
  await stage(page, "shipped");
  expect(await page.locator(".take-plans > li").count()).toBe(5);
  expect(await page.locator(".chart-chances svg").getAttribute("aria-label")).toContain("chance of the target");

  await page.getByRole("button", { name: "Search for better plans" }).click();
  await stage(page, "searching");
  expect(await answerOf(page)).toMatch(/The search has tried [1-9]\d* candidates in [1-9]\d* generations?/);
  expect(await page.locator(".take-works").textContent()).toMatch(/In 256 worlds, each run once/);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("Stopped. What was found so far is shown.").waitFor();
  expect(await page.getByRole("button", { name: "Go on searching" }).isEnabled()).toBe(true);

  await page
    .getByRole("button", { name: /^Pin to compare/ })
    .first()
    .click();
  await expect.poll(() => page.url()).toContain("pin1=");
  const name = (await page.locator(".take-plans h3").first().textContent()) ?? "";
  await page
    .getByRole("link", { name: `Open in Tune: ${name}` })
    .first()
    .click();
  await page.locator("h1", { hasText: "Can this plan reach 40% of teachers" }).waitFor();
  expect(await page.getByLabel("District").inputValue()).toBe("porterville-unified");
});

inChromiumAlone(() => {
  test("a budget typed in and a floor are in the link, which opens them", { timeout: 500_000 }, async () => {
    const { page } = await go("take.html?v=2&district=small-rural&take.budget=500000&take.floor=0.2");
    const budget = page.getByLabel("Budget, millions of dollars of 2024");
    expect(await budget.inputValue()).toBe("0.5");
    expect(await page.getByRole("slider", { name: "Floor" }).getAttribute("aria-valuetext")).toBe(
      "20% of teachers there",
    );
    await typeInto(budget, "0.8");
    await budget.press("Enter");
    await expect.poll(() => page.url()).toContain("take.budget=800000");
    await stage(page, "first", "shipped");
    expect(await answerOf(page)).toMatch(/\$800k .*the floor of 20%/s);
  });
});
