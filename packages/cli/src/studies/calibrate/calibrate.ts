import { type CalibrateOptions, calibrate, doubtAnswers, readAdoptionSeries } from "@uptake/study/calibrate";
import { describeWork } from "../../words/duration.ts";
import { givenFields } from "../given-fields.ts";
import type { StudyKind } from "../study-kind.ts";
import { answerCalibration } from "./calibrate-answer.ts";
import { describeDoubts } from "./calibrate-doubts.ts";
import { type CalibrateInput, calibrateSchema } from "./calibrate-schema.ts";

/** Describes the study that learns from a series of surveys. */
export const calibrateKind: StudyKind<CalibrateInput> = {
  kind: "calibrate",
  doc: "learn from surveys of adoption what assumptions may be, and say where they cannot tell",
  schema: calibrateSchema,
  files: { series: readAdoptionSeries },
  adapts: () =>
    "each generation of worlds is drawn from those that came closest to the surveys before. Run it on one machine with as many threads as it has: uptake study FILE --threads N; studies in its worlds.csv can be shared out",
  run: async (input, scenario, context) => {
    const { series, parameters, ...rest } = input;
    const named = parameters?.map((one) => (typeof one === "string" ? { name: one } : one));
    const options: CalibrateOptions = {
      ...givenFields(rest),
      series,
      ...(named ? { parameters: named as NonNullable<CalibrateOptions["parameters"]> } : {}),
      seed: context.seed,
      evaluate: context.evaluate,
      signal: context.signal,
      onEstimate: (ahead) => context.say(`At most ${describeWork(ahead)}`),
      onProgress: (done, total) => context.progress("calibration", done, total),
    };
    const doubts = describeDoubts(doubtAnswers(series, scenario));
    for (const doubt of doubts) context.say(`warning: ${doubt}`);
    const answer = answerCalibration(await calibrate(scenario, options), scenario, context.seed);
    return { ...answer, notes: [...doubts, ...answer.notes] };
  },
};
