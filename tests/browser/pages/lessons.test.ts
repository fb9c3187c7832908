import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { FirstAnswers } from "../../../notebooks/src/pages/lessons/asked.ts";
import { inputOf } from "../../../notebooks/src/pages/lessons/trial.ts";
import { lessons } from "../../../notebooks/src/pages/lessons/trials.ts";
import { evaluateHere } from "../../../packages/study/src/evaluate/evaluate-here.ts";
import { answerTo, type LessonTold } from "../../../packages/study/src/questions/index.ts";
import { recorded } from "../../patterns/figures.ts";
import { drag, fileFrom } from "../driver.ts";
import { root } from "../serve.ts";
import { inChromiumAlone, suite } from "../suite.ts";

const { go } = suite();

const dist = `${root}/notebooks/dist`;
const stored = (): FirstAnswers => JSON.parse(readFileSync(`${dist}/answers/lessons.json`, "utf8")).answer;

const chart = (page: Page, lesson: string) => page.locator(`.chart-lesson-${lesson} svg`);
const sentence = async (page: Page, lesson: string): Promise<string> =>
  (await chart(page, lesson).getAttribute("aria-label")) ?? "";

test("a lesson wins and loses at once, and turns when its slider is moved, with the numbers of Node", async () => {
  const { page } = await go("lessons");
  await chart(page, "guidance").waitFor();
  for (const { name } of lessons)
    expect(await sentence(page, name)).toMatch(
      /Where it wins, .*points more .*Where it loses, .*points less .*64 worlds each/,
    );
  const lesson = page.locator("#page #lesson-6");
  expect(await lesson.locator(".lesson-answer").textContent()).toContain("It can win, and it can lose.");

  const slider = page.getByRole("slider", { name: "Confidence that prescription gives" });
  await slider.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press("ArrowLeft");
  expect(await slider.getAttribute("aria-valuetext")).toBe("0 log-odds");
  await page.locator('.chart-lesson-guidance[data-settled="win=1 loss=0"]').waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get("lessons.moved")).toBe("6loss:0");

  const answer = (await answerTo("lesson", inputOf(lessons[5]!, "loss", 0), {
    evaluate: evaluateHere,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onPartial: () => undefined,
  })) as LessonTold;
  const { content } = await fileFrom(page, () => lesson.locator("[data-tool=csv]").click());
  const rows = content.toString().trim().split("\n");
  const row = rows.find((one) => one.startsWith("Where it loses"))!.split(",");
  const { using, instead, difference } = answer;
  expect(row.slice(3, 12)).toEqual(
    [
      ...[using, instead].flatMap(({ reached: { mean, low, high } }) => [mean, low, high]),
      ...[difference.estimate, difference.low, difference.high],
    ].map(String),
  );

  await page.keyboard.press("Control+z");
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("+0.8 log-odds");
  await page.locator('.chart-lesson-guidance[data-settled="win=1 loss=0.8"]').waitFor();
});

inChromiumAlone(() => {
  describe("answers that the site was built with", () => {
    const signed = (share: number): string => `${share < 0 ? "−" : "+"}${(100 * Math.abs(share)).toFixed(1)}`;

    test("are those recorded for the lesson cards, which win and lose", () => {
      const figures = recorded().map(({ pattern, simulated }) => `${pattern} ${simulated}`);
      for (const [name, answers] of Object.entries(stored())) {
        for (const [place, told] of Object.entries(answers)) {
          const { estimate, low, high } = told.difference;
          const written = `lesson-${name} ${signed(estimate!)} points (${signed(low!)} to ${signed(high!)}) of`;
          expect(
            figures.filter((one) => one.startsWith(written)),
            `${written}, ${place}`,
          ).not.toEqual([]);
          if (place === "win") expect(low).toBeGreaterThan(0);
          if (place === "loss") expect(high).toBeLessThan(0);
        }
      }
    });

    test("stand in the page before any script runs, with a figure", () => {
      const html = readFileSync(`${dist}/lessons.html`, "utf8");
      expect(html).toMatch(/<div id="first">[\s\S]*<svg[^>]*aria-label="Where it wins, [^"]*95% interval/);
      const text = html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
      expect(text).toMatch(/Six lessons.* 64 worlds, seed “lesson cards”, version.*It can win, and it can lose/);
    });
  });

  test("a lesson that is dragged is sketched under the finger", async () => {
    const { page } = await go("lessons");
    await chart(page, "guidance").waitFor();
    // A sketch is there until the answer is, which may be a moment.
    await page.evaluate(() => {
      const figure = document.querySelector("[data-figure=lesson-guidance]")!;
      const said = new Set<string>();
      const hear = () => said.add(figure.querySelector(".figure-sentence")?.textContent ?? "");
      new MutationObserver(hear).observe(figure, { subtree: true, childList: true });
      Object.assign(window, { said });
    });
    await drag(page, "Confidence that prescription gives", [0.9, 0.4], async () => {
      await page.waitForFunction(() =>
        [...(window as unknown as { said: Set<string> }).said].some((text) =>
          text.startsWith("A sketch, from the first runs where the slider is."),
        ),
      );
    });
    await page.locator(".chart-lesson-guidance[data-settled]").waitFor();
  });

  test("a link opens sliders where they were left, and what it does not know it leaves out", async () => {
    const { page } = await go("lessons?v=2&lessons.moved=4loss:6%209win:1");
    const slider = page.getByRole("slider", { name: "Departments that move" });
    await slider.waitFor();
    expect(await slider.getAttribute("aria-valuetext")).toBe("6 of 6 departments");
    await page.locator("#page #lesson-4 .lesson-loss", { hasText: "Ahead in" }).waitFor();
  });

  test("a network tells what it rests on, and opens in Tune", async () => {
    const { page } = await go("lessons");
    const cards = page.locator("#page .network");
    await cards.first().waitFor();
    expect(await cards.count()).toBe(13);
    await page.getByRole("link", { name: "Networks and places" }).last().click();
    const top = () => page.locator("#networks").evaluate((each) => Math.round(each.getBoundingClientRect().top));
    await expect.poll(top).toBeLessThan(120);
    const napa = cards.filter({ hasText: "Napa: from one school to all" });
    await napa.locator("summary").click();
    await napa.getByText("From one school, in two decades").waitFor();
    expect(await napa.locator("li").first().textContent()).toContain("Page on schools, districts and ten networks");
    await napa.getByRole("link", { name: "Open Napa: from one school to all in Tune, in Napa Valley Unified" }).click();
    await page.waitForURL(/strategy=napa-one-to-all/);
    await page.locator(".chart-fan svg").waitFor();
    expect(await page.getByLabel("District").inputValue()).toBe("napa-valley-unified");
  });
});
