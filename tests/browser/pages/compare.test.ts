import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { commandLine } from "../command-line.ts";
import { fileFrom, typeInto, type Visit } from "../driver.ts";
import { settle } from "../site.ts";
import { inChromiumAlone, suite } from "../suite.ts";

const { go } = suite();

const small = "v=2&district=small-rural&strategy=coaching-only&horizon=36&funded=18&target.share=0.3&target.month=22";
const mandate =
  "pin1=Mandate&pin1.district=small-rural&pin1.strategy=mandate&pin1.horizon=36&pin1.funded=18&pin1.target.share=0.3&pin1.target.month=22";

/** Waits until all runs of what the page is set to are on show. */
async function settled(page: Page): Promise<string> {
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>(".chart-lines")?.dataset["settled"] === location.search,
    null,
    { timeout: 90_000 },
  );
  return (await page.locator(".answer").textContent()) ?? "";
}

async function open(query: string): Promise<Visit & { readonly answer: string }> {
  const visit = await go(`compare.html?${query}`);
  return { ...visit, answer: await settled(visit.page) };
}

const names = (page: Page): Promise<string[]> =>
  page.locator(".compared-plans input").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

test("which of two plans is better, and how sure, is found by clicks from the first page", async () => {
  const { page } = await go("?v=2&district=porterville-unified");
  await settle(page);
  await page.getByRole("link", { name: "Compare" }).click();
  await page.getByLabel("District of all plans").selectOption("A small rural district");
  await page.getByLabel("Add a plan").selectOption("All six lessons");
  await page.getByLabel("Add a plan").selectOption("Mandate");
  await expect.poll(() => names(page)).toEqual(["All six lessons", "Mandate"]);
  await page.waitForFunction(() => location.search.includes("pin2.strategy=mandate"));
  expect(await settled(page)).toMatch(
    /^“All six lessons” is better than “Mandate” by \d+ points of adoption in May of year 3 \(95% interval \d+\sto\s\d+\), in \d+ of 100 shared worlds\. The chance of 80% is/,
  );
  const rows = page.locator(".side-by-side tbody tr");
  expect(await rows.locator("th").allTextContents()).toEqual(["All six lessons", "Mandate", "As today"]);
  expect(await page.locator(".chart-lines svg").getAttribute("aria-label")).toMatch(
    /under “All six lessons”, .* under “Mandate”/,
  );
  await page.getByLabel("and compare it with").selectOption("As today");
  await expect
    .poll(() => page.locator(".answer").textContent())
    .toMatch(/^“Mandate” (is better than|and) the district as today/);
  await expect.poll(() => page.url()).toContain("compare.pair=2,0");
});

test("by keys alone a plan is added when it is chosen, not as the menu is walked through", async () => {
  const { page } = await open(small);
  const menu = page.getByLabel("Add a plan");
  await menu.focus();
  /** Walks down the menu to a strategy, past others. */
  const walkTo = async (strategy: string): Promise<void> => {
    for (let step = 0; step < 40 && (await menu.inputValue()) !== strategy; step++)
      await page.keyboard.press("ArrowDown");
    expect(await menu.inputValue()).toBe(strategy);
  };
  await walkTo("institutes-only");
  expect(await names(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect.poll(() => names(page)).toEqual(["Institutes only"]);
  expect(await menu.inputValue()).toBe("");

  await walkTo("mandate");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => names(page)).toEqual(["Institutes only", "Mandate"]);
  expect(await page.getByRole("button", { name: "Add it" }).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("add-plan");

  for (const strategy of ["coaching-only", "leadership-first"]) {
    await walkTo(strategy);
    await page.keyboard.press("Enter");
    await expect.poll(() => menu.inputValue()).toBe("");
  }
  expect(await names(page)).toEqual(["Institutes only", "Mandate", "Coaching only", "Leadership first"]);
  expect(await menu.isDisabled()).toBe(true);
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("Leadership first");
});

test("a gap and its interval take a line each in the table, however many plans there are", async () => {
  const { page } = await open(`${small}&replicates=25&${mandate}`);
  const cells = page.locator('.side-by-side [data-column="Poverty gap"]');
  expect(await cells.count()).toBe(3);
  const lines = await cells.evaluateAll((all) =>
    all.flatMap((cell) =>
      [...cell.childNodes].map((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      }),
    ),
  );
  expect(lines).toEqual([1, 1, 1, 1, 1, 1]);
});

test("at 1280 pixels the table of two plans of millions is seen whole, without a scroll to the side", async () => {
  const pin = (n: number, strategy: string): string => `pin${n}=Plan+${n}&pin${n}.strategy=${strategy}`;
  const { page } = await go(
    `compare?v=2&m=0.1.0&replicates=25&${pin(1, "coaching-only")}&${pin(2, "all-six-lessons")}`,
  );
  await settled(page);
  for (const table of await page.locator(".said-table").all())
    expect(await table.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  const further = await page.locator('.pair-part [data-column="Difference"]').last().textContent();
  expect(further).toMatch(/^\$[\d.]+[kM]\$[\d.]+[kM] to\s\$[\d.]+[kM], for each one more$/);
});

test("on a phone tables are lists of cells after the names of their columns, and nothing is scrolled sideways", async () => {
  const { page } = await go(`compare.html?${small}&replicates=25&${mandate}`, {
    viewport: { width: 390, height: 844 },
  });
  await settled(page);
  const tables = page.locator(".said-table");
  expect(await tables.count()).toBe(2);
  expect(await tables.evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth))).toEqual([0, 0]);
  const cell = tables
    .first()
    .getByRole("row", { name: /Mandate/ })
    .getByRole("cell")
    .first();
  expect(await cell.getAttribute("data-column")).toContain("Adoption in May of year 2");
  // Chromium tells the text, Firefox where it is from.
  const named = await cell.evaluate((one) => getComputedStyle(one, "::before").content);
  expect(named).toMatch(/Adoption in May of year 2|attr\(data-column\)/);
  expect(await tables.first().getByRole("columnheader").first().textContent()).toBe("Plan");
  await page.setViewportSize({ width: 1280, height: 844 });
  expect(await cell.evaluate((one) => getComputedStyle(one, "::before").content)).toBe("none");
});

test("the numbers are the command line’s, to the last digit", async () => {
  const query = `${small}&seed=a+b&replicates=30&${mandate}`;
  const { page, answer } = await open(query);
  expect(answer).toMatch(/of 30 shared worlds/);
  const csv = await fileFrom(page, () => page.locator(".side-by-side [data-tool=csv]").click());
  const told = csv.content
    .toString()
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  expect(told[0]).toEqual([..."plan,less,measure,unit,estimate,low,high,replicates,seed,version".split(",")]);
  const of = (plan: string, less: string, measure: string): string[] =>
    told.find(([a, b, c]) => a === plan && b === less && c === measure)!.slice(4, 8);
  const { a, b, differences } = await commandLine("compare", "--link", `?${query}`, "--no-bottleneck");
  const cells = (...values: (number | null)[]): string[] => values.map((value) => String(value ?? ""));
  const at = ({ mean, low, high }: Record<string, number[]>, month: number) =>
    cells(mean![month]!, low![month]!, high![month]!, 30);
  expect(of("Coaching only", "Mandate", "reached")).toEqual(at(differences.adoption, 22));
  expect(of("Coaching only", "Mandate", "gap")).toEqual(at(differences.gap, 22));
  expect(of("Coaching only", "Mandate", "cost")).toEqual(at(differences.cost, 36));
  for (const [name, one] of [
    ["Mandate", a],
    ["Coaching only", b],
  ]) {
    expect(of(name, "", "reached")).toEqual(at(one.adoption, 22));
    expect(of(name, "", "chance")).toEqual(cells(one.target.probability, one.target.low, one.target.high, 30));
    expect(of(name, "", "cost")).toEqual(cells(one.cost.total, one.cost.low, one.cost.high, 30));
    expect(of(name, "", "perAdopter")[0]).toBe(String(one.cost.perAddedSustainedAdopter ?? ""));
  }
});

inChromiumAlone(() => {
  describe("pinned plans", () => {
    test("are renamed, reordered and removed, and come back by undo and by link", async () => {
      const { page } = await open(`${small}&replicates=25&${mandate}`);
      await page.getByRole("button", { name: "Pin: Coaching only" }).click();
      // An answer that comes amid a press moves what stands below it, and the press is lost.
      await page.waitForFunction(() => location.search.includes("pin2"));
      await settled(page);
      await typeInto(page.getByLabel("Name of plan 2"), "Ours");
      await page.getByRole("button", { name: "Up: Coaching only" }).click();
      await expect.poll(() => names(page)).toEqual(["Ours", "Mandate"]);
      await page.waitForFunction(() => location.search.includes("pin1=Ours"));
      const answer = await settled(page);
      expect(answer).toContain("Ours");
      await page.getByLabel("Take this plan").selectOption("Mandate");
      await page.getByLabel("and compare it with").selectOption("As today");
      await expect.poll(() => page.url()).toContain("compare.pair=2,0");
      const pair = await settled(page);
      const again = await go(`compare.html${new URL(page.url()).search}`);
      expect(await settled(again.page)).toBe(pair);
      // The same two stay chosen while they change places.
      await again.page.getByRole("button", { name: "Up: Mandate" }).click();
      await expect.poll(() => again.page.url()).toContain("compare.pair=1,0");
      expect(await settled(again.page)).toBe(pair);
      await page.getByRole("button", { name: "Remove: Ours" }).click();
      await page.getByRole("button", { name: "Remove: Mandate" }).click();
      await expect.poll(() => page.locator(".compared-name").textContent()).toContain("Coaching only");
      await settled(page);
      await page.keyboard.press("Control+z");
      await expect.poll(() => names(page)).toEqual(["Mandate"]);
    });

    test("are taken from a file, and a file that is wrong is named", async () => {
      const { page } = await open(`${small}&replicates=25`);
      const file = (name: string, text: string) => ({ name, mimeType: "application/yaml", buffer: Buffer.from(text) });
      const input = page.getByLabel("Add a scenario file");
      await input.setInputFiles(file("mine.yaml", "district: small-rural\nstrategy: mandate\nhorizon: 36\n"));
      await expect.poll(() => names(page), { timeout: 20_000 }).toEqual(["mine"]);
      await input.setInputFiles(file("bad.yaml", "district: small-rural\nhorizon: soon\n"));
      await expect
        .poll(() => page.locator(".plans-list [role=status]").textContent())
        .toMatch(/“bad” could not be added.*horizon/);
      expect(await names(page)).toEqual(["mine"]);
      await settled(page);
    });

    test("that share no worlds, or are the same, are told as that", async () => {
      const longer = mandate.replace("horizon=36", "horizon=48");
      const { answer } = await open(`${small}&replicates=25&${longer}`);
      expect(answer).toMatch(/share no worlds, so nothing can be told of their difference: the horizons differ/);
      const twice = `${mandate}&${mandate.replaceAll("pin1", "pin2").replace("=Mandate", "=Again")}`;
      expect((await open(`${small}&replicates=25&${twice}`)).answer).toMatch(
        /^“Again” and “Mandate” are the same in every run/,
      );
    });
  });

  test("runs are stopped and go on, and what is there says of how many it is", async () => {
    // As many runs as the page makes, of a large district: a fast machine is not through with them before they are stopped.
    const { page } = await go(
      "compare.html?v=2&replicates=2000&strategy=coaching-only&pin1=Mandate&pin1.strategy=mandate",
    );
    await page.locator("#page .answer", { hasText: "shared worlds" }).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect
      .poll(() => page.locator(".notice").textContent())
      .toMatch(/Stopped: what is shown is of [\d,]+ of 2,000 runs/);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("button", { name: "Stop" }).waitFor();
  });
});
