import { InputError, type Issue, type Scenario } from "@uptake/model";
import { type Factor, factorOf } from "@uptake/study/design";
import { gridDesign, rowsDesign, type SweepDesign, spreadDesign, sweep } from "@uptake/study/sweep";
import { readPoints } from "../../input/read-points.ts";
import { counted } from "../../words/format.ts";
import { relocated } from "../relocated.ts";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { answerSweep } from "./sweep-answer.ts";
import { type SpreadInput, type SweepInput, steppedLevels, sweepSchema } from "./sweep-schema.ts";

/** Runs a scenario at each point of a design. */
export const sweepKind: StudyKind<SweepInput> = {
  kind: "sweep",
  doc: "run a scenario over a grid, a spread or a list of settings, parameters and named choices, all in the same worlds and luck",
  schema: sweepSchema,
  files: { rows: readPoints },
  adapts: () => undefined,
  run: runSweep,
};

function designOf(input: SweepInput, seed: string): SweepDesign {
  switch (input.design) {
    case "grid":
      return gridDesign(
        Object.fromEntries(Object.entries(input.factors).map(([key, given]) => [key, steppedLevels(given)])),
      );
    case "rows": {
      const factors = Object.keys(input.rows[0]!);
      const named = factors.toSorted().join();
      const issues = input.rows.flatMap((row, r): Issue[] => {
        if (Object.keys(row).toSorted().join() === named) return [];
        const message = "the row has other factors than the first";
        return [{ code: "different-factors", path: `rows[${r}]`, message, allowed: factors.join(", ") }];
      });
      if (issues.length > 0) throw new InputError(issues);
      return rowsDesign(
        factors,
        input.rows.map((row) => factors.map((factor) => row[factor]!)),
      );
    }
    default:
      return spreadDesign(input.design, spreadFactors(input.factors), input.points, seed);
  }
}

/** Returns the factors of points that are spread, each between two numbers or over its prior; everything wrong at once. */
function spreadFactors(given: SpreadInput["factors"]): Factor[] {
  const issues: Issue[] = [];
  const factors = Object.entries(given).flatMap(([name, range]): Factor[] => {
    try {
      if (range === "prior") return [factorOf(name)];
      const [low, high, ...more] = range;
      if (typeof low === "number" && typeof high === "number" && more.length === 0)
        return [factorOf(name, [low, high])];
      factorOf(name);
      const message = "points are spread between two numbers, the lowest and the highest";
      issues.push({ code: "wrong-kind", path: name, message, allowed: "[lowest, highest], or prior" });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
    }
    return [];
  });
  if (issues.length > 0) throw new InputError(issues);
  return factors;
}

/** Returns where the study file holds what an issue is about. */
function fieldOf(input: SweepInput, path: string): string {
  if (input.design === "rows") {
    if (path === "") return "rows";
    return path in input.rows[0]! ? `rows[0][${JSON.stringify(path)}]` : path;
  }
  if (path === "" || path === "design") return "factors";
  if (path === "rows") return "points";
  return path in input.factors ? `factors[${JSON.stringify(path)}]` : path;
}

async function runSweep(input: SweepInput, scenario: Scenario, context: StudyContext): Promise<StudyAnswer> {
  const { seed, evaluate, signal } = context;
  const locate = (path: string): string => fieldOf(input, path);
  const design = await relocated(locate, () => designOf(input, seed));
  const size = `${counted(design.points.length, "point")} of ${counted(input.replicates, "replicate")}`;
  context.say(`${size}: ${counted(design.points.length * input.replicates, "run")}.`);
  const found = await relocated(locate, () =>
    sweep(scenario, design, {
      replicates: input.replicates,
      ...(input.outcomes ? { outcomes: input.outcomes } : {}),
      seed,
      evaluate,
      signal,
      onProgress: (done, total) => context.progress("sweep", done, total),
    }),
  );
  return answerSweep(found);
}
