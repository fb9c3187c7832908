import type { LeverUse } from "@uptake/model";

/**
 * Names the levers whose intensity is scaled to a sum: all but the assessment, of which half the months are no half, and
 * which would make cost jump by whole months of delay.
 */
export const leversToScale = (levers: Readonly<Record<string, LeverUse>>): string[] =>
  Object.keys(levers).filter((name) => name !== "assessment");
