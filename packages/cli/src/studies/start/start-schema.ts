import { strategies } from "@uptake/model";
import { z } from "zod";
import { startReplicates } from "../../input/options.ts";
import { budgetField } from "../plans-at-budget.ts";
import { replicatesField } from "../run/run-schema.ts";
import { type StrategyList, strategyList } from "../strategy-scenarios.ts";

/** Holds the fields of a first look at strategies in a study file. */
export interface StartInput {
  readonly strategies: StrategyList;
  readonly replicates: number;
  readonly budget?: number | undefined;
}

/** Strategies compared unless others are asked for: those of reference. */
const referenceStrategies: readonly string[] = strategies
  .filter(({ kind }) => kind === "reference")
  .map(({ name }) => name);

/** Checks the fields of a first look. */
export const startSchema: z.ZodType<StartInput> = z.strictObject({
  strategies: strategyList
    .default([...referenceStrategies])
    .describe("Strategies compared, by name or as base, name and levers (default those of reference)"),
  replicates: replicatesField(startReplicates),
  budget: budgetField,
});
