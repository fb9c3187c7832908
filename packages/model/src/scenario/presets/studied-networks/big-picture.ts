import { preset } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { bigPictureParts } from "./big-picture-parts.ts";

/** Describes the strategy “Big Picture Learning”. */
export const bigPicture: Strategy = preset(
  {
    name: "big-picture",
    title: "Big Picture Learning",
    doc: "Advisory for four years, internships, waivers; a principal prepares for the year before opening",
    kind: "network",
  },
  bigPictureParts,
);
