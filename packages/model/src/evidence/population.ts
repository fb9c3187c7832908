import type { ParameterNumbers } from "./parameter.ts";
import { bell, held, number, uniform } from "./record.ts";

const share: readonly [number, number] = [0, 1];

/** Lists every number of the population at the start: who teaches, who asks whom, and who already uses the practice. `population-words.ts` says what each is. */
// biome-ignore format: one record a line reads as a table
export const populationNumbers: readonly ParameterNumbers[] = [
  // Teams and experience
  number("population.teamSize", 5, [1, 60], uniform(3, 7)),
  number("population.departmentSize", 8, [1, 60], uniform(5, 12)),
  number("population.experienceTo3", 0.254, share, held),
  number("population.experience4To9", 0.26, share, held),
  number("population.experience10To14", 0.163, share, held),
  number("population.experienceSpan", 20, [1, 45], held),

  // Advice network
  number("network.outDegree", 3.55, [0, 12], bell(3.55, 0.4)),
  number("network.outDegreeShape", 1.6, [0.3, 50], uniform(1, 2.5)),
  number("network.sameTeamOdds", 5.5, [0.1, 50], uniform(1.5, 7.5)),
  number("network.reciprocity", 0.35, share, uniform(0.2, 0.5)),
  number("network.closure", 0.45, share, uniform(0.2, 0.6)),
  number("network.popularitySpread", 1.2, [0, 3], uniform(0.8, 2)),
  number("network.crossSchool", 0.03, share, uniform(0, 0.08)),

  // Start
  number("start.adoption", 0.15, share, held),
  number("start.icc", 0.12, [0, 0.9], uniform(0.04, 0.25)),
  number("start.disposition", 0.5, share, uniform(0.2, 0.8)),
  number("start.tierSlope", 0, [-5, 5], bell(0, 0.5)),
  number("start.owning", 0.4, share, uniform(0.25, 0.55)),
  number("start.depthMean", 0.48, [0.3, 0.6], uniform(0.42, 0.54)),
  number("start.depthSd", 0.08, [0, 0.3], uniform(0.04, 0.12)),
  number("start.trying", 0.03, share, uniform(0.01, 0.05)),
  number("start.aware", 0.7, share, uniform(0.5, 0.9)),
  number("start.monthsInStage", 36, [1, 200], uniform(24, 48)),
];
