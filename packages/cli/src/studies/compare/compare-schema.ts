import { z } from "zod";
import { mostComparedReplicates, mostReplicates } from "../../input/options.ts";
import { budgetField } from "../plans-at-budget.ts";
import { bottleneckField } from "../run/run-schema.ts";

/** Series whose difference may be asked for as precisely as wanted. */
const compared = ["adoption", "worstTier", "gap", "depth50", "studentsTwice", "label", "schoolsAdopting"] as const;

/** Gives a plan: a strategy by name, the fields of one, or fields of a scenario in the place of the study's own. */
export type PlanFields = string | Readonly<Record<string, unknown>>;

/** Holds the fields of a comparison in a study file. */
export interface CompareInput {
  readonly baseline: PlanFields;
  readonly strategies?: readonly PlanFields[] | undefined;
  readonly of?: (typeof compared)[number] | undefined;
  readonly month?: number | undefined;
  readonly replicates?: number | undefined;
  readonly halfWidth?: number | undefined;
  readonly cap?: number | undefined;
  readonly bottleneck: boolean;
  readonly budget?: number | undefined;
}

const plan = z
  .union([
    z.string().min(1).max(200).describe("Name of a strategy"),
    z
      .record(z.string().max(200), z.unknown())
      .describe("A strategy written out: base, name and levers; or scenario: fields in the place of the study's"),
  ])
  .describe(
    "name of a strategy, { base, name, levers }, or { scenario: … } with fields that take the place of the study's",
  );

/** Checks the fields of a comparison. What plans hold is checked with the scenario. */
export const compareSchema: z.ZodType<CompareInput> = z.strictObject({
  baseline: plan
    .default("business-as-usual")
    .describe("plan that the others are held against (default business-as-usual)"),
  strategies: z
    .array(plan)
    .min(1)
    .max(20)
    .optional()
    .describe("plans compared with the baseline (default: that of the scenario)"),
  of: z
    .enum(compared)
    .optional()
    .describe("what must be as precise as asked for (default what the target is of: adoption, for teachers)"),
  month: z.int().min(0).max(600).optional().describe("index at which that is read (default: the target's month)"),
  replicates: z
    .int()
    .min(1)
    .max(mostReplicates)
    .optional()
    .describe("replicates of each plan, or of the first batch where halfWidth is given too (default: by halfWidth)"),
  halfWidth: z
    .number()
    .min(0.0001)
    .max(0.5)
    .optional()
    .describe(
      "half the width that its 95% interval may have; 0.01 is one percentage point (default 0.01 unless replicates are given)",
    ),
  cap: z
    .int()
    .min(2)
    .max(mostComparedReplicates)
    .optional()
    .describe("most replicates that halfWidth may take (default 2,000)"),
  bottleneck: bottleneckField,
  budget: budgetField,
});
