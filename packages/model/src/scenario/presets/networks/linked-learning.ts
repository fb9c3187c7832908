import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { decided, places } from "../unsaid.ts";
import { network } from "./network.ts";

const { map } = documents;
const { told, shared, touched } = emphasis;

/** Describes the strategy “ConnectEd: Linked Learning”. */
export const linkedLearning: Strategy = network(
  "linked-learning",
  "ConnectEd: Linked Learning",
  "High schools improved around college and career together",
  [
    part(
      { vision: { clarity: told } },
      map,
      "College and career are to be prepared for together, in an approach with a name.",
    ),
    part(
      { entry: { volunteers: told, levels: "high" } },
      map,
      "It improves existing high schools, which take the approach up.",
    ),
    places,
    decided,
    part(
      { partnership: { coDesign: told } },
      map,
      "Pathways draw in employers, colleges and others of the community directly.",
    ),
    part(
      { departments: { embed: touched } },
      map,
      "Beside practice and research it works on policy, which hints at rules that carry the approach.",
    ),
    part(
      { design: { time: shared, teams: shared } },
      map,
      "Where a district has adopted the approach, students move as a group through small communities and longer periods.",
    ),
  ],
);
