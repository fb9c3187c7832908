import type { Level } from "@uptake/study/design";
import { mostPoints } from "@uptake/study/sweep";
import type { AskedOutcome } from "@uptake/study/target";
import { z } from "zod";
import { outcomeSchema } from "../outcome-schema.ts";

/** Gives the levels of a factor: one by one, or at equal steps from one value to another. */
export type SweepLevels = readonly Level[] | { readonly from: number; readonly to: number; readonly steps: number };

/** Holds what every sweep sets. */
interface SharedInput {
  readonly replicates: number;
  readonly outcomes?: readonly AskedOutcome[] | undefined;
}

/** Holds the fields of a sweep whose levels are crossed. */
export interface GridInput extends SharedInput {
  readonly design: "grid";
  readonly factors: Readonly<Record<string, SweepLevels>>;
}

/** Holds the fields of a sweep whose points are spread between two numbers, or over a prior. */
export interface SpreadInput extends SharedInput {
  readonly design: "latin-hypercube" | "sobol";
  readonly factors: Readonly<Record<string, readonly Level[] | "prior">>;
  readonly points: number;
}

/** Holds the fields of a sweep over points as they are given. */
export interface RowsInput extends SharedInput {
  readonly design: "rows";
  readonly rows: readonly Readonly<Record<string, Level>>[];
}

/** Holds the fields of a sweep. */
export type SweepInput = GridInput | SpreadInput | RowsInput;

const name = z.string().min(1).max(200);

const shared = {
  replicates: z.int().min(1).max(10_000).default(32).describe("Replicates of each point, in the same worlds and luck"),
  outcomes: z
    .array(outcomeSchema)
    .min(1)
    .max(20)
    .optional()
    .describe("What is read of each run; default what the target is of, adoption, target, cost, gap and sustained"),
};

const level = z.union([z.number(), name, z.boolean()]);

const levels = z.union([
  z.array(level).max(1000).describe("Levels: numbers, or names as in strategy: [mandate, coaching-only]"),
  z
    .strictObject({
      from: z.number().describe("First level"),
      to: z.number().describe("Last level"),
      steps: z.int().min(2).max(1000).describe("Number of levels, both ends included"),
    })
    .describe("Levels at equal steps from one value to another"),
]);

const spread = z.union([
  z.tuple([z.number(), z.number()]).describe("Lowest and highest value, evenly spread between"),
  z.literal("prior").describe("Spread as the factor's prior, or over all that a setting may be"),
  z.array(level).max(1000).describe("Refused: names go with a grid or rows"),
]);

/** Checks the fields of a sweep. */
export const sweepSchema: z.ZodType<SweepInput> = z.discriminatedUnion("design", [
  z.strictObject({
    design: z.literal("grid").describe("All levels of all factors crossed"),
    factors: z
      .record(name, levels)
      .describe(
        "Levels of each factor: a parameter, a setting as levers.coaching.release, strategy, district, a switch as switches.contagion, or the target as target.share",
      ),
    ...shared,
  }),
  z.strictObject({
    design: z.enum(["latin-hypercube", "sobol"]).describe("Points spread over all factors at once"),
    factors: z
      .record(name, spread)
      .describe("Range of each factor: a parameter, or a setting as levers.coaching.release"),
    points: z.int().min(1).max(mostPoints).describe("Number of points; a power of two for sobol"),
    ...shared,
  }),
  z.strictObject({
    design: z.literal("rows").describe("Points as they are given"),
    rows: z
      .array(z.record(name, level.describe("Value of the factor at this point")))
      .min(1)
      .max(mostPoints)
      .describe(
        "Points, each with a value for every factor; or the name of a file, CSV or Parquet, with the factors as its header",
      ),
    ...shared,
  }),
]);

/** Writes out levels given as equal steps. */
export function steppedLevels(given: SweepLevels): readonly Level[] {
  if (!("from" in given)) return given;
  const { from, to, steps } = given;
  return Array.from({ length: steps }, (_, i) => Number((from + ((to - from) * i) / (steps - 1)).toPrecision(12)));
}
