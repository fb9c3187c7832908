import { prepare, type World } from "@uptake/model";
import { type RivalAssumption, type RivalsOptions, rivalAssumptions, rivals } from "@uptake/study/rivals";
import { z } from "zod";
import { type StrategyList, strategyList, strategyScenarios } from "../strategy-scenarios.ts";
import type { StudyKind } from "../study-kind.ts";
import { answerRivals } from "./rivals-answer.ts";

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

const schema = z.strictObject({
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

/** Ranks strategies under rival assumptions. */
export const rivalsKind: StudyKind<RivalsInput> = {
  kind: "rivals",
  doc: "rank strategies under each rival assumption in the same worlds, and say where the order flips",
  schema: schema as unknown as z.ZodType<RivalsInput>,
  adapts: () => undefined,
  run: async (
    { strategies, rivals: asked, better, measure, ...rest },
    scenario,
    { evaluate, progress, signal, seed },
  ) => {
    const scenarios = await strategyScenarios(strategies, scenario);
    const plans = await Promise.all(scenarios.map((one) => prepare(one)));
    const tried: readonly (string | RivalAssumption)[] = asked ?? rivalAssumptions;
    const options: RivalsOptions = {
      ...rest,
      ...(better === undefined ? {} : { better }),
      ...(measure === undefined ? {} : { measure }),
      rivals: tried,
      seed,
      evaluate,
      signal,
      onProgress: (done, total) => progress("rivals", done, total),
    };
    return answerRivals(await rivals(plans, options));
  },
};
