import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part, preset } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { decided, support, unsaid } from "../unsaid.ts";

const { map } = documents;
const { mark, told } = emphasis;

/** Describes the strategy “Porterville: Linked Learning”. */
export const portervilleLinkedLearning: Strategy = preset(
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
);
