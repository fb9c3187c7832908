import { z } from "zod";
import { type StrategyList, strategyList } from "../strategy-scenarios.ts";

const share = z.number().min(0).max(1);
const size = (least: number, most: number, doc: string) => z.int().min(least).max(most).optional().describe(doc);

const names = z.array(z.string().min(1).max(60)).min(2).max(20);

/** Holds what a study of this kind is told. */
export interface OptimiseInput {
  readonly budgets: readonly number[];
  readonly decisions: Readonly<Record<string, readonly [number, number] | readonly string[]>>;
  readonly objective: {
    readonly of: string;
    readonly share?: number | undefined;
    readonly month?: number | undefined;
  };
  readonly tradeOff?: readonly ("cost" | "gap")[] | undefined;
  readonly yardsticks?: StrategyList | undefined;
  readonly floor?: { readonly worstTier?: number | undefined; readonly gap?: number | undefined } | undefined;
  readonly population?: number | undefined;
  readonly generations?: number | undefined;
  readonly replicates?: number | undefined;
  readonly planning?: number | undefined;
  readonly finalists?: number | undefined;
  readonly finalReplicates?: number | undefined;
}

/** Checks the fields of a study that seeks the best use of money. */
export const optimiseSchema: z.ZodType<OptimiseInput> = z.strictObject({
  budgets: z
    .array(z.number().positive().max(1e12))
    .min(1)
    .max(20)
    .describe(
      "Sums that planned costs are held within, in dollars of 2024; what is then spent differs by world; each has its own search",
    ),
  decisions: z
    .record(
      z.string(),
      z.union([
        z.tuple([z.number(), z.number()]).describe("Lowest and highest value"),
        names.describe("Names it may be"),
      ]),
    )
    .describe(
      "What may be chosen: a lever's setting, intensity, count or first month with its lowest and highest value, as in levers.coaching.start: [0, 12], or a named choice with its names, as in levers.entry.levels: [elementary, high]",
    ),
  objective: z
    .strictObject({
      of: z
        .string()
        .min(1)
        .max(60)
        .default("target")
        .describe(
          "What is best: target (the chance of it), sustained (what it is of, two years after funding ends), or a series of shares",
        ),
      share: share.optional().describe("Share that is the target; the scenario's own unless given"),
      month: z.int().min(0).max(600).optional().describe("Index at which it is read; the target's unless given"),
    })
    .refine(({ of, share: asked }) => of === "target" || asked === undefined, {
      message: "only the target has a share",
      path: ["share"],
    })
    .refine(({ of, month }) => of !== "sustained" || month === undefined, {
      message: "sustained has its own month",
      path: ["month"],
    })
    .default({ of: "target" })
    .describe("What is sought: the chance of the scenario's target unless given"),
  tradeOff: z
    .array(z.enum(["cost", "gap"]))
    .min(1)
    .max(2)
    .refine((all) => new Set(all).size === all.length, { message: "each may be named once" })
    .optional()
    .describe(
      "What the objective is traded against on the frontier: cost (planned) and gap (lead of the low-poverty third; three searches a sum) (default cost)",
    ),
  yardsticks: strategyList
    .optional()
    .describe(
      "Strategies that plans are held against, scaled down to each sum (default the reference strategies); business as usual always is",
    ),
  floor: z
    .strictObject({
      worstTier: share.optional().describe("Least mean adoption of the poverty third that has least of it"),
      gap: share.optional().describe("Largest mean lead of the low-poverty over the high-poverty third"),
    })
    .optional()
    .describe("Equity floor that plans must keep"),
  population: size(4, 64, "Candidates a generation (default 12)"),
  generations: size(1, 500, "Generations of each search (default 15)"),
  replicates: size(2, 2000, "Replicates each candidate is tried in (default 24)"),
  planning: size(2, 500, "Replicates a planned cost is a mean over (default 16)"),
  finalists: size(1, 20, "Plans of each search that are tried again (default 4)"),
  finalReplicates: size(2, 10_000, "Replicates the plans of the answer are tried in, in worlds held out (default 128)"),
});
