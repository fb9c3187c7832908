import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part, preset } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { unsaid } from "../unsaid.ts";
import { alike } from "./alike.ts";

const { brief, release, map } = documents;
const { mark, told, shared, touched } = emphasis;

/** Describes the strategy “Internationals Network”. */
export const internationals: Strategy = preset(
  {
    name: "internationals",
    title: "Internationals Network",
    doc: "Schools for newcomers, in teams across subjects; every teacher sits through a lesson in a foreign language",
    kind: "network",
  },
  [
    part(
      { vision: { clarity: told, equityPriority: mark } },
      map,
      "It exists for students who have just immigrated, all of whom are to reach a good high school education.",
    ),
    part(
      { partnership: { coDesign: shared } },
      brief,
      "No network sets up schools on its own: each works with leaders, educators and community, so that the change is wanted.",
    ),
    alike.waivers,
    alike.founding,
    part(
      { entry: { volunteers: touched } },
      map,
      "It means to widen its reach by passing on what works; of other schools joining nothing more is said.",
    ),
    part({ entry: { levels: "secondary" } }, release, "Its schools are for secondary students."),
    part({ entry: { decided: shared } }, release, "All three networks shape whole schools, not single classrooms."),
    alike.places,
    alike.size,
    alike.preparation,
    alike.pipeline,
    alike.principals,
    part(
      { learning: { institutes: unsaid.gatherings } },
      brief,
      "At conferences in summer and in fall every educator sits through a lesson in a foreign language, without and with the network's methods. How long is not said: two gatherings, drawn between two days and six.",
    ),
    alike.visits,
    alike.repository,
    alike.coaching,
    alike.guidance,
    part(
      { improvement: { cycle: shared } },
      brief,
      "All three have turned the strains of growth into occasions to reflect and change.",
    ),
    part(
      { design: { teams: mark } },
      release,
      "Teachers of several subjects form one team, which teaches language and content together.",
    ),
    alike.time,
  ],
);
