import { documents } from "../documents.ts";
import { part, preset } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { bigPictureParts } from "./big-picture-parts.ts";

const { bigPicture } = documents;

/** Describes the strategy “Big Picture Learning, in part”. */
export const bigPictureSubset: Strategy = preset(
  {
    name: "big-picture-subset",
    title: "Big Picture Learning, in part",
    doc: "As Big Picture Learning, but the district takes half of its ten distinguishers",
    kind: "network",
  },
  [
    ...bigPictureParts,
    part(
      { practice: { scope: 0.5 } },
      bigPicture,
      "Ten features set its schools apart, and local leaders may take some of them; how many is not said, so five.",
    ),
  ],
);
