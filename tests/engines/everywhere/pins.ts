import { createHash } from "node:crypto";
import runs from "../pinned.json" with { type: "json" };
import studies from "../studies.json" with { type: "json" };

/** The pinned checksum of every run and of every study's answer, by name; of runs as in `SCENARIO: sampled, seed a`. */
export const pins: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(runs).flatMap(([scenario, ways]) =>
      Object.entries(ways).map(([way, checksum]) => [`${scenario}: ${way}`, checksum]),
    ),
  ),
  ...studies,
};

/** Names the scenarios and the kinds of study that are pinned. */
export const pinnedNames = { runs: Object.keys(runs), studies: Object.keys(studies) };

/** Returns the checksum of a study's answer, its data and checksums as JSON. */
export function answerChecksum(answer: string): string {
  return createHash("sha256").update(answer).digest("hex").slice(0, 16);
}
