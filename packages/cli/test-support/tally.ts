import { prepare, type Scenario, scenario as scenarioOf } from "@uptake/model";
import { meanInterval } from "@uptake/study/statistics";
import { z } from "zod";
import type { StudyAnswer, StudyContext, StudyKind } from "../src/studies/study-kind.ts";

const schema = z
  .strictObject({
    strategies: z.array(z.string().min(1).max(200)).min(1).max(8).describe("Strategies to be tallied"),
    replicates: z.int().min(2).max(1000).default(4).describe("Replicates of each strategy"),
    failing: z.int().min(0).max(1000).default(0).describe("Runs of the first strategy that are made to fail"),
    target: z.number().min(0).max(1).optional().describe("Share of teachers to reach"),
    budget: z.number().min(0).max(1e12).optional().meta({ description: "Most that may be spent ($)", unit: "$" }),
    levers: z
      .array(z.strictObject({ setting: z.string(), low: z.number(), high: z.number() }))
      .optional()
      .describe("Settings that are varied"),
  })
  .superRefine(({ levers = [] }, context) => {
    const settings = levers.map(({ setting }) => setting);
    for (const [i, setting] of settings.entries())
      if (settings.indexOf(setting) < i)
        context.addIssue({
          code: "custom",
          path: ["levers", i, "setting"],
          message: `${setting} is varied twice: levers[${settings.indexOf(setting)}] varies it too`,
        });
  });

type Input = z.infer<typeof schema>;

/** A study for tests: mean adoption at the horizon under each strategy. Runs can be made to fail. */
export const tally: StudyKind<Input> = {
  kind: "tally",
  doc: "Mean adoption at the horizon under each strategy",
  schema,
  run: async (input: Input, scenario: Scenario, { evaluate, seed }: StudyContext): Promise<StudyAnswer> => {
    const { district, horizon } = scenario;
    const plans = await Promise.all(
      input.strategies.map((strategy) => prepare(scenarioOf({ district, horizon, strategy }))),
    );
    const evaluations = plans.flatMap((_, p) =>
      Array.from({ length: input.replicates }, (_, replicate) => ({
        plan: p === 0 && replicate < input.failing ? plans.length : p,
        replicate,
      })),
    );
    const { values, checksums, failures } = await evaluate({
      plans,
      seed,
      statistics: [{ series: "adoption", month: horizon }],
      evaluations,
    });
    const rows = input.strategies.map((name, s) => {
      const own = [...values.slice(s * input.replicates, (s + 1) * input.replicates)].filter(Number.isFinite);
      const { mean, low, high } = own.length > 0 ? meanInterval(own) : { mean: null, low: null, high: null };
      return [name, mean, low, high, input.replicates];
    });
    return {
      sentence: `Tallied ${input.strategies.join(" and ")}.`,
      notes: failures.map(({ stage, cause }) => `A run failed in ${stage}: ${cause}`),
      figures: [],
      tables: [
        {
          name: "tally",
          doc: "Mean adoption by strategy",
          columns: [
            { name: "strategy", type: "text", unit: "–", doc: "Strategy" },
            { name: "mean", type: "number", unit: "share of teachers", doc: "Mean" },
            { name: "low", type: "number", unit: "share of teachers", doc: "Lower end of the 95% interval" },
            { name: "high", type: "number", unit: "share of teachers", doc: "Upper end of the 95% interval" },
            { name: "replicates", type: "integer", unit: "runs", doc: "Replicates" },
          ],
          rows,
        },
      ],
      data: { rows },
      checksums,
    };
  },
};
