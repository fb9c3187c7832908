import type { World } from "../evidence/parameter.ts";
import type { Month } from "../state/month.ts";

/** Holds the numbers of the practice's scope and complexity. */
export interface ScopeConstants {
  readonly complexity: number;
  readonly departments: number;
  readonly partnership: number;
}

/** Reads the numbers of scope and complexity from a world. */
export function scopeConstants(world: World): ScopeConstants {
  return {
    complexity: world["practice.complexity"]!,
    departments: world["departments.dilution"]!,
    partnership: world["partnership.dilution"]!,
  };
}

/** Returns the scope of the practice after what compromise with departments and partners dilutes. */
export function scopeOf(c: ScopeConstants, at: Month): number {
  return at.scope * (1 - ((c.departments * at.engaged) / 6 + c.partnership * at.coDesign));
}
