import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stress } from "@uptake/study/stress";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { commandLine } from "../command-line.ts";
import { fileFrom } from "../driver.ts";
import { inChromiumAlone, suite } from "../suite.ts";

const { go } = suite();

const small = "break?v=2&district=small-rural&horizon=36&replicates=50&target.share=0.3";

/** Waits until the curve and the whole test of the plan in the address are on show. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [".chart-curve", ".chart-success"].every(
        (name) => (document.querySelector(name) as HTMLElement | null)?.dataset["settled"] === location.search,
      ),
    undefined,
    { timeout: 100_000 },
  );
}

const answer = (page: Page) => page.locator("#page .answer").textContent();

test("what breaks a plan is answered by clicks, with the numbers of the command line", {
  timeout: 300_000,
}, async () => {
  const { page } = await go(small);
  await settle(page);
  expect(await answer(page)).toMatch(
    /^.*(more than any other shock|as far as can be told)\. It takes [\d.]+ points off adoption in May of year 3 .*\d+ of 50 worlds still reach 30%/,
  );
  expect(await page.locator(".chart-difference").isVisible()).toBe(false);

  await page.getByRole("button", { name: "Budget cut", exact: true }).click();
  await page.waitForFunction(() => location.search.includes("budget-cut"));
  await settle(page);
  expect(await answer(page)).toMatch(/Your shocks take [\d.]+ points/);
  expect(await page.locator(".chart-difference svg").getAttribute("aria-label")).toMatch(/lower under these shocks/);

  const month = page.getByRole("slider", { name: "Budget cut: first month" });
  expect(await month.getAttribute("aria-valuetext")).toBe("August of year 2");
  await month.focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("checkbox", { name: "Superintendent leaves" }).check();
  await page.waitForFunction(() => /month=13.*superintendent-exit/.test(location.search));
  await settle(page);
  expect(await month.getAttribute("aria-valuetext")).toBe("September of year 2");
  expect(await page.locator(".chart-harm svg").textContent()).toContain("your shocks");
  expect(await page.locator(".box-sentence").textContent()).toMatch(/fails/);

  const table = await fileFrom(page, () => page.locator("[data-figure=harm] [data-tool=csv]").click());
  const [head = "", ...lines] = table.content.toString().trim().split("\n");
  const columns = head.split(",");
  const study = await fileFrom(page, () => page.getByRole("button", { name: "stress.yaml" }).click());
  const folder = await mkdtemp(join(tmpdir(), "uptake-break-"));
  await writeFile(join(folder, study.file), study.content);
  const { underShocks } = (await commandLine(
    "study",
    join(folder, study.file),
    "--out",
    join(folder, "out"),
  )) as Stress;
  await rm(folder, { recursive: true });
  const [none, ...others] = underShocks;
  const told = [none!, others.at(-1)!, ...others.slice(0, -1)].flatMap(({ strategies }) =>
    strategies.map(({ outcome, change, robustness, regret }) =>
      [robustness.met, robustness.low, outcome.mean, outcome.low, change!.mean, change!.high, regret!.mean.mean].map(
        String,
      ),
    ),
  );
  const wanted = ["worlds that succeed", "success low", "mean", "mean low", "change", "change high", "regret"];
  expect(lines.map((line) => wanted.map((name) => line.split(",")[columns.indexOf(name)]))).toEqual(told);
  expect(told).toHaveLength(8 * 3);

  // Shocks belong to the plan: the next page has them too, and undo takes them back.
  await page.getByRole("checkbox", { name: "Superintendent leaves" }).uncheck();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(() => location.search.includes("superintendent-exit"));
  await page.getByRole("link", { name: "Tune" }).click();
  await page.locator(".chart-fan svg").waitFor();
  expect(page.url()).toMatch(/shocks\.0\.month=13.*superintendent-exit/);
});

inChromiumAlone(() => {
  test("a test can be stopped, shows what is there with its count, and goes on", async () => {
    const { page } = await go("break?v=2&district=small-rural&replicates=400");
    await page.locator("#page .answer em").waitFor({ timeout: 100_000 });
    await page.getByRole("button", { name: "Stop" }).click();
    await expect
      .poll(() => page.locator(".test-work .notice").textContent())
      .toMatch(/holds for (25|50|100|200) worlds/);
    expect(await page.locator("[data-figure=success] .figure-source").textContent()).toMatch(/^(25|50|100|200) runs/);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.locator(".test-work progress").waitFor();
  });
});
