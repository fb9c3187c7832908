/// <reference lib="dom" />
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "../driver.ts";
import { root } from "../serve.ts";
import { sitePages, small } from "../site-pages.ts";
import { suite } from "../suite.ts";

const shared = suite();
const dist = join(root, "notebooks/dist");

test("every page names its scripts and styles by their hashes, before all else", () => {
  const pages = readdirSync(dist).filter((name) => name.endsWith(".html"));
  expect(pages.length).toBe(sitePages.length + 1);
  for (const name of pages) {
    const html = readFileSync(join(dist, name), "utf8");
    const [before = "", policy = ""] = html.split(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/);
    expect(before, name).not.toMatch(/<(?!!DOCTYPE html>|html\b|head>|meta charset="utf-8">)/);
    expect(policy, name).not.toMatch(/unsafe-(inline|eval)'(?<!wasm-unsafe-eval')/);
    expect(policy, name).toMatch(/default-src '(self|none)'/);
  }
});

/** Notes what the policy forbids from now on, with the directive. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
  });

test("what is put into a page does not run, whether as element, listener, address or text", async () => {
  const { page, context, faults } = await openPage(shared.site.driver, `${shared.site.address}${small}`);
  await page.locator("#page > :not(observablehq-loading)").first().waitFor();
  expect(faults).toEqual([]);
  await listen(page);
  await page.evaluate(() => {
    const put = (name: string, attributes: Readonly<Record<string, string>>, text = ""): HTMLElement => {
      const made = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.textContent = text;
      document.body.append(made);
      return made;
    };
    put("script", {}, "window.ran = 'script'");
    put("script", { type: "module" }, "window.ran = 'module'");
    put("button", { onclick: "window.ran = 'listener'" }).click();
    put("a", { href: "javascript:void (window.ran = 'address')" }).click();
    put("style", {}, "body { outline: 3px solid rgb(1, 2, 3) }");
    // Later, since what is told to a page from outside may run text.
    setTimeout(() => {
      try {
        new Function("window.ran = 'text'")();
      } catch {
        // Refused, as it should be.
      }
    });
  });
  const seen = (): Promise<readonly string[]> => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  await expect
    .poll(async () => new Set(await seen()))
    .toEqual(new Set(["script-src", "script-src-attr", "script-src-elem", "style-src-elem"]));
  const left = await page.evaluate(() => [
    "ran" in window,
    getComputedStyle(document.body).outlineColor === "rgb(1, 2, 3)",
  ]);
  expect(left).toEqual([false, false]);
  await context.close();
});

test("a link's words are shown as words", async () => {
  const words = `<img src=x onerror="document.title='ran'"><script>document.title='ran'</script>`;
  const query = new URLSearchParams([
    ["name", words],
    ["seed", words],
    ["district", words],
    [`strategy.${words}`, words],
    ["pin1", words],
    ["pin1.strategy", "mandate"],
    ["__proto__.polluted", "1"],
    ["levers.__proto__.polluted", "1"],
  ]);
  const { page } = await shared.go(`compare${small}&${query}`);
  await page.locator(".notice p", { hasText: "<img" }).first().waitFor();
  const found = await page.evaluate(() => [
    document.querySelectorAll("img[src=x], #page script").length,
    document.title.includes("ran"),
    "polluted" in {},
  ]);
  expect(found).toEqual([0, false, false]);
});
