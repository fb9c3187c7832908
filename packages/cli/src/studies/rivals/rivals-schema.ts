import type { World } from "@uptake/model";
import { z } from "zod";
import { type StrategyList, strategyList } from "../strategy-scenarios.ts";

/** Holds the fields of a study of rival assumptions. */
export interface RivalsInput {
  readonly strategies: StrategyList;
  readonly rivals?:
    | readonly (string | { readonly name: string; readonly doc: string; readonly values: World })[]
    | undefined;
  readonly replicates: number;
  readonly measure?: string | undefined;
  readonly month: "target" | "sustained" | number;
  readonly better?: "more" | "less" | undefined;
}

const name = z.string().min(1).max(200);

/** Checks the fields of a study of rival assumptions. */
export const rivalsSchema: z.ZodType<RivalsInput> = z.strictObject({
  strategies: strategyList,
  rivals: z
    .array(
      z.union([
        z.string().min(1).max(200).describe("Name of an assumption that is shipped"),
        z.strictObject({
          name: name.describe("Name of the assumption, shown in results"),
          doc: z.string().max(500).default("").describe("What it assumes, shown in results"),
          values: z
            .record(name, z.number().describe("Value of the parameter in every world"))
            .describe("Parameters that it sets, as in { trying.risk: 0 }"),
        }),
      ]),
    )
    .min(1)
    .max(64)
    .optional()
    .describe("Rival assumptions, by name or as values of parameters (default all that have a name)"),
  replicates: z
    .number()
    .int()
    .min(2)
    .max(100_000)
    .default(64)
    .describe("Replicates, each with luck of its own, in a world of its own while there are more"),
  measure: name
    .optional()
    .describe("Series that strategies are ranked by, as in adoption, depth50 or gap (default what the target is of)"),
  month: z
    .union([z.enum(["target", "sustained"]), z.number()])
    .default("target")
    .describe("Index at which it is read"),
  better: z.enum(["more", "less"]).optional().describe("Which values are better (default by the measure)"),
});
