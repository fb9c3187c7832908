import { prepare } from "@uptake/model";
import { type RivalAssumption, type RivalsOptions, rivalAssumptions, rivals } from "@uptake/study/rivals";
import { givenFields } from "../given-fields.ts";
import { strategyScenarios } from "../strategy-scenarios.ts";
import type { StudyKind } from "../study-kind.ts";
import { answerRivals } from "./rivals-answer.ts";
import { type RivalsInput, rivalsSchema } from "./rivals-schema.ts";

/** Ranks strategies under rival assumptions. */
export const rivalsKind: StudyKind<RivalsInput> = {
  kind: "rivals",
  doc: "rank strategies under each rival assumption in the same worlds, and say where the order flips",
  schema: rivalsSchema,
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
      ...givenFields({ better, measure }),
      rivals: tried,
      seed,
      evaluate,
      signal,
      onProgress: (done, total) => progress("rivals", done, total),
    };
    return answerRivals(await rivals(plans, options));
  },
};
