import { z } from "zod";
import { budgetField } from "../plans-at-budget.ts";

/** Stands for who is not named: the one that changed most. */
export const mostChangedWord = "most changed";

/** Holds the fields of stories in a study file; those of who changed most are told where nobody is named. */
export interface ExplainInput {
  readonly teacher?: number | typeof mostChangedWord | undefined;
  readonly school?: string | undefined;
  readonly replicate: number;
  readonly budget?: number | undefined;
}

/** Checks the fields of stories. */
export const explainSchema: z.ZodType<ExplainInput> = z.strictObject({
  teacher: z
    .union([z.int().min(0).max(1e9), z.literal(mostChangedWord)])
    .optional()
    .describe(`Teacher told of, numbered as in teachers.csv of uptake population, or “${mostChangedWord}”`),
  school: z.string().min(1).max(200).optional().describe(`School told of, by id or name, or “${mostChangedWord}”`),
  replicate: z.int().min(0).max(1e9).default(0).describe("Number of the run that is told of (default 0)"),
  budget: budgetField,
});
