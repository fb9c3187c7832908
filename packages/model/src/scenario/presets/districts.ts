import type { LeverUse } from "../lever.ts";
import { documents } from "./documents.ts";
import { emphasis } from "./emphasis.ts";
import { part, preset } from "./preset.ts";
import type { Strategy } from "./strategy.ts";
import { beginning, decided, support, unsaid } from "./unsaid.ts";

const { release, map } = documents;
const { mark, told } = emphasis;

/** Levers that Napa has kept up; two decades are longer than what is usually simulated. */
const kept = ["vision", "entry", "departments", "partnership", "learning", "coaching", "leadership", "investment"];
const lasting: Readonly<Record<string, LeverUse>> = Object.fromEntries(kept.map((lever) => [lever, { end: 240 }]));

/** Lists the stories of districts and of a single school, each as a preset. */
export const districts: readonly Strategy[] = [
  preset(
    {
      name: "porterville-linked-learning",
      title: "Porterville: Linked Learning",
      doc: "One school first, then pathways in five high schools, with partners in industry",
      kind: "district",
      place: "porterville-unified",
    },
    [
      part(
        { vision: { clarity: told, equityPriority: told } },
        map,
        "The approach names its elements, and every student of the district may enter any pathway.",
      ),
      part(
        { entry: { cohorts: unsaid.cohorts, every: 12, order: "openness", levels: "high" } },
        map,
        "One school began, and twelve pathways in five high schools followed. How soon is not said: of 22 schools drawn between one and six a year, high schools alone, the readiest first.",
      ),
      decided,
      ...support,
      part(
        { departments: { curriculum: told } },
        map,
        "Career and academic courses share one curriculum, and work outside is tied to academic standards.",
      ),
      part(
        { partnership: { coDesign: told } },
        map,
        "Firms, colleges and members of the community take part directly, each pathway around an industry.",
      ),
      part(
        { design: { time: mark, teams: mark } },
        map,
        "Small communities in which a group stays together, and a schedule in blocks that leaves more time to teach each according to need.",
      ),
    ],
  ),
  preset(
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
  ),
  preset(
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
  ),
];
