import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { beginning, places, unsaid } from "../unsaid.ts";
import { network } from "./network.ts";

const { map } = documents;
const { told } = emphasis;

/** Describes the strategy “Expeditionary Learning”. */
export const expeditionaryLearning: Strategy = network(
  "expeditionary-learning",
  "Expeditionary Learning",
  "New and existing schools of every kind and grade",
  [
    part(
      { entry: { volunteers: told, newSchools: 1, levels: "all" } },
      map,
      "It opens schools and transforms others, at every grade, with whoever is in charge of them.",
    ),
    beginning,
    places,
    part({ entry: { decided: told } }, map, "It transforms whole schools, structures included."),
    part(
      { partnership: { coDesign: told } },
      map,
      "Schools, districts and the boards of charters are its partners in this.",
    ),
    part(
      { learning: { institutes: unsaid.gathering, repository: told } },
      map,
      "Teachers receive training and resources for planning their curriculum. How many days is not said: drawn between one and four.",
    ),
    part({ leadership: { preparation: told } }, map, "School leaders are trained as well as teachers."),
    part(
      { guidance: { prescription: 0, choice: 0.5 + told / 2 } },
      map,
      "Adults, like students, are to lead their own learning.",
    ),
    part({ design: { time: told, teams: told } }, map, "The network brings new structures into a school."),
  ],
);
