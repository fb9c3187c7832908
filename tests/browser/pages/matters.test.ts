import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { evaluateHere } from "../../../packages/study/src/evaluate/evaluate-here.ts";
import { answerTo, type Deciding } from "../../../packages/study/src/questions/index.ts";
import { fileFrom } from "../driver.ts";
import { inChromiumAlone, suite } from "../suite.ts";

const { go } = suite();

/** A small plan, read early and in few replicates, so that its studies take seconds. */
const query = "?v=2&district=small-rural&strategy=coaching-only&target.month=10&replicates=25";

/** Waits until a study of the page has its whole answer. */
const settled = (page: Page, name: string): Promise<void> =>
  page.locator(`.chart-${name}[data-settled]`).waitFor({ state: "attached", timeout: 120_000 });

test("a new user reads which belief decides: its name, its range and what it changes, with the numbers of Node", async () => {
  const { page } = await go(query.replace("&strategy=coaching-only", ""));
  await page.getByRole("link", { name: "What matters" }).click();
  await page.waitForURL(/matters/);
  await page.getByRole("button", { name: "Coaching only" }).click();
  await page.waitForURL(/strategy=coaching-only/);
  await settled(page, "deciding");

  const answer = (await answerTo(
    "tornado",
    {
      scenario: { district: "small-rural", strategy: "coaching-only", target: { month: 10 } },
      replicates: 25,
      seed: "uptake",
    },
    {
      evaluate: evaluateHere,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onPartial: () => undefined,
    },
  )) as Deciding;
  const [first] = answer.bars;
  const said = (await page.locator(".answer").textContent()) ?? "";
  expect(said).toMatch(
    /^“[^”]+” decides most\. At the high end of what is believed \(.+\) and not the low end \(\S+\), adoption in May of year 1 is \d+%/,
  );
  expect(said).toMatch(/points? (more|less) \(95% interval [−\d.]+ to [−\d.]+; 25 replicates each\)/);
  expect(said).toMatch(/The chance of 80% is \d+% \(<?\d+% to \d+%\) and not \d+% \(<?\d+% to \d+%\)\.$/);
  expect(said).toContain(`At the high end of what is believed (${Number(first!.high.at.toPrecision(3))}`);

  const { file, content } = await fileFrom(page, () => page.locator("[data-study=deciding] [data-tool=csv]").click());
  expect(file).toBe("deciding.csv");
  const rows = content
    .toString()
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, "")));
  expect(rows.map((row) => row[1])).toEqual(answer.bars.map(({ name }) => name));
  expect(rows.map((row) => row.slice(3, 17))).toEqual(
    answer.bars.map(({ low, high, difference, replicates }) =>
      [
        low.at,
        high.at,
        low.mean,
        high.mean,
        difference?.mean,
        difference?.low,
        difference?.high,
        low.chance,
        ...(low.chanceInterval ?? [null, null]),
        high.chance,
        ...(high.chanceInterval ?? [null, null]),
        replicates,
      ].map((value) => String(value ?? "")),
    ),
  );
});

inChromiumAlone(() => {
  test("work can be stopped, what is there stays with its count, and the next question is taken up", async () => {
    const { page } = await go(`matters${query.replace("=25", "=400")}`);
    const study = page.locator("[data-study=deciding]");
    await study.locator(".study-so", { hasText: /^So far, from \d+ replicates each/ }).waitFor();
    await study.getByRole("button", { name: "Stop" }).click();
    await study.getByText(/^Stopped\. What is shown rests on (25|50|100|200) replicates each\.$/).waitFor();
    expect(await study.locator("svg").count()).toBe(1);
    await page.locator("[data-study=beliefs]").getByRole("button", { name: "Stop" }).waitFor();
  });

  test("every other question is answered, and two levers are chosen by hand", async () => {
    const { page } = await go(`matters${query}`);
    for (const name of ["beliefs", "variance", "wedges", "map"]) await settled(page, name);
    expect(await page.locator("[data-study=beliefs] .study-answer").textContent()).toMatch(
      /^For a sceptic adoption in May of year 1 is \d+% \(\d+% to \d+%\), for the hopeful \d+% \(\d+% to \d+%\); the chance of 80% is \d+% \(.* \(95% intervals\)\.$/,
    );
    expect(await page.locator("[data-study=variance] .study-answer").textContent()).toMatch(
      /\d+% of the spread .* is luck/,
    );
    expect(await page.locator("[data-study=wedges] svg").getAttribute("aria-label")).toContain("Coaching");
    await page.getByLabel("Up", { exact: true }).selectOption("coaching");
    await page.locator("[data-study=map]").getByText("Choose two different levers.").waitFor();
    await page.getByLabel("Up", { exact: true }).selectOption("leadership");
    await expect.poll(() => page.url()).toContain("matters.levers=coaching,leadership");
    // What does not hang on them is not worked out again.
    expect(await page.locator("[data-study=wedges] svg").isVisible()).toBe(true);
    await settled(page, "map");
    expect(await page.locator("[data-study=map] .study-answer").textContent()).toContain("“Prepared leaders” at");
    // What was told of the plan before goes at once.
    await page.getByRole("button", { name: "Mandate", exact: true }).click();
    expect(await page.locator(".chart-deciding[data-settled]").count()).toBe(0);
  });
});
