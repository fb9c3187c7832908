import type { Issue } from "../issue.ts";
import type { LeverUse } from "./lever.ts";
import { isUnknown, isUnknownChoice } from "./unknown.ts";

/** Lists the settings left unknown of a scenario that is compiled without readings. */
export function unreadSettings(uses: Readonly<Record<string, LeverUse>>): Issue[] {
  return Object.entries(uses).flatMap(([lever, use]) =>
    Object.entries(use).flatMap(([setting, value]): Issue[] => {
      if (!isUnknown(value) && !isUnknownChoice(value)) return [];
      const message = "the setting is left unknown, and no readings were handed in";
      return [{ code: "no-readings", path: `levers.${lever}.${setting}`, message, value }];
    }),
  );
}
