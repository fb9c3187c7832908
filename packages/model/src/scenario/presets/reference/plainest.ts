import type { LeverUse } from "../../lever.ts";
import type { Reading, Strategy } from "../strategy.ts";

/** Says what all reference strategies are, and what their numbers are. */
export const head: Pick<Strategy, "kind" | "note"> = {
  kind: "reference",
  note: "Its numbers are readings of what such a strategy would do, chosen before any result was seen and tuned to none; they are not records of what anyone did.",
};

/** Says that nothing but plainness chose these settings. */
export const plainest = (...settings: string[]): Reading => ({ settings, passage: "No document; the plainest form." });

/** Every school is invited at once, and again each year: the plainest way in. */
export const invitation: LeverUse = { cohorts: 1, every: 12, order: "random" };
