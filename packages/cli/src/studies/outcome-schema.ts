import { type AskedOutcome, outcomeNames } from "@uptake/study/target";
import { z } from "zod";

/** Asks for an outcome: a named one, or a series at an index. */
export const outcomeSchema: z.ZodType<AskedOutcome> = z.union([
  z
    .enum(outcomeNames as [(typeof outcomeNames)[number], ...(typeof outcomeNames)[number][]])
    .describe("Outcome by name"),
  z.strictObject({
    series: z.string().min(1).max(200).describe("Series of the results, as in depth50"),
    month: z.int().min(0).max(600).exactOptional().describe("Index, 0 = the start; default the target's month"),
  }),
]);
