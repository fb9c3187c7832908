import { drawWorld, prepare, type Scenario, type World, worldCount } from "@uptake/model";
import type { Evaluate, Signal } from "../../evaluate/evaluation.ts";
import { chance } from "../../statistics/chance.ts";
import type { Probability } from "../../statistics/wilson.ts";
import { parameterWords } from "../../stress/parameter-words.ts";
import { variedInputs } from "../../stress/varied-inputs.ts";
import { fewestWorlds, type Vulnerability, vulnerability } from "../../stress/vulnerability.ts";
import { targetSeries } from "../../target/target-series.ts";

/** Holds which beliefs hold in the worlds where a plan reaches its target. */
export interface WhereItWorks {
  /** Name of the plan. */
  readonly label: string;
  /** Runs, each in a world of its own. */
  readonly replicates: number;
  /** Share of the runs that reach the target. */
  readonly works: Probability;
  /** Circumstances in which it works more often, found by PRIM in half of the worlds and tested in the other. */
  readonly box: {
    /** As in `peers.effect exceeds 0.4 and principal.exit is below 14% a year`. */
    readonly conditions: string;
    readonly parameters: readonly string[];
    readonly found: { readonly density: number; readonly coverage: number };
    readonly tested: Vulnerability["boxes"][number]["heldOut"];
    /** Whether it works beyond chance more often there, in the worlds that test. */
    readonly stands: boolean;
  } | null;
  /** Why there is no box: it never or always works, there are too few worlds, or nothing can be told from chance. */
  readonly none: "never" | "always" | "few-worlds" | "chance" | null;
}

/** Most worlds that a plan is run in. */
const mostWorlds = 256;

/** Runs a plan in as many worlds as there are, 256 at most, and seeks the beliefs under which it reaches its target. */
export async function whereItWorks(
  { label, scenario }: { readonly label: string; readonly scenario: Scenario },
  { seed, evaluate, signal }: { readonly seed: string; readonly evaluate: Evaluate; readonly signal: Signal },
): Promise<WhereItWorks> {
  const { target, parameters } = scenario;
  const count = Math.min(mostWorlds, worldCount(parameters) ?? mostWorlds);
  const worlds = Array.from({ length: count }, (_, r): World => drawWorld(seed, r, parameters));
  const plan = await prepare(scenario);
  const series = targetSeries(target.of);
  const evaluations = worlds.map((_, replicate) => ({ plan: 0, replicate }));
  const statistics = [{ series, month: target.month }];
  const { values } = await evaluate({ plans: [plan], seed, statistics, evaluations }, { signal });
  const reached = [...values].map((value) => (Number.isNaN(value) ? undefined : value >= target.share));
  const told = reached.filter((one) => one !== undefined);
  const works = chance(told);
  const found = vulnerability(
    {
      strategy: label,
      shocks: ["none"],
      inputs: variedInputs(plan.scenario.parameters.values, series).map((name) => ({
        name,
        values: worlds.map((world) => world[name] as number),
      })),
      failed: [reached],
      heldOut: worlds.map((_, w) => w % 2 === 1),
    },
    { words: parameterWords },
  );
  const [box] = found.boxes;
  return {
    label,
    replicates: told.length,
    works,
    box: box
      ? {
          conditions: box.conditions,
          parameters: [...new Set(box.restrictions.map(({ input }) => input))],
          found: { density: box.density, coverage: box.coverage },
          tested: box.heldOut,
          stands: box.stands,
        }
      : null,
    none: box ? null : reasonOf(works.probability, told.length),
  };
}

function reasonOf(probability: number, worlds: number): WhereItWorks["none"] {
  if (probability === 0) return "never";
  if (probability === 1) return "always";
  return worlds < 2 * fewestWorlds ? "few-worlds" : "chance";
}
