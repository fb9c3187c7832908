import type { Switches } from "@uptake/model";
import { z } from "zod";

/** Series that may be shared out. */
const shared = [
  "adoption",
  "depth50",
  "students",
  "studentsTwice",
  "label",
  "schoolsAdopting",
  "worstTier",
  "gap",
] as const;

/** Holds what a study of this kind is told. */
export interface AttributeInput {
  readonly of?: (typeof shared)[number] | undefined;
  readonly month?: number | undefined;
  readonly replicates: number;
  readonly exactPlayers: number;
  readonly orders: number;
  readonly assumptions?: { readonly [Name in keyof Switches]?: Switches[Name] | undefined } | undefined;
  readonly target: boolean;
  readonly minimumBudget?: { readonly chance: number; readonly halvings: number } | undefined;
}

const assumptions = z
  .strictObject({
    contagion: z
      .enum(["simple", "complex", "none"])
      .optional()
      .describe("peer influence: in proportion, by threshold, or none"),
    network: z.enum(["advice", "complete"]).optional().describe("ties of advice, or everyone with everyone"),
    everyoneAware: z.boolean().optional().describe("whether every teacher knows of the practice from the start"),
    designPrerequisite: z.boolean().optional().describe("whether school design limits the depth that can be reached"),
    levels: z
      .enum(["drawn", "sum", "product", "weakest"])
      .optional()
      .describe("how time, leadership and office join: as the world has it, summed, multiplied, or the weakest"),
    prescriptionCosts: z.boolean().optional().describe("whether prescription raises lapsing and lowers ownership"),
  })
  .describe("rival assumptions whose effect on the answer is shared out, apart from the levers (default none)");

/** Checks the fields of a study that shares out what a strategy adds. */
export const attributeSchema: z.ZodType<AttributeInput> = z.strictObject({
  of: z.enum(shared).optional().describe("what is shared out (default what the target is of: adoption, for teachers)"),
  month: z.int().min(0).max(600).optional().describe("index at which it is read (default the target's month)"),
  replicates: z.int().min(2).max(10_000).default(32).describe("number of replicates (default 32)"),
  exactPlayers: z
    .int()
    .min(1)
    .max(12)
    .default(10)
    .describe("most players (levers, and peers) for whom every coalition is run (default 10)"),
  orders: z
    .int()
    .min(2)
    .max(1000)
    .multipleOf(2)
    .default(4)
    .describe("orders sampled a replicate with more (default 4)"),
  assumptions: assumptions.optional(),
  target: z
    .boolean()
    .default(true)
    .describe("whether the chance of the scenario's target and the time to it are told (default true)"),
  minimumBudget: z
    .strictObject({
      chance: z.number().gt(0).lt(1).default(0.5).describe("chance of the target asked for (default 0.5)"),
      halvings: z.int().min(1).max(12).default(6).describe("halvings of the interval of budgets (default 6)"),
    })
    .optional()
    .describe("looks for the smallest budget at which the target has this chance (default not)"),
});
