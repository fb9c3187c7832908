/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { typeInto } from "../driver.ts";
import { addressOf, sitePages, small } from "../site-pages.ts";
import { inChromiumAlone, suite } from "../suite.ts";

const { go } = suite();

const query = (page: Page): Promise<string> => page.evaluate(() => location.search);

const named = sitePages.map((one) => [one.path || "home", one] as const);

test.for(named)("on %s a change is one step, and is undone by Ctrl+Z", async ([, one]) => {
  const { page } = await go(addressOf(one));
  const range = one.slider === undefined ? undefined : page.locator(one.slider);
  if (range) await range.waitFor();
  // What is on show may write itself into the address when it comes.
  await page
    .locator(["inside", "sure"].includes(one.path) ? one.answered : "h1:visible")
    .first()
    .waitFor();
  const before = await query(page);
  const steps = await page.evaluate(() => history.length);
  if (range) {
    await range.focus();
    const top = (): Promise<number> => range.evaluate((each) => Math.round(each.getBoundingClientRect().top + scrollY));
    const place = await top();
    for (let press = 0; press < 4; press++) {
      const last = await query(page);
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => query(page)).not.toBe(last);
    }
    expect(await top(), "nothing moves under the finger").toBe(place);
  } else await one.change?.(page);
  await expect.poll(() => query(page)).not.toBe(before);
  expect(await page.evaluate(() => history.length)).toBe(steps + 1);
  await page.keyboard.press("Control+z");
  await expect.poll(() => query(page)).toBe(before);
  await page.keyboard.press("Control+Shift+Z");
  await expect.poll(() => query(page)).not.toBe(before);
});

const roster = `school,level,enrolment,low_income,teachers
Oak,high,900,300,52
Elm,middle,600,350,38
Ash,elementary,420,40,24
Fir,elementary,380,310,22
`;

test("a district of the reader's is named on every page, pinned and compared, all by keyboard", async () => {
  const { page } = await go(`data${small.replace("district=small-rural&", "")}`);
  await page
    .locator(".drop input")
    .setInputFiles({ name: "schools.csv", mimeType: "text/csv", buffer: Buffer.from(roster) });
  await typeInto(page.getByLabel("Name of the district"), "Four Trees");
  await page.getByRole("button", { name: "Run the plan in it" }).press("Enter");
  await page.getByText("The plan now runs in Four Trees.").waitFor();
  const follow = async (title: string): Promise<void> => {
    await page
      .getByRole("navigation", { name: "Pages" })
      .getByRole("link", { name: title, exact: true })
      .press("Enter");
    await page.locator("nav [aria-current=page]", { hasText: title }).waitFor();
  };
  const district = (menu = "district") => page.locator(`#menu-${menu} option:checked`).textContent();
  for (const title of ["What would it take?", "What matters", "Break it", "Inside a district", "Tune"]) {
    await follow(title);
    await expect.poll(() => district(), { timeout: 60_000 }).toBe("Yours: Four Trees");
  }
  await page.locator(".chart-fan[data-settled]").waitFor();
  await page.getByRole("button", { name: "Copy link" }).press("Enter");
  await page.getByText("A link cannot hold this plan").first().waitFor();
  await page.getByRole("button", { name: "Pin: this plan" }).press("Enter");
  await page.getByRole("button", { name: "Mandate", exact: true }).press("Enter");
  await follow("Compare");
  await expect.poll(() => district("compare-district"), { timeout: 60_000 }).toBe("Yours: Four Trees");
  await expect
    .poll(() => page.locator(".answer").textContent(), { timeout: 60_000 })
    .toMatch(/(Mandate|Coaching only).*(Mandate|Coaching only).*of 25 shared worlds/);
  await follow("How sure?");
  await expect
    .poll(() => page.locator("[data-figure=fan] .figure-title").textContent(), { timeout: 60_000 })
    .toContain("Four Trees");
});

inChromiumAlone(() => {
  test.for(named)(
    "on %s a link cut in half, with a share of 400, is told in words, and the rest stands",
    async ([, { path }]) => {
      const { page } = await go(
        `${path}?v=2&m=0.1.0&strategy=coaching-only&target.share=400&replicates=25&district=small-ru`,
      );
      const notice = page.locator(".notice p", { hasText: "small-ru" }).first();
      await notice.waitFor();
      const said = (await notice.textContent()) ?? "";
      expect(said).toMatch(/target\.share.*400/);
      expect(said).toContain("small-rural");
      expect(await query(page)).toMatch(/strategy=coaching-only.*replicates=25/);
    },
  );

  describe("a file that is no scenario is named where it is opened", () => {
    const files = [
      ["picture.yaml", [0x89, 0x50, 0x4e, 0x47, 0, 0xff], 0, "no text"],
      ["plans.xlsx", [0x50, 0x4b, 0x03, 0x04, 0, 0xff], 0, "no text"],
      ["big.yaml", [0x61], 50 * 1024 * 1024, "too large"],
      ["later.yaml", [...new TextEncoder().encode("version: 9\nstrategy: mandate\n")], 0, "newer version"],
      ["empty.yaml", [], 0, "no scenario"],
    ] as const;
    test.for([
      ["", "Open a scenario file", ".shelf"],
      ["break", "Open a scenario file", ".shelf"],
      ["data", "Open a scenario file", ".shelf"],
      ["compare", "Add a scenario file", ".plans-list"],
    ] as const)("on /%s", async ([path, label, part]) => {
      const { page } = await go(`${path}${small}`);
      const before = await query(page);
      for (const [name, bytes, size, said] of files) {
        await page.getByLabel(label).evaluate(
          (input: HTMLInputElement, [file, begin, length]) => {
            const content = new Uint8Array(Math.max(begin.length, length));
            content.set(begin);
            const given = new DataTransfer();
            given.items.add(new File([content], file));
            input.files = given.files;
            input.dispatchEvent(new Event("change", { bubbles: true }));
          },
          [name, bytes, size] as const,
        );
        const told = page.locator(`${part} [role=status]`);
        await expect.poll(() => told.textContent()).toContain(name.replace(path === "compare" ? /\.\w+$/ : /$/, ""));
        await expect.poll(() => told.textContent()).toContain(said);
      }
      expect(await query(page)).toBe(before);
    });
  });

  describe("what cannot be is answered in words, and changes nothing", () => {
    test("a budget", async () => {
      const { page } = await go(`take${small}`);
      const budget = page.getByLabel("Budget, millions of dollars of 2024");
      const before = await query(page);
      for (const text of ["-3", "3000000", ""]) {
        await typeInto(budget, text === "" ? " " : text);
        if (text === "") await budget.press("Backspace");
        await budget.press("Enter");
        await page.getByText("A budget is $50k to $1B, written in millions: it stays at $3M.").waitFor();
        expect(await budget.inputValue()).toBe("3");
      }
      expect(await query(page)).toBe(before);
      await page.getByRole("button", { name: "$1M", exact: true }).click();
      await expect.poll(() => page.getByText("it stays at").count()).toBe(0);
    });

    test("the number of a run", async () => {
      const { page } = await go(`inside${small}`);
      await page.locator(".story-body details").waitFor();
      const number = page.getByLabel("or run number");
      await typeInto(number, "-1");
      await number.press("Enter");
      await page.getByText("Runs have whole numbers, from 0 on").waitFor();
      expect(await query(page)).not.toContain("inside.run");
    });

    test("an empty name", async () => {
      const { page } = await go(`compare${small}&pin1=Ours&pin1.district=small-rural&pin1.strategy=mandate`);
      const name = page.getByLabel("Name of plan 1");
      await name.click();
      await name.press("ControlOrMeta+a");
      await name.press("Backspace");
      await name.press("Enter");
      await name.blur();
      await expect.poll(() => name.inputValue()).toBe("Ours");
    });
  });
});
