import { mostLuck, mostWorlds, type ShockSet, type StressThreshold } from "@uptake/study/stress";
import { z } from "zod";
import { type StrategyList, strategyList } from "../strategy-scenarios.ts";

/** Holds the fields of a stress test in a study file. */
export interface StressInput {
  readonly strategies: StrategyList;
  readonly shocks?: readonly (string | ShockSet)[] | undefined;
  readonly worlds: "kept" | "priors";
  readonly draws?: number | undefined;
  readonly luck: number;
  readonly threshold: { readonly [Field in keyof StressThreshold]?: StressThreshold[Field] | undefined };
  readonly tolerance: number;
  readonly starts: Readonly<Record<string, readonly number[]>>;
  readonly vulnerable?: readonly string[] | undefined;
  readonly inputs?: readonly string[] | undefined;
  readonly boxes: number;
}

const name = z.string().min(1).max(200);

const shock = z.strictObject({
  kind: name.describe("Kind of shock"),
  month: z.number().int().min(0).max(599).describe("First month it is felt, 0 = the first August"),
  months: z.number().int().min(1).max(600).exactOptional().describe("Months it lasts (default by the kind)"),
  size: z.number().exactOptional().describe("Strength, in the unit of the kind (default by the kind)"),
  districts: z.array(name).min(1).max(20_000).exactOptional().describe("Ids of the districts it hits (default all)"),
});

/** Checks the fields of a stress test. */
export const stressSchema: z.ZodType<StressInput> = z.strictObject({
  strategies: strategyList,
  shocks: z
    .array(
      z.union([
        name.describe("Name of a set that is shipped"),
        z.strictObject({
          name: name.describe("Name of the set, shown in results"),
          doc: z.string().max(500).default("").describe("What happens, shown in results"),
          shocks: z.array(shock).max(32).describe("The shocks of the set, which all happen in one run"),
        }),
      ]),
    )
    .max(16)
    .optional()
    .describe("Sets of shocks, by name or written out (default all that have a name)"),
  worlds: z.enum(["kept", "priors"]).default("kept").describe("The kept worlds, or the wide priors"),
  draws: z
    .number()
    .int()
    .max(mostWorlds)
    .optional()
    .describe("Number of worlds, at least 2 (default every kept one once, or 500 of the priors)"),
  luck: z
    .number()
    .int()
    .max(mostLuck)
    .default(1)
    .describe("Runs of each world with other luck, at least 1; their mean is the world's outcome"),
  threshold: z
    .strictObject({
      measure: name
        .optional()
        .describe("Series, as in adoption, depth50, worstTier, gap or cost (default what the target is of)"),
      month: z
        .union([z.enum(["target", "sustained"]), z.number()])
        .optional()
        .describe("Index at which it is read (default the target's; for cost, the last)"),
      value: z.number().optional().describe("Least success, most for costs and gaps (default the target's share)"),
    })
    .default({})
    .describe("What counts as success"),
  tolerance: z.number().default(0).describe("Difference from the best that is no regret, in the measure's unit"),
  starts: z
    .record(name, z.array(z.number().int()).max(24).describe("Start months of the lever"))
    .default({})
    .describe("Start months of levers tried in turn over worlds, as in coaching: [0, 6, 12]"),
  vulnerable: z.array(name).max(32).optional().describe("Strategies whose failures are searched (default all)"),
  inputs: z.array(name).min(1).max(300).optional().describe("Parameters that may explain failures (default all)"),
  boxes: z.number().int().min(1).max(5).default(1).describe("Most circumstances sought for each strategy"),
});
