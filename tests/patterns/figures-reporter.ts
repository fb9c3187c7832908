import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";
import { type Figure, figuresFile, keyOf, lineOf, recorded } from "./figures.ts";

/** Orders patterns by number, those without one last. */
function byPattern(a: string, b: string): number {
  const number = (name: string): number => Number.parseInt(name.slice(1), 10) || 1000;
  return number(a) - number(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Sums up a pattern's figures in one line, led by its first. */
function summary(pattern: string, figures: readonly Figure[]): string {
  const held = figures.filter(({ holds }) => holds !== undefined);
  const misses = held.filter(({ holds }) => !holds);
  const leading = held[0] ?? (figures[0] as Figure);
  const missed = misses.length > 0 ? `; misses: ${misses.map(({ statistic }) => statistic).join("; ")}` : "";
  return `${pattern.padEnd(5)} ${held.length - misses.length} of ${held.length} hold; ${lineOf(leading).slice(Math.max(pattern.length, 5) + 1)}${missed}`;
}

/**
 * Sums up each pattern in one line when all tests have run. With `UPDATE_FIGURES=1` it writes the figures of this run to
 * `figures.json`; those of tests that did not run stay.
 */
export default class Figures implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => Array.from(module.children.allTests()));
    const found = tests.flatMap((test) => test.meta().figures ?? []);
    if (found.length === 0) return;
    if (process.env.UPDATE_FIGURES === "1") {
      const now = new Set(found.map(keyOf));
      const all = [...recorded().filter((one) => !now.has(keyOf(one))), ...found];
      all.sort((a, b) => byPattern(a.pattern, b.pattern) || (keyOf(a) < keyOf(b) ? -1 : 1));
      writeFileSync(figuresFile, `${JSON.stringify(all, null, 2)}\n`);
    }
    for (const pattern of [...new Set(found.map((one) => one.pattern))].sort(byPattern))
      process.stdout.write(
        `${summary(
          pattern,
          found.filter((one) => one.pattern === pattern),
        )}\n`,
      );
  }
}
