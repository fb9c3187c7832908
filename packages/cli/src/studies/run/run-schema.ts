import { z } from "zod";
import { mostReplicates, mostRunReplicates, usualReplicates } from "../../input/options.ts";
import { budgetField } from "../plans-at-budget.ts";

/** Holds the fields of a run in a study file. */
export interface RunInput {
  readonly replicates: number;
  readonly bottleneck: boolean;
  readonly budget?: number | undefined;
}

/** Describes the number of replicates, `usual` where it is not given and at most `most`. */
export const replicatesField = (usual: number, most: number = mostReplicates): z.ZodType<number> =>
  z
    .int()
    .min(1)
    .max(most)
    .default(usual)
    .describe(`Replicates, each with luck of its own, in a world of its own while there are more (default ${usual})`);

/** Describes whether runs with easier steps are made. */
export const bottleneckField: z.ZodType<boolean> = z
  .boolean()
  .default(true)
  .describe("Whether each step is made easier in turn, to tell where each plan gets stuck (default true)");

/** Checks the fields of a run. */
export const runSchema: z.ZodType<RunInput> = z.strictObject({
  replicates: replicatesField(usualReplicates, mostRunReplicates),
  bottleneck: bottleneckField,
  budget: budgetField,
});
