import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { founds, network } from "./network.ts";

const { map } = documents;
const { told, touched } = emphasis;

/** Describes the strategy “Envision Education”. */
export const envision: Strategy = network(
  "envision",
  "Envision Education",
  "Small college-preparatory schools with an exacting assessment system",
  [
    part(
      { vision: { clarity: told, equityPriority: told } },
      map,
      "It was founded on the idea that gaps in achievement are a failure of the system to understand learners.",
    ),
    ...founds(1, "It runs schools of its own; no number is given, so one."),
    part(
      { departments: { assessment: told } },
      map,
      "An assessment system of its own holds students to the same practice that is taught; read as assessment in the district pointing that way.",
    ),
    part({ improvement: { cycle: touched } }, map, "A watch on measurable results hints at using them."),
    part(
      { design: { time: told, teams: told } },
      map,
      "Schools are small and personal, subjects are brought together, and some learning happens at workplaces.",
    ),
  ],
);
