import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { founds, network } from "./network.ts";

const { map } = documents;
const { mark, told } = emphasis;

/** Describes the strategy “High Tech High”. */
export const highTechHigh: Strategy = network(
  "high-tech-high",
  "High Tech High",
  "A network that trains and certifies its own teachers",
  [
    ...founds(3, "A single charter school grew into schools for all grades: three, founded at once for want of dates."),
    part(
      { partnership: { coDesign: told } },
      map,
      "Business leaders and educators of the city launched the first school together.",
    ),
    part(
      { leadership: { preparation: told, pipeline: mark } },
      map,
      "It certifies teachers in a programme of its own and has founded a graduate school: its staff is raised within.",
    ),
  ],
);
