import type { Draw } from "@uptake/model";
import { type StressOptions, stress } from "@uptake/study/stress";
import { givenFields } from "../given-fields.ts";
import { withHeadlines } from "../strategy-headlines.ts";
import { strategyScenarios } from "../strategy-scenarios.ts";
import type { StudyKind } from "../study-kind.ts";
import { answerStress } from "./stress-answer.ts";
import { type StressInput, stressSchema } from "./stress-schema.ts";

/** Tries strategies in every world under every set of shocks, and finds what makes them fail. */
export const stressKind: StudyKind<StressInput> = {
  kind: "stress",
  doc: "try strategies in every world under every set of shocks: how often they succeed, what they forgo, what breaks them",
  schema: stressSchema,
  adapts: () => undefined,
  run: async (input, scenario, context) => {
    const { evaluate, progress, signal, seed } = context;
    const { strategies, shocks, draws, vulnerable, inputs, threshold, ...rest } = input;
    const options: StressOptions = {
      ...rest,
      ...givenFields({ shocks, draws, vulnerable, inputs }),
      threshold: givenFields(threshold),
      seed,
      evaluate,
      signal,
      onProgress: (done, total) => progress("stress", done, total),
    };
    const scenarios = await strategyScenarios(strategies, scenario);
    const found = await stress(scenarios, options);
    const draw: Draw = found.worlds.from === "priors" ? "priors" : "sampled";
    const plans = scenarios.map((one) => ({
      name: one.name,
      scenario: { ...one, parameters: { ...one.parameters, draw } },
    }));
    return withHeadlines(answerStress(found), plans, context, { replicates: found.worlds.count });
  },
};
