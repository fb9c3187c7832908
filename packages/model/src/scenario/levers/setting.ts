import type { Setting } from "../lever.ts";

/** Describes a setting that is a share, 0 … 1. Status quo 0 and default 1 unless given. */
export function share(name: string, doc: string, more: Partial<Setting> = {}): Setting {
  return { name, doc, unit: "share", range: [0, 1], statusQuo: 0, default: 1, ...more };
}
