import { strategies } from "@uptake/model";
import type { AskedOutcome } from "@uptake/study/target";
import { z } from "zod";
import { outcomeSchema } from "../outcome-schema.ts";

/** Holds what every sensitivity study sets. */
interface SharedInput {
  readonly outcome?: AskedOutcome | undefined;
  readonly against?: string | undefined;
  readonly parameters?: readonly string[] | undefined;
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  readonly distribution: "kept" | "priors";
  readonly trajectories: number;
  readonly halfWidth: number;
}

/** Holds the fields of a Morris screening. */
export interface MorrisInput extends SharedInput {
  readonly method: "morris";
  readonly levels: number;
}

/** Holds the fields of a study of Sobol's indices. */
export interface SobolInput extends SharedInput {
  readonly method: "sobol";
  readonly most: number;
  readonly rows: number;
}

/** Holds the fields of a sensitivity study. */
export type SensitivityInput = MorrisInput | SobolInput;

const name = z.string().min(1).max(200);

const shared = {
  outcome: outcomeSchema
    .optional()
    .describe("Outcome whose variation is explained (default what the target is of: adoption, for teachers)"),
  against: z
    .enum(strategies.map((one) => one.name) as [string, ...string[]])
    .optional()
    .describe("Strategy that is run beside the scenario's: the outcome is then the scenario's less this one's, paired"),
  parameters: z
    .array(name)
    .min(1)
    .max(300)
    .optional()
    .describe("Names, or beginnings of names as support; default all that are uncertain"),
  ranges: z
    .record(name, z.tuple([z.number(), z.number()]).describe("Lowest and highest value of the parameter"))
    .default({})
    .describe("Parameters spread evenly between two values instead"),
  distribution: z
    .enum(["kept", "priors"])
    .default("kept")
    .describe("Spread parameters as in the kept worlds, or over the wide priors"),
  trajectories: z.int().min(2).max(10_000).describe("Trajectories of the Morris screening"),
};

/** Checks the fields of a sensitivity study. */
export const sensitivitySchema: z.ZodType<SensitivityInput> = z.discriminatedUnion("method", [
  z.strictObject({
    method: z.literal("morris").describe("Screening: how far each parameter moves the outcome, beside luck"),
    ...shared,
    trajectories: shared.trajectories.default(20),
    levels: z.int().min(2).max(100).default(4).describe("Levels of each parameter, even"),
    halfWidth: z
      .number()
      .positive()
      .max(1)
      .default(0.25)
      .describe("Half-width wanted, as a share of the largest effect"),
  }),
  z.strictObject({
    method: z.literal("sobol").describe("Shares of the variance that go through each parameter, and through luck"),
    ...shared,
    most: z
      .int()
      .min(1)
      .max(60)
      .default(12)
      .describe("Most parameters: with more, a Morris screening chooses these many"),
    trajectories: shared.trajectories.default(10),
    rows: z.int().min(2).max(65_536).default(1024).describe("Base samples, a power of two"),
    halfWidth: z.number().positive().max(1).default(0.1).describe("Half-width wanted, as a share of the variance"),
  }),
]);
