import type { LeverUse } from "./lever.ts";
import { levers } from "./levers/index.ts";
import { openSettings, type UnknownSetting } from "./unknown.ts";

/** Lists the settings that levers as used leave unknown, in the order of the levers and of their settings. */
export function unknownsOf(uses: Readonly<Record<string, LeverUse>>): UnknownSetting[] {
  return openSettings(uses).map(({ lever, setting, ...ends }) => ({
    lever,
    setting,
    unit: unitOf(lever, setting),
    ...ends,
  }));
}

/** Returns the unit of a setting or a whole number of a lever; `–` of a choice. */
function unitOf(lever: string, setting: string): string {
  const { settings = [], counts = [] } = levers.find(({ name }) => name === lever) ?? {};
  return [...settings, ...counts].find(({ name }) => name === setting)?.unit ?? "–";
}
