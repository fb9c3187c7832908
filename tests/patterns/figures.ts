import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type TestContext } from "vitest";

/** Where the figures of the last recorded run are kept; `docs/validation.md` is generated from them. */
export const figuresFile: string = fileURLToPath(new URL("figures.json", import.meta.url));

/** Holds one measured figure of a pattern and what it is held against. */
export interface Figure {
  /** Pattern of the model's design, as in `P5`; also `null`, `staffing` and the like. */
  readonly pattern: string;
  /** Says what was measured: place, plan and worlds included. */
  readonly statistic: string;
  /** What the simulation gives, with its unit, as it is to be printed. */
  readonly simulated: string;
  /** What was observed or derived, with its interval; absent where there is nothing to compare with. */
  readonly observed?: string;
  /** What the figure is held to, as in `.012–.064`; absent where it is only reported. */
  readonly tolerance?: string;
  /** Whether it holds; absent exactly where there is no tolerance. */
  readonly holds?: boolean;
  /** Source of what was observed, an id of the evidence table or a folder of the data. */
  readonly source?: string;
  /** Number of runs, or of schools, people or other cases. */
  readonly cases?: string;
  /** Why it misses, or what it cannot tell. */
  readonly note?: string;
}

declare module "vitest" {
  interface TaskMeta {
    figures?: Figure[];
  }
}

/** Reads the figures of the last recorded run. */
export const recorded = (): Figure[] => (existsSync(figuresFile) ? JSON.parse(readFileSync(figuresFile, "utf8")) : []);

/** Tells figures apart: two tests may not record the same statistic. */
export const keyOf = ({ pattern, statistic }: Figure): string => `${pattern} ${statistic}`;

let known: Map<string, Figure> | undefined;

/**
 * Records a figure: prints it as a line and holds it against `figures.json`, so that no figure of the documents goes stale.
 * `UPDATE_FIGURES=1` records instead. A miss is recorded, not thrown: a test that must hold says so with `expect` besides.
 */
export function figure(context: TestContext, found: Figure): void {
  context.task.meta.figures ??= [];
  context.task.meta.figures.push(found);
  process.stdout.write(`${lineOf(found)}\n`);
  if (process.env.UPDATE_FIGURES === "1") return;
  known ??= new Map(recorded().map((one) => [keyOf(one), one]));
  expect.soft(found, "differs from figures.json; record it with pnpm figures").toEqual(known.get(keyOf(found)));
}

/** Writes a figure as one line. */
export function lineOf({ pattern, statistic, simulated, observed, tolerance, holds, note }: Figure): string {
  const against = [observed && `observed ${observed}`, tolerance ? `held to ${tolerance}` : "reported only"];
  const verdict = holds === undefined ? "" : holds ? "  holds" : "  MISS";
  return `${pattern.padEnd(5)} ${statistic}: ${simulated} (${against.filter(Boolean).join("; ")})${verdict}${note ? ` — ${note}` : ""}`;
}
