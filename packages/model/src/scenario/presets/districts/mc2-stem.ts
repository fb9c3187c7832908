import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part, preset } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { beginning, support } from "../unsaid.ts";

const { map } = documents;
const { mark, told } = emphasis;

/** Describes the strategy “MC2 STEM High School”. */
export const mc2Stem: Strategy = preset(
  {
    name: "mc2-stem",
    title: "MC2 STEM High School",
    doc: "A new school on three campuses, built with a university and industry, where mastery replaces seat time",
    kind: "district",
  },
  [
    part({ vision: { clarity: told } }, map, "Learning is to happen in the real world of science and engineering."),
    part({ entry: { newSchools: 3 } }, map, "The school has three campuses, read as three schools."),
    beginning,
    ...support,
    part(
      { partnership: { coDesign: mark, waivers: mark } },
      map,
      "A public and private partnership created it, and credit is earned by mastery instead of hours sat, which the usual rules do not allow.",
    ),
    part(
      { design: { time: mark, teams: told } },
      map,
      "Students go on as they master content, work across subjects, and spend time with mentors at firms.",
    ),
  ],
);
