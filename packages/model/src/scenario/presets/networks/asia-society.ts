import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { founds, network } from "./network.ts";

const { map } = documents;
const { told } = emphasis;

/** Describes the strategy “Asia Society”. */
export const asiaSociety: Strategy = network(
  "asia-society",
  "Asia Society",
  "Globally competent graduates, mostly from poor city neighbourhoods",
  [
    part(
      { vision: { clarity: told, equityPriority: told } },
      map,
      "Its aim is graduates fit for college and for a global world; most of its students are disadvantaged and live in cities.",
    ),
    ...founds(1, "It has public schools of its own; how they come to be is not said, so one is founded."),
  ],
);
