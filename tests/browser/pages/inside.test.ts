import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { commandLine } from "../command-line.ts";
import { fileFrom, type Visit } from "../driver.ts";
import { inChromiumAlone, suite } from "../suite.ts";

const site = suite();
const small = "?v=2&district=small-rural";

/** Opens the page and waits for the run and a story. */
async function go(query = small): Promise<Visit> {
  const made = await site.go(`inside${query}`);
  await settled(made.page);
  return made;
}

async function settled(page: Page): Promise<void> {
  await page.locator(".inside-page[aria-busy=false] .chart-district[data-settled]").waitFor();
  await page.locator(".story-body details").waitFor();
}

const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().textContent()) ?? "";
const heading = (page: Page) => text(page, ".story-title");

/** Reads the story on show: how it begins, what happened when, how it ends. */
async function story(page: Page): Promise<{ opening: string; events: string[]; ending: string }> {
  const paragraphs = await page.locator(".story-body > p").allTextContents();
  const events = await page.locator(".story-events li").allTextContents();
  const ending = paragraphs.find((one) => one.startsWith("At the end: ")) ?? "";
  return { opening: paragraphs[0] ?? "", events, ending };
}

/** Runs the command that the page shows under a story. */
async function explained(page: Page): Promise<{ opening: string; events: { sentence: string }[]; ending: string }> {
  const shown = await text(page, ".story-body pre");
  const words = [...shown.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  expect(words.slice(0, 3)).toEqual(["pnpm", "uptake", "explain"]);
  return (await commandLine(...words.slice(2))).stories[0];
}

/** Expects the story on show to be that of the command line, word for word. */
async function expectExplained(page: Page): Promise<void> {
  const [told, { opening, events, ending }] = [await story(page), await explained(page)];
  expect(told.opening).toBe(`At the start: ${opening}`);
  expect(told.ending).toBe(`At the end: ${ending}`);
  expect(told.events).toHaveLength(events.length);
  events.forEach(({ sentence }, i) => expect(told.events[i]).toContain(` ${sentence}.`));
}

/** Clicks dots of the picture, from its first school on, until another teacher's story begins. */
async function clickTeacher(page: Page): Promise<void> {
  const before = await heading(page);
  const box = await page.locator(".district").boundingBox();
  for (let y = 26; y < 80; y += 6)
    for (let x = 86; x < 130; x += 6) {
      await page.mouse.move(box!.x + x, box!.y + y);
      const tip = await text(page, ".district-tip");
      if (!/^Teacher \d+/.test(tip) || tip.startsWith(before)) continue;
      await page.mouse.click(box!.x + x, box!.y + y);
      await expect.poll(() => heading(page)).toBe(tip.split(":")[0]);
      return;
    }
  throw new Error("no teacher is under the pointer");
}

/**
 * Plays the film from the start and pauses it in the frame that first shows `month` or a later one; gives the months
 * seen. All within the page: a month lasts less than the way there and back may take.
 */
function playUntil(page: Page, month: number): Promise<number[]> {
  return page.evaluate(async (last) => {
    const button = (name: string) =>
      [...document.querySelectorAll("button")].find((each) => each.textContent?.trim() === name)!;
    const slider = document.querySelector<HTMLInputElement>('input[type=range][aria-label="Month"]')!;
    const seen: number[] = [];
    button("Play from the start").click();
    while (!(seen.at(-1)! >= last)) {
      await new Promise(requestAnimationFrame);
      seen.push(Number(slider.value));
    }
    button("Pause").click();
    return seen;
  }, month);
}

describe("what happened to one teacher", () => {
  test("is told at once of the one who changed most, and by a click of any other, as the command line tells it", async () => {
    const { page } = await go();
    expect(await text(page, ".answer")).toMatch(
      /^The typical run\. In May of year 3, \d+% of \d+ teachers in .* use or own the practice, after \d+% at the start; .*an example, not a finding\.$/,
    );
    await page.locator(".district").scrollIntoViewIfNeeded();
    await clickTeacher(page);
    const teacher = /\d+/.exec(await heading(page))![0];
    await expect.poll(() => page.url()).toContain(`inside.teacher=${teacher}`);
    await page.locator(".story-body summary").click();
    await expectExplained(page);
  });

  test("is found by number, by lists and by name, all by keyboard", async () => {
    const { page } = await go();
    const find = page.getByRole("combobox", { name: /^Find/ });
    await find.fill("12");
    await find.press("Enter");
    await expect.poll(() => heading(page)).toMatch(/^Teacher 12, /);
    await page.getByLabel("Teacher", { exact: true }).selectOption({ index: 2 });
    await expect.poll(() => heading(page)).not.toMatch(/^Teacher 12, /);
    await page.getByLabel("Teacher", { exact: true }).selectOption({ index: 0 });
    await expect.poll(() => heading(page)).not.toContain("Teacher");
    await page.locator(".story-body details").waitFor();
    await expectExplained(page);
    await find.fill("nowhere");
    await find.press("Enter");
    await page.getByText("Nobody here is called “nowhere”").waitFor();
  });
});

describe("the film", () => {
  test("plays, stops, steps and is scrubbed; what is said of a month follows", async () => {
    const { page } = await go();
    const month = page.getByRole("slider", { name: "Month" });
    const said = () => page.locator(".chart-district ~ .figure-sentence").textContent();
    const played = await playUntil(page, 3);
    expect(played[0]).toBeLessThan(3);
    expect(played).toEqual(played.toSorted((a, b) => a - b));
    const stopped = Number(await month.inputValue());
    expect(stopped).toBe(played.at(-1));
    expect(stopped).toBeLessThan(60);
    await page.getByRole("button", { name: "A month on" }).click();
    expect(Number(await month.inputValue())).toBe(stopped + 1);
    await month.press("End");
    await expect.poll(said).toMatch(/^In August after year 5, in one run/);
    await page.getByRole("button", { name: "A month back" }).click();
    await expect.poll(said).toMatch(/^In June of year 5, in one run/);
    await expect.poll(() => page.url()).toContain("inside.month=59");
    const date = page.locator(".story-date").first();
    const name = await date.textContent();
    await date.click();
    await expect.poll(() => text(page, ".player-month")).toBe(name);
    await expect.poll(said).toContain(`In ${name},`);
  });

  inChromiumAlone(() => {
    test("shows other runs: the best, the worst, one by number; the link opens them again", async () => {
      const { page } = await go();
      const shares: number[] = [];
      for (const name of ["Worst", "Typical", "Best"]) {
        await page.getByRole("button", { name, exact: true }).click();
        await expect.poll(() => text(page, ".answer")).toContain(`The ${name.toLowerCase()} run.`);
        shares.push(Number(/(\d+)% of/.exec(await text(page, ".answer"))![1]));
        const ranked = await text(page, ".run-choice > .caption:not([role])");
        expect(ranked).toMatch(/Among 100 runs, between \d+% and \d+%; median \d+%\.$/);
      }
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      const number = page.getByLabel("or run number");
      await number.press("ControlOrMeta+a");
      await number.pressSequentially("7");
      await number.press("Enter");
      await expect.poll(() => text(page, ".answer")).toContain("Run 7.");
      await expect.poll(() => page.url()).toContain("inside.run=7");
      await settled(page);
      const [told, title] = [await story(page), await heading(page)];
      const again = await go(new URL(page.url()).search);
      expect(await heading(again.page)).toBe(title);
      expect(await story(again.page)).toEqual(told);
    });

    test("is given away as numbers and as a picture", async () => {
      const { page } = await go();
      await page.locator("[data-figure=district] summary").click();
      await expect.poll(() => page.locator("[data-figure=district] tbody tr").count()).toBe(3);
      const { file, content } = await fileFrom(page, () =>
        page.locator("[data-figure=district] [data-tool=csv]").click(),
      );
      expect(file).toBe("district.csv");
      const [head = "", first = ""] = content.toString().split("\n");
      expect(head).toBe(
        "replicate,month,teacher,school,low-income share,team,stage,depth,programme,replicates,seed,version",
      );
      expect(first).toContain(",uptake,0.1.0");
      const svg = await fileFrom(page, () => page.locator("[data-figure=district] [data-tool=svg]").click());
      expect(svg.content.toString()).toContain("May of year 3");
    });
  });
});
