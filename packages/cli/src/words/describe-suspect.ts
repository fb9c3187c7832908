import { fastBounds, slowBounds } from "@uptake/study/ensemble";
import { targetWords } from "@uptake/study/target";
import type { Answer } from "./answer.ts";
import { percent } from "./format.ts";

/** Holds a strategy and its answer. */
export interface Entry {
  readonly title: string;
  readonly answer: Answer;
}

/** Writes the shares of three Mays, as in `48, 63 and 69% in May of years 1, 2 and 3`. */
function written(bounds: typeof fastBounds): string {
  const [first, second, third] = bounds.map(({ share }) => percent(share));
  return `${first?.replace("%", "")}, ${second?.replace("%", "")} and ${third} in May of years 1, 2 and 3`;
}

const listed = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join(", ");

/**
 * Warns of strategies that go faster than anything on record, and of coached schools that go slower than the evidence on
 * coaching allows, in a line each; says where a target is not one of teachers that no record judges it; else empty.
 */
export function describeSuspect(entries: readonly Entry[]): string {
  const titles = (how: "fast" | "slow"): string[] =>
    entries.filter(({ answer }) => answer.suspect[how] === true).map(({ title }) => title);
  const fast = titles("fast");
  const slow = titles("slow");
  const others = new Set(entries.map(({ answer }) => answer.target.of).filter((of) => of !== "teachers"));
  const lines = [
    ...Array.from(
      others,
      (of) =>
        `Speeds on record are of adoption by teachers and are held against that alone: none is known of ${targetWords[of].measure}.`,
    ),
    ...(fast.length === 0
      ? []
      : [
          `Suspect: ${listed(fast)} ${fast.length === 1 ? "goes" : "go"} on average faster than if 40% of those not yet using began each year (${written(fastBounds)}); near that there is a single study on record, of twelve coached teachers. Doubt the model before believing it.`,
        ]),
    ...(slow.length === 0
      ? []
      : [
          `Suspect: under ${listed(slow)}, with a coach for 20 teachers or fewer up to May of year 3, adoption in member schools stays on average below what the evidence on coaching allows (${written(slowBounds)}). Doubt the model before giving up on coaching.`,
        ]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}
