import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { commandLine } from "../command-line.ts";
import { drag, fileFrom, killWorkers, type Visit } from "../driver.ts";
import { type Reading, read, settle } from "../site.ts";
import { inChromiumAlone, suite } from "../suite.ts";

const home = suite();

/** Opens the page and waits for its chart. */
async function go(query = "", options: BrowserContextOptions = {}): Promise<Visit> {
  const made = await home.go(query, options);
  await made.page.locator(".chart-fan svg").waitFor();
  return made;
}

const slider = (page: Page, label: string) => page.getByRole("slider", { name: label });
const tool = (page: Page, name: string) => page.locator(`[data-tool=${name}]`).first();

/** Writes the part of a link that says which format and model it is of. */
const made = "?v=2&m=0.1.0";

/** A plan whose runs are soon made. */
const quick = `${made}&district=small-rural`;
const few = `${quick}&replicates=25`;

/** Waits until another chart is on show, and returns what it says. */
async function changed(page: Page, before: Reading): Promise<string> {
  let chart = before.chart;
  await expect
    .poll(async () => {
      ({ chart } = await read(page));
      return chart;
    })
    .not.toBe(before.chart);
  return chart;
}

test("the first page answers at once, before anything is simulated", async () => {
  const { page } = await go();
  const { answer, chart, caption, query } = await read(page);
  expect(answer).toMatch(/^(Almost certainly|Probably|More likely|Less likely).*\d+ of 100 runs/);
  expect(chart).toMatch(/\d+%/);
  expect(caption).toContain("100 runs");
  expect(await page.locator(".caption", { hasText: "How far such bands have held" }).count()).toBe(1);
  expect(query).toBe("");
  expect(await page.title()).toBe("Tune | Uptake");
  expect(await page.locator(".chart-tiers svg, .chart-ledger svg").count()).toBe(2);
});

describe("a slider", () => {
  test("dragged by mouse moves the curve at once, and the answer", async () => {
    const { page } = await go(few);
    const before = await settle(page);
    await drag(page, "Coaching", [0.4, 1], async () => {
      expect(await changed(page, before)).not.toBe("");
    });
    await page.waitForFunction((query) => location.search !== query, before.query);
    const after = await settle(page);
    expect(after.answer).not.toBe(before.answer);
    expect(Number(/teachersPerCoach=([\d.]+)/.exec(after.query)?.[1])).toBeLessThan(12.5);
  });

  test("moved by keys says its value and unit, and moves the curve and the answer", async () => {
    const { page } = await go(few);
    const before = await settle(page);
    const invitation = slider(page, "Invitation");
    const none = await toEnd(page, "Invitation", "Home");
    expect(await invitation.getAttribute("aria-valuetext")).toBe("0% of schools a wave");
    const all = await toEnd(page, "Invitation", "End");
    expect(await invitation.getAttribute("aria-valuetext")).toBe("100% of schools a wave");
    expect(new Set([before.chart, none.chart, all.chart]).size).toBe(3);
    expect(new Set([before.answer, none.answer, all.answer]).size).toBe(3);
  });
});

/** Moves a slider to its end by key, and waits until that is in the address and on show. */
async function toEnd(page: Page, label: string, key: "Home" | "End"): Promise<Reading> {
  const before = await page.evaluate(() => location.search);
  await slider(page, label).focus();
  await page.keyboard.press(key);
  await page.waitForFunction((query) => location.search !== query, before);
  return settle(page);
}

test("while a slider moves the curve does not flicker, and is not given out as that of the plan", async () => {
  const { page } = await go(few);
  await settle(page);
  const moved = await page.evaluate(() => {
    const chart = document.querySelector<HTMLElement>(".chart-fan")!;
    const range = document.querySelector<HTMLInputElement>("#control-coaching")!;
    range.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    return [6, 6.25, 6.5].map((value) => {
      range.valueAsNumber = value;
      range.dispatchEvent(new Event("input", { bubbles: true }));
      return { faded: chart.classList.contains("stale"), settled: "settled" in chart.dataset };
    });
  });
  expect(moved).toEqual([1, 2, 3].map(() => ({ faded: false, settled: false })));
  await page.evaluate(() => {
    document.querySelector("#control-coaching")!.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
  });
  await settle(page);
  expect(await page.locator(".chart-fan").getAttribute("class")).not.toContain("stale");
});

test("figures far below are drawn once the reader rests, and are then of the plan on show", async () => {
  const { page } = await go(few);
  await settle(page);
  const ledger = page.locator(".chart-ledger");
  const costs = (): Promise<readonly [string | null, string | null]> =>
    Promise.all([
      page.locator("[data-card=cost] .card-value").textContent(),
      page.locator("[data-figure=ledger] .figure-sentence").textContent(),
    ]);
  const [before] = await costs();
  const putOff = ledger.evaluate((chart) => {
    const fan = document.querySelector<HTMLElement>(".chart-fan")!;
    return new Promise<boolean>((resolve) =>
      new MutationObserver(() => {
        if (fan.dataset["settled"] !== undefined) resolve(chart.classList.contains("stale"));
      }).observe(fan, { attributeFilter: ["data-settled"] }),
    );
  });
  await page.getByRole("button", { name: "Mandate", exact: true }).click(); // in sight, so that nothing scrolls
  expect(await putOff).toBe(true);
  await settle(page);
  await expect.poll(() => ledger.evaluate((chart) => chart.classList.contains("stale"))).toBe(false);
  const [cost, sentence] = await costs();
  expect(cost).not.toBe(before);
  expect(sentence).toContain(`costs ${cost} `);
});

test("undo and redo are back and forward", async () => {
  const { page } = await go(few);
  const first = await settle(page);
  expect(await tool(page, "undo").isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Coaching only" }).click();
  const second = await settle(page);
  const third = await toEnd(page, "Departments together", "End");
  expect(new Set([first.chart, second.chart, third.chart]).size).toBe(3);

  const arrives = (at: Reading) =>
    expect.poll(() => read(page)).toMatchObject({ chart: at.chart, answer: at.answer, query: at.query });
  await tool(page, "undo").click();
  await arrives(second);
  expect(await slider(page, "Departments together").inputValue()).toBe("0");
  await page.goBack();
  await arrives(first);
  expect(await tool(page, "undo").isDisabled()).toBe(true);
  await page.goForward();
  await arrives(second);
  await tool(page, "redo").click();
  await arrives(third);
  expect(await tool(page, "redo").isDisabled()).toBe(true);
  await page.reload();
  await arrives(third);
});

test("a link copied and opened elsewhere shows the same", async () => {
  const { page } = await go();
  await page.getByLabel("District", { exact: true }).selectOption("small-rural");
  await page.getByRole("button", { name: "Leadership first" }).click();
  await slider(page, "Mandate").focus();
  for (let press = 0; press < 8; press++) await page.keyboard.press("ArrowRight");
  await tool(page, "copy").click();
  await page.getByText("Link copied.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(
    `${home.site.address}${made}&district=small-rural&strategy=leadership-first&levers.entry.mandate=0.4`,
  );
  const here = await settle(page);
  const other = await go(new URL(link).search);
  expect(await settle(other.page)).toEqual(here);
  expect(await slider(other.page, "Coaching").getAttribute("aria-valuetext")).toContain("from year 2");
});

describe("downloads", () => {
  const fetchFile = (page: Page, name: string) => fileFrom(page, () => tool(page, name).click());

  test("as a picture open, and hold the chart with where it comes from", async () => {
    const { page } = await go("", { colorScheme: "dark" });
    const svg = await fetchFile(page, "svg");
    expect(svg.file).toBe("fan.svg");
    const text = svg.content.toString();
    expect(text).not.toContain("var(");
    expect(text).toMatch(/All six lessons · Colorado Springs District 11[\s\S]*seed “uptake”/);
    // A page without a policy of its own reads it, as whatever opens the file does.
    const elsewhere = await page.context().newPage();
    const parsed = await elsewhere.evaluate((source) => {
      const made = new DOMParser().parseFromString(source, "image/svg+xml");
      return { root: made.documentElement.nodeName, errors: made.querySelectorAll("parsererror").length };
    }, text);
    expect(parsed).toEqual({ root: "svg", errors: 0 });

    const png = await fetchFile(page, "png");
    expect(png.file).toBe("fan.png");
    expect(png.content.subarray(1, 4).toString()).toBe("PNG");
    expect(png.content.readUInt32BE(16)).toBe(2 * (960 + 2 * 28));
    expect(png.content.length).toBeGreaterThan(30_000);
  });

  /** Expects the numbers of a plan on show to be those that the command line gives for its scenario. */
  async function expectCommandLine(query: string): Promise<void> {
    const { page } = await go(query);
    await settle(page);
    const csv = await fetchFile(page, "csv");
    const yaml = await fetchFile(page, "yaml");
    const command = (await page.locator(".repeat code").textContent()) ?? "";
    expect(yaml.content.toString()).toContain(`# ${command}\n`);
    expect(command).toMatch(/^pnpm uptake run scenario\.yaml --replicates 100 --seed uptake$/);

    const folder = await mkdtemp(join(tmpdir(), "uptake-"));
    await writeFile(join(folder, "scenario.yaml"), yaml.content);
    const args = command.replace("pnpm uptake ", "").replace("scenario.yaml", join(folder, "scenario.yaml")).split(" ");
    const answer = await commandLine(...args);
    await rm(folder, { recursive: true });
    const columns = ["mean", "low", "high", "p10", "p90"];
    const expected = (group: string, series: Record<string, (number | null)[]>) =>
      series["month"]?.map((month, i) => [
        String(month),
        group,
        "adoption",
        ...columns.map((name) => String(series[name]?.[i] ?? "")),
        "100",
      ]);
    const rows = csv.content
      .toString()
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const group = (name: string) =>
      rows.filter((row) => row[1] === name).map((row) => [...row.slice(0, 8), row[13] ?? ""]);
    const bands = ["p5", "p25", "p50", "p75", "p95"];
    expect(rows[0]).toEqual(["month", "group", "stage", ...columns, ...bands, "replicates", "seed", "version"]);
    expect(group("all")).toEqual(expected("all", answer.adoption));
    for (const tier of answer.byTier) expect(group(`tier ${tier.tier}`)).toEqual(expected(`tier ${tier.tier}`, tier));
    const { cards } = await read(page);
    expect(cards[0]).toBe(`${Math.round(answer.target.probability * 100)}%`);
  }

  test("of a plan of one's own as numbers equal what the command line gives for its scenario", () =>
    expectCommandLine("?v=1&district=small-rural&strategy=coaching-only&coaching=7.5&time=2&departments=3"));

  inChromiumAlone(() => {
    test("of a strategy that ships do so too", () => expectCommandLine("?v=1&district=small-rural&strategy=mandate"));
  });
});

inChromiumAlone(() => {
  test("the first page answers where no worker can run, and says so", async () => {
    const context = await home.site.driver.context();
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.Worker = class {
        constructor() {
          throw new Error("workers are forbidden here");
        }
      } as unknown as typeof Worker;
    });
    await page.goto(home.site.address);
    await page.locator(".chart-fan svg").waitFor();
    expect((await read(page)).answer).toContain("100 runs");
    await page.locator(".notice", { hasText: "could not run the simulation" }).waitFor();
    await context.close();
  });

  test("a slider that reaches nobody says why", async () => {
    const { page } = await go(`${few}&strategy=business-as-usual`);
    await toEnd(page, "Coaching", "End");
    expect(await page.locator(".notice").textContent()).toContain("No school joins this plan");
    await toEnd(page, "Invitation", "End");
    expect(await page.locator(".notice").textContent()).not.toContain("No school joins");
  });

  test("as today differs by nothing from as today", async () => {
    const { page } = await go(quick);
    await page.getByRole("button", { name: "As today" }).click();
    const { answer, query } = await settle(page);
    expect(query).toBe(`${quick}&strategy=business-as-usual`);
    expect(answer).toContain("Almost certainly not.");
    expect(await page.locator("[data-card=adoption] .card-note").textContent()).toMatch(/as today/);
  });

  test("every strategy and district gives an answer", async () => {
    const { page } = await go("?v=1&district=small-rural");
    const names = await page
      .locator(".choices .choice")
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["name"]));
    expect(names).toHaveLength(9);
    const charts = new Set<string>();
    for (const name of names) {
      await page.locator(`[data-name=${name}]`).click();
      charts.add((await settle(page)).chart);
    }
    expect(charts.size).toBeGreaterThan(5);
    await page.getByLabel("District", { exact: true }).selectOption("porterville-unified");
    const { query, chart } = await settle(page);
    expect(query).toContain("district=porterville-unified");
    expect(charts).not.toContain(chart);
  });

  describe("a link", () => {
    test.for([
      ["of the future", "?v=7&coaching=3", "newer program", ""],
      ["with a district that is not there", "?v=1&coaching=%F0%9F&district=atlantis", "atlantis", ""],
      ["that is too long", `?v=2&${"x".repeat(9000)}`, "characters", ""],
      ["with a number off its step", "?v=1&district=small-rural&coaching=3.1", "rounded", "&district=small-rural"],
    ] as const)("%s explains itself, and the rest of it stands", async ([, query, reason, kept]) => {
      const { page } = await go(query);
      await page.locator(".notice", { hasText: reason }).waitFor();
      expect((await read(page)).query).toContain(kept);
      await page.getByRole("button", { name: "Coaching only" }).click();
      await expect.poll(() => page.locator(".notice").textContent()).not.toContain(reason);
      await page.waitForFunction(() => location.search.includes("strategy=coaching-only"));
    });

    test.for([
      ["?utm_source=newsletter&fbclid=1&mc_cid=2", "All six lessons"],
      ["?v=1&strategy=coaching-only&utm_campaign=x", "Coaching only"],
    ] as const)("with the tags of a mailing is read without a word: %s", async ([query, name]) => {
      const { page } = await go(query);
      await page.locator("[data-tool=copy]").first().waitFor();
      await expect.poll(async () => (await read(page)).query).not.toContain("utm");
      expect(await page.locator(".notice").textContent()).toBe("");
      expect(await page.getByRole("button", { name, exact: true }).getAttribute("aria-pressed")).toBe("true");
    });
  });

  test("a worker that is killed in the middle of a run is replaced, and the numbers are the same", async () => {
    const query = "?v=1&district=napa-valley-unified&strategy=coaching-only";
    const whole = await settle((await go(query)).page);
    const { page } = await go(query);
    const amid = { find: ".progress-count", says: /^[1-9]\d? of 100 runs/ };
    expect(await killWorkers(page, amid)).toBeGreaterThan(0);
    expect(await settle(page)).toEqual(whole);
    expect(await page.locator(".notice").textContent()).toBe("");
  });

  test("workers that are killed while a slider is dragged are replaced under the finger", async () => {
    const { page } = await go(`${few}&strategy=all-six-lessons`);
    const before = await settle(page);
    await drag(page, "Coaching", [0.2, 0.8], async () => {
      expect(await killWorkers(page)).toBeGreaterThan(0);
      await changed(page, before);
    });
    await page.waitForFunction((query) => location.search !== query, before.query);
    const after = await settle(page);
    expect(await settle((await go(after.query)).page)).toEqual(after);
    expect(await page.locator(".notice").textContent()).not.toContain("could not run");
  });
});
