import { type Observer, prepare, type ScenarioInput, scenario, simulate, type World } from "@uptake/model";
import { alikeSchools } from "./alike-schools.ts";
import { intraclassCorrelation } from "./intraclass-correlation.ts";
import type { WorldPattern } from "./pattern.ts";

/** Eighty sites about as large as the Korean villages (42 women) and as an ordinary school (32 teachers). */
const sites = alikeSchools("sites", 80, 36);
const horizon = 60;

/**
 * Returns `world` with a neutral innovation in place of the practice: one light and attractive enough to spread with no
 * programme to somewhat over half the teachers in five years, as family planning did in the villages. Everything that
 * makes sites differ stays the world's own.
 */
export function neutralInnovation(world: World): World {
  return { ...world, "practice.complexity": 0.2, "trying.intercept": world["trying.intercept"]! + 3 };
}

/** Runs eighty schools alike for five years in one world: the correlation between them, and adoption, at the end. */
export async function dispersion(
  world: World,
  seed: string,
  levers: ScenarioInput["levers"] = {},
): Promise<{ readonly correlation: number; readonly adoption: number }> {
  const watch: Observer = {
    name: "correlation",
    observe({ counts, school }, index) {
      if (index < horizon) return 0;
      const adopters = Array.from(school.teachers, (_, s) => counts.stages[6 * s + 3]! + counts.stages[6 * s + 4]!);
      return intraclassCorrelation(adopters, school.teachers);
    },
  };
  const parameters = { draw: "fixed", values: world } as const;
  const plan = await prepare(scenario({ district: sites, horizon, funded: horizon, levers, parameters }));
  const { measures, observed } = simulate(plan, { seed, replicate: 0, observers: [watch] });
  return { correlation: observed.correlation![horizon]!, adoption: measures.adoption[horizon]! };
}

/** States P5: under the same parameters sites end up apart, beyond chance but not worlds apart. */
export const betweenSites: WorldPattern = {
  id: "P5",
  doc: "Under the same parameters, final adoption of an innovation that spreads by itself differs between sites beyond binomial noise",
  source:
    "V1b: 25 Korean villages, 1,047 women, intraclass correlation of use after ten years .041 (.012–.064 in resamples of villages), the least; V1c: 11 Brazilian villages, 692 farmers, 29–98% using, about .25 by that range, the most",
  statistics: {
    correlation: {
      doc: "Intraclass correlation of final adoption between 80 schools alike, analysis-of-variance estimator",
      unit: "share of variance",
      bounds: [0.012, 0.25],
    },
    adoption: { doc: "Share of teachers using or owning the neutral innovation after five years", unit: "share" },
  },
  measure: (world, seed) => dispersion(neutralInnovation(world), seed),
};
