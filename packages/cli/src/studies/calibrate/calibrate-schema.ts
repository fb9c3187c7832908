import { surveyGroups } from "@uptake/study/calibrate";
import { z } from "zod";

const size = (least: number, most: number, doc: string) => z.int().min(least).max(most).optional().describe(doc);

const point = z.strictObject({
  month: z.int().min(0).max(600).describe("Index of the scenario, 0 at the start"),
  group: z
    .string()
    .min(1)
    .max(60)
    .default("all")
    .describe(`Whose survey it is: ${surveyGroups.join(", ")}`),
  share: z.number().min(0).max(1).describe("Share of those who answered that say they use the practice"),
  respondents: z.int().min(1).max(10_000_000).describe("People who answered"),
});

/** Holds what a study of this kind is told. */
export interface CalibrateInput {
  readonly series: readonly {
    readonly month: number;
    readonly group: string;
    readonly share: number;
    readonly respondents: number;
  }[];
  readonly parameters?:
    | readonly (string | { readonly name: string; readonly range?: readonly [number, number] | undefined })[]
    | undefined;
  readonly selfReport?: boolean | undefined;
  readonly particles?: number | undefined;
  readonly generations?: number | undefined;
  readonly simulations?: number | undefined;
  readonly predictive?: number | undefined;
}

/** Checks the fields of a study that learns from surveys. */
export const calibrateSchema: z.ZodType<CalibrateInput> = z.strictObject({
  series: z.array(point).min(1).max(600).describe("Surveys of adoption, or the name of a file of them, CSV or Parquet"),
  parameters: z
    .array(
      z.union([
        z.string().min(1).max(60).describe("Name of a parameter, which keeps its prior"),
        z.strictObject({
          name: z.string().min(1).max(60).describe("Name of the parameter"),
          range: z
            .tuple([z.number(), z.number()])
            .optional()
            .describe("Lowest and highest value, evenly spread between, in the place of its prior"),
        }),
      ]),
    )
    .min(1)
    .max(12)
    .optional()
    .describe("Parameters to learn of, with a range in place of their prior where one is given"),
  selfReport: z
    .boolean()
    .optional()
    .describe(
      "Whether teachers spoke of themselves (default true), which is above practice; false where it was counted",
    ),
  particles: size(20, 5000, "Particles (default 200)"),
  generations: size(1, 30, "Most generations (default 8)"),
  simulations: size(20, 1_000_000, "Most runs (default 20 a particle)"),
  predictive: size(20, 5000, "Runs of the predictive bands (default 200)"),
});
