// Prints how fast the built home page is: cold load, slider to painted curve, redraws while dragging, page weight.

import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { root } from "./serve.ts";
import { open, settle, visit } from "./site.ts";

const site = await open("Chromium");
const quantile = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
};
const ms = (value: number): string => `${value.toFixed(0)} ms`;
const report = (what: string, value: string, goal: string): void =>
  console.log(`${what.padEnd(44)} ${value.padEnd(34)} ${goal}`);

/** Counts the bytes, gzipped, of what a page loads before its first worker. */
async function weigh(): Promise<number> {
  const context = await site.driver.context();
  const page = await context.newPage();
  const files = new Set<string>();
  let working = false;
  page.on("worker", () => {
    working = true;
  });
  page.on("request", (request) => {
    if (!working && request.url().startsWith(site.address)) files.add(request.url().slice(site.address.length));
  });
  await page.goto(site.address);
  await page.locator(".chart-fan svg").waitFor();
  await context.close();
  const size = (file: string): number =>
    gzipSync(readFileSync(join(root, "notebooks/dist", file || "index.html"))).length;
  return [...files].reduce((sum, file) => sum + size(file), 0);
}

/** Times a cold load to the frame that shows the first chart. */
async function load(): Promise<number> {
  const context = await site.driver.context();
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(".chart-fan svg")) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { painted: performance.now() })));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(site.address);
  await page.waitForFunction(() => "painted" in window);
  const time = await page.evaluate(() => (window as unknown as { painted: number }).painted);
  await context.close();
  return time;
}

/** Moves a slider once and times the first painted curve, and the last run. */
async function move(page: Page, value: number): Promise<{ first: number; all: number }> {
  return page.evaluate(
    (to) =>
      new Promise<{ first: number; all: number }>((resolve) => {
        const place = document.querySelector(".chart-fan") as HTMLElement;
        const range = document.querySelector("#control-coaching") as HTMLInputElement;
        let first = 0;
        const began = performance.now();
        const observer = new MutationObserver(() => {
          requestAnimationFrame(() =>
            setTimeout(() => {
              first ||= performance.now() - began;
              if (place.dataset["settled"] === undefined) return;
              observer.disconnect();
              resolve({ first, all: performance.now() - began });
            }),
          );
        });
        observer.observe(place, { childList: true, attributeFilter: ["data-settled"] });
        range.valueAsNumber = to;
        range.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    value,
  );
}

/** Drags a slider to and fro for three seconds, a step or more each frame, and counts redraws and the time between frames. */
async function drag(page: Page): Promise<{ redraws: number; frame: number }> {
  return page.evaluate(
    () =>
      new Promise<{ redraws: number; frame: number }>((resolve) => {
        const range = document.querySelector("#control-coaching") as HTMLInputElement;
        const frames: number[] = [];
        let redraws = 0;
        const observer = new MutationObserver(() => redraws++);
        observer.observe(document.querySelector(".chart-fan") as Element, { childList: true });
        const began = performance.now();
        const step = (now: number): void => {
          frames.push(now);
          if (now - began > 3000) {
            observer.disconnect();
            const gaps = frames.slice(1).map((at, i) => at - (frames[i] as number));
            gaps.sort((a, b) => a - b);
            resolve({ redraws: redraws / 3, frame: gaps[gaps.length >> 1] as number });
            return;
          }
          range.valueAsNumber = 5.25 + 4.75 * Math.sin((now - began) / 200);
          range.dispatchEvent(new Event("input", { bubbles: true }));
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );
}

console.log(`load average ${loadavg()[0]?.toFixed(1)} before the start\n`);
report("page weight before workers, gzipped", `${((await weigh()) / 1000).toFixed(0)} kB`, "goal: at most 300 kB");
const loads: number[] = [];
for (let i = 0; i < 5; i++) loads.push(await load());
report(
  "cold load to first chart",
  `median ${ms(quantile(loads, 0.5))}, best ${ms(Math.min(...loads))}`,
  "goal: at most 1500 ms",
);

const { page, context } = await visit(site, "?v=1&coaching=5");
await settle(page);
const moves: { first: number; all: number }[] = [];
for (let i = 0; i < 22; i++) moves.push(await move(page, 0.5 + 0.25 * ((i * 7) % 37)));
const firsts = moves.map(({ first }) => first);
const alls = moves.map(({ all }) => all);
report(
  "slider to painted first curve",
  `median ${ms(quantile(firsts, 0.5))}, p95 ${ms(quantile(firsts, 0.95))}`,
  "goal: median at most 60 ms",
);
report(
  "slider to all 100 replicates",
  `median ${ms(quantile(alls, 0.5))}, p95 ${ms(quantile(alls, 0.95))}`,
  "goal: at most 1000 ms",
);
const { redraws, frame } = await drag(page);
report(
  "redraws while dragging",
  `${redraws.toFixed(0)} a second, frame ${frame.toFixed(1)} ms`,
  "goal: at least 30 a second",
);
await context.close();
await site.close();
console.log(`\nload average ${loadavg()[0]?.toFixed(1)} at the end`);
