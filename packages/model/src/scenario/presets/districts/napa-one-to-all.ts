import type { LeverUse } from "../../lever.ts";
import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part, preset } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { decided, support, unsaid } from "../unsaid.ts";

const { release, map } = documents;
const { mark, told } = emphasis;

/** Levers that Napa has kept up; two decades are longer than what is usually simulated. */
const kept = ["vision", "entry", "departments", "partnership", "learning", "coaching", "leadership", "investment"];
const lasting: Readonly<Record<string, LeverUse>> = Object.fromEntries(kept.map((lever) => [lever, { end: 240 }]));

/** Describes the strategy “Napa: from one school to all”. */
export const napaOneToAll: Strategy = preset(
  {
    name: "napa-one-to-all",
    title: "Napa: from one school to all",
    doc: "The practice of one school taken to every school, with partners, over many years",
    kind: "district",
    place: "napa-valley-unified",
  },
  [
    part(
      { vision: { clarity: mark } },
      map,
      "One picture, drawn as a dartboard, holds together what every graduate should be able to do.",
    ),
    part(
      {
        departments: {
          curriculum: told,
          materials: told,
          assessment: told,
          evaluation: told,
          coaching: told,
          leadership: told,
          embed: told,
        },
      },
      map,
      "That picture is the anchor of all structures, teaching practices and subjects, and the commitment outlived two decades. Which departments is not said: all alike.",
    ),
    part(
      { vision: { equityPriority: told } },
      map,
      "The reason to go from one school to all of them is that students should have equal access.",
    ),
    part(
      { entry: { cohorts: unsaid.cohorts, every: 12, order: "openness", levels: "all" } },
      map,
      "From one school, in two decades, the practice goes to all; when each came is not said: drawn between a twentieth and a quarter of the schools a year, the readiest first.",
    ),
    decided,
    ...support,
    part(
      { partnership: { coDesign: told } },
      map,
      "The county's office and outside partners, New Tech among them, share in the work.",
    ),
    part(
      { learning: { institutes: unsaid.gathering, repository: told } },
      release,
      "What New Tech, its partner, offers districts: workshops on site and online, and a stock of model curricula and assessments. How long is not said: drawn between one day and four.",
    ),
    part(lasting, map, "The work has changed but not ceased over twenty years, so it does not end with a grant."),
  ],
);
