import { asiaSociety } from "./networks/asia-society.ts";
import { edvisions } from "./networks/edvisions.ts";
import { envision } from "./networks/envision.ts";
import { expeditionaryLearning } from "./networks/expeditionary-learning.ts";
import { highTechHigh } from "./networks/high-tech-high.ts";
import { linkedLearning } from "./networks/linked-learning.ts";
import { newVisions } from "./networks/new-visions.ts";
import type { Strategy } from "./strategy.ts";

/** Lists the networks known from their overviews alone, each as a preset. They say little, so the presets set little. */
export const networks: readonly Strategy[] = [
  asiaSociety,
  linkedLearning,
  edvisions,
  envision,
  expeditionaryLearning,
  highTechHigh,
  newVisions,
];
