import { createHash } from "node:crypto";
import { scenario } from "@uptake/model";
import { evaluateHere } from "@uptake/study/evaluate";
import { studyVersion } from "@uptake/study/files";
import { answerTo } from "@uptake/study/questions";
import { checksumsText, districtTexts, receiptOf, receiptText } from "@uptake/study/receipt";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { inChromiumAlone, suite } from "../suite.ts";

const { go } = suite();

const slow = { timeout: 30_000 };

const roster = `Campus,Kind,Pupils,Poor,Staff FTE
Oak,high,900,300,52
Elm,middle,600,350,38
Ash,elementary,420,40,24
Fir,elementary,380,310,22
`;
const columns = { school: "Campus", level: "Kind", enrolment: "Pupils", low_income: "Poor", teachers: "Staff FTE" };

/** Drops a file on the page, as a reader does: a text, or as many bytes after the first. */
async function dropFile(page: Page, name: string, content: string | readonly number[], size = 0): Promise<void> {
  await page.locator(".drop").evaluate(
    (place, [file, given, bytes]) => {
      const begin = typeof given === "string" ? new TextEncoder().encode(given) : Uint8Array.from(given);
      const all = new Uint8Array(Math.max(begin.length, bytes));
      all.set(begin);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([all], file));
      place.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, content, size] as const,
  );
}

const answer = (page: Page) => page.locator("p.answer");

test("a roster is mapped and checked in the browser, and its district becomes the plan's on every page", async () => {
  const { page } = await go("data.html?v=2&m=0.1.0&strategy=coaching-only&horizon=24&target.month=22");
  await dropFile(page, "schools.csv", roster);
  await page.locator(".faults", { hasText: "1 " }).waitFor();
  expect(await page.locator(".faults").textContent()).toContain("column");
  for (const [field, header] of Object.entries(columns))
    await page.getByLabel(field, { exact: true }).selectOption(header);
  await page.getByText("4 schools, 136 teachers, 2,300 students").waitFor();
  await page.getByText("4 = 4 kept + 0 dropped").waitFor();
  await page.getByLabel("Name of the district").fill("Four Trees");
  await page.getByRole("button", { name: "Run the plan in it" }).click();
  await expect.poll(() => answer(page).textContent(), slow).toContain("Four Trees. 4 schools, 136 teachers");
  await page.locator(".chart-here[data-settled]").waitFor();
  expect(await page.locator(".chart-here svg").count()).toBe(1);
  expect(page.url()).not.toContain("district");
  await page.getByText("A link cannot hold this plan").first().waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Tune" }).click();
  await page.locator("#menu-district").waitFor();
  expect(await page.locator("#menu-district option:checked").textContent()).toBe("Yours: Four Trees");
});

test("runs that are asked for again take the place of those under way, and can be stopped", async () => {
  const { page } = await go("data.html?v=2&m=0.1.0&strategy=coaching-only&replicates=2000");
  const make = page.getByRole("button", { name: "Make the runs and their receipt" });
  const stop = make.locator("xpath=following-sibling::button");
  const stopped = page.getByText("Stopped.", { exact: true });
  expect(await stop.isDisabled()).toBe(true);
  await make.click();
  await page.locator(".progress:visible").waitFor(slow);
  await make.click();
  await page.waitForTimeout(500);
  expect([await stop.isDisabled(), await stopped.count()]).toEqual([false, 0]);
  await stop.click();
  await stopped.waitFor();
  expect(await stop.isDisabled()).toBe(true);
});

test("a receipt made here is Node's, and its runs are repeated to the bit", async () => {
  const input = { district: "small-rural", strategy: "coaching-only", horizon: 24, target: { month: 22 } };
  const query = "?v=2&m=0.1.0&district=small-rural&strategy=coaching-only&horizon=24&target.month=22&replicates=8";
  const { page } = await go(`data.html${query}`);
  await page.getByRole("button", { name: "Make the runs and their receipt" }).click();
  const sums = page.locator(".sums dd");
  await sums.first().waitFor({ timeout: 100_000 });

  const own = { replicates: 8, bottleneck: true };
  const asked = scenario(input);
  const study = { version: studyVersion, kind: "run", name: asked.name, seed: "uptake", scenario: asked, ...own };
  const means = {
    evaluate: evaluateHere,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onPartial: () => undefined,
  };
  const sum = (text: string): string => createHash("sha256").update(text).digest("hex");
  const made = await answerTo("repeatRun", { scenario: asked, seed: "uptake", ...own }, means);
  const { checksums } = made as { readonly checksums: readonly string[] };
  const districts = Object.fromEntries(Object.entries(districtTexts(study)).map(([name, text]) => [name, sum(text)]));
  const bare = receiptOf(study, checksums, { districts, checksums: sum(checksumsText(checksums)) });
  const receipt = { ...bare, receipt: sum(receiptText(bare)) };
  expect(await sums.allTextContents()).toEqual([String(receipt.runs), receipt.checksums, receipt.receipt]);

  await dropFile(page, "receipt.json", JSON.stringify(receipt));
  await page.getByText("Agrees: the receipt is as it was written").waitFor();
  await page.getByRole("button", { name: "Repeat the runs" }).click();
  await page.getByText(`${receipt.runs} runs made again here, the same to the bit`).waitFor({ timeout: 100_000 });
});

inChromiumAlone(() => {
  describe("what is wrong with a file is named", () => {
    test("whatever it is", async () => {
      const { page } = await go("data.html");
      const faults = page.locator(".faults");
      for (const [name, content, said, size] of [
        ["a.png", [0x89, 0x50, 0x4e, 0x47], "picture (PNG)"],
        ["a.xlsx", [0x50, 0x4b, 0x03, 0x04], "spreadsheet (.xlsx)"],
        ["big.csv", "school", "has 50 MB; the limit is 32 MB", 50 * 1024 * 1024],
        ["empty.csv", "", "the file is empty"],
        ["receipt.json", '{ "format": 2, "checksums": "" }', "made by a newer version"],
        ["plan.yaml", "version: 9\nstrategy: coaching-only\n", "made by a newer version"],
        [
          "surveys.csv",
          "month,group,adopters,respondents\n4,all,50,40\n",
          "2:7 adopters: more say yes (50) than answered",
        ],
      ] as const) {
        await dropFile(page, name, content, size);
        await expect.poll(() => faults.allTextContents(), slow).toEqual([expect.stringContaining(said)]);
        expect(await page.getByText(`${name} could not be read`).count()).toBe(1);
      }
    });
  });

  test("surveys are fitted, with the fit and its doubts, and the plan runs in the fitted worlds", async () => {
    const { page } = await go(
      "data.html?v=2&m=0.1.0&district=small-rural&strategy=coaching-only&horizon=24&target.month=22",
    );
    await dropFile(
      page,
      "surveys.csv",
      "month,group,share,respondents\n3,all,0.17,40\n11,all,0.22,40\n22,all,0.27,40\n",
    );
    await page.getByRole("button", { name: "Fit", exact: true }).click();
    const verdict = page.locator(".answer-fit");
    await verdict.waitFor({ timeout: 100_000 });
    expect(await verdict.textContent()).toMatch(
      /^The model can show these surveys: [23] of 3 .* over 60 worlds\. They /,
    );
    await page.getByText("A first look").waitFor();
    await expect.poll(() => page.locator(".chart-surveys svg, .chart-beliefs svg").count(), slow).toBe(2);
    await page.getByRole("button", { name: "Run the plan in the fitted worlds" }).click();
    await expect.poll(() => answer(page).textContent(), slow).toContain("60 worlds of surveys.csv");
  });

  test("what is taken away opens the plan: citation, command, and one figure alone", async () => {
    const { page, context } = await go("data.html?v=2&m=0.1.0&strategy=coaching-only&seed=mine");
    await page.locator(".repeat pre").first().waitFor();
    const texts = await page.locator(".repeat pre").allTextContents();
    expect(texts[0]).toContain("“Coaching only” in Colorado Springs District 11, 100 runs, seed “mine”. http");
    expect(texts[1]).toBe("pnpm uptake run scenario.yaml --replicates 100 --seed mine");
    const source = /src="([^"]+)"/.exec(texts[2] ?? "")?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(source).toContain("strategy=coaching-only");
    const alone = await context.newPage();
    await alone.goto(source);
    await alone.locator(".chart-fan svg").waitFor();
    expect(await alone.locator("nav").isVisible()).toBe(false);
    expect(await alone.locator(".chart-fan").isVisible()).toBe(true);
  });
});
