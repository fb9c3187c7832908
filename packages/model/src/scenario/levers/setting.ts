import type { SettingNumbers } from "../lever.ts";

/** Describes a setting that is a share, 0 … 1. Status quo 0 and default 1 unless given. */
export function share(name: string, more: Partial<SettingNumbers> = {}): SettingNumbers {
  return { name, range: [0, 1], statusQuo: 0, default: 1, ...more };
}
