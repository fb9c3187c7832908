import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "./serve.ts";
import { open, read, type Site, settle } from "./site.ts";

/** Pages, and what the first answer of each says of the runs it rests on. */
const pages = [
  ["index", /\d+ of 100 runs reach(es)? 80%/, /100 worlds/],
  ["take", /A \d+% chance .*\d+ of its 128 runs|No plan that was tried .* of its 128 runs/, /12\d worlds/],
  ["compare", /of 100 shared worlds/, /100 worlds/],
  ["matters", /decides most\..*25 replicates each|moves the result beyond chance/, /25 worlds/],
  ["break", /25 worlds/, /25 worlds/],
  ["sure", /numbers/, /100 worlds/],
  ["inside", /One run of many/, /1 run|1 world/],
  ["data", /The plan runs in Colorado Springs District 11/, /100 worlds/],
] as const;

let site: Site;
let plain: BrowserContext;
let idle: BrowserContext;
beforeAll(async () => {
  site = await open("Chromium");
  plain = await site.driver.context({ javaScriptEnabled: false });
  idle = await site.driver.context();
  await idle.addInitScript(() => {
    class Idle extends EventTarget {
      postMessage(): void {}
      terminate(): void {}
    }
    window.Worker = Idle as unknown as typeof Worker;
  });
});
afterAll(async () => {
  await Promise.all([plain.close(), idle.close()]);
  await site.close();
});

/** Opens a page whose workers make no run. */
async function still(address: string): Promise<Page> {
  const page = await idle.newPage();
  await page.goto(`${site.address}${address}`);
  return page;
}

const answerOn = (page: Page): Promise<string | null> => page.locator("#page .answer").first().textContent();
const html = (name: string): string => readFileSync(join(root, `notebooks/dist/${name}.html`), "utf8");

describe.for(pages)("%s", ([name, sentence, runs]) => {
  test("holds an answer and its figure before any script runs, with the runs they rest on", () => {
    const [, first = ""] = /<div id="first">([\s\S]*?)<\/div>\s*<div id="page">/.exec(html(name)) ?? [];
    expect(/<p class="answer">(.*?)<\/p>/.exec(first)?.[1]?.replaceAll(/<[^>]+>/g, "")).toMatch(sentence);
    expect(first).toMatch(/<svg[^>]+aria-label="[^"]{40,}"/);
    expect(first.replaceAll(/<[^>]+>|\s+/g, " ").replaceAll(/ +/g, " ")).toMatch(
      new RegExp(`(${runs.source}).*seed “uptake”, version \\d`),
    );
  });

  test("shows them without JavaScript, and the same until its own runs are made", async () => {
    const bare = await plain.newPage();
    await bare.goto(`${site.address}${name}.html`);
    expect(await bare.locator("h1:visible").count()).toBe(1);
    expect(await bare.locator("#first .chart svg").isVisible()).toBe(true);
    expect(await bare.locator("#first noscript").isVisible()).toBe(true);
    const first = await bare.locator("#first .answer").textContent();
    expect(await bare.locator("nav a").count()).toBeGreaterThan(7);
    await bare.close();

    const page = await still(name === "index" ? "" : `${name}.html`);
    await page.locator("#page .answer", { hasText: /./ }).first().waitFor();
    expect(await answerOn(page)).toBe(first);
    expect(await page.locator("#first").isVisible()).toBe(false);
    await page.locator("#page .chart > svg").first().waitFor();
    expect(await page.locator("#page .answer-waiting").first().textContent()).toBe("");
    await page.close();
  });
});

describe("a strategy that is chosen", () => {
  const choose = async (page: Page): Promise<void> => {
    await page.locator(".chart-fan svg").waitFor();
    await page.getByLabel("District", { exact: true }).selectOption("small-rural");
    await page.getByRole("button", { name: "Mandate", exact: true }).click();
  };
  const built = "Computed when this site was built";

  test("shows its whole answer at once, marked as the site’s, and then the same from runs of its own", async () => {
    const page = await still("");
    await choose(page);
    await page.waitForFunction(() => location.search.includes("mandate"));
    await page.locator("#page .answer:not(.answer-stale)").waitFor();
    const { caption, ...first } = await read(page);
    expect(caption).toMatch(/^100 runs, seed “uptake”, version/);
    expect(caption).toContain(built);
    expect(first.cards).toHaveLength(6);
    expect(await page.locator(".chart-tiers svg, .chart-ledger svg, .chart-added svg").count()).toBe(3);
    await page.close();

    const context = await site.driver.context();
    const own = await context.newPage();
    await own.goto(site.address);
    await choose(own);
    const { caption: after, ...then } = await settle(own);
    expect(then).toEqual(first);
    expect(after).not.toContain(built);
    await context.close();
  });

  // Whatever else may be wrong with an answer is tested where it is read: notebooks/src/plan/prebuilt.test.ts.
  const mandate = (): string => readFileSync(join(root, "notebooks/dist/answers/small-rural.mandate.json"), "utf8");
  test.for([
    ["a number of it is another", (): string => mandate().replace(/("p50":\[)0\.\d/, "$10.9")],
    ["it is no answer", (): string => "<!DOCTYPE html>"],
  ] as const)("shows nothing of the site’s where %s", async ([, text]) => {
    expect(text()).not.toBe(mandate());
    const page = await still("?v=2&district=small-rural");
    await page.route("**/small-rural.mandate.json?*", (route) => route.fulfill({ body: text() }));
    await page.locator("#page .answer", { hasText: /./ }).waitFor();
    const given = page.waitForResponse(/small-rural\.mandate/);
    await page.getByRole("button", { name: "Mandate", exact: true }).click();
    await (await given).finished();
    await page.waitForTimeout(300);
    expect(await page.locator("#page .answer").getAttribute("class")).toContain("answer-stale");
    expect((await read(page)).caption).toBe("");
    expect(await page.locator(".chart-fan svg").count()).toBe(0);
    await page.close();
  });
});
