import type { LeverUse, Unknown, UnknownChoice } from "./lever.ts";
import { leverNumbers } from "./levers/lever-numbers.ts";
import { placesOf, readingCount } from "./reading-places.ts";

/** Describes a setting that a scenario leaves unknown. */
export interface UnknownSetting {
  /** Name of the lever. */
  readonly lever: string;
  /** Name of its setting, choice or whole number. */
  readonly setting: string;
  /** Unit of the ends, `–` for names. */
  readonly unit: string;
  /** Lowest and highest value, of settings and whole numbers. */
  readonly between?: readonly [low: number, high: number];
  /** Whether it takes whole numbers only. */
  readonly whole?: true;
  /** The names, of choices. */
  readonly among?: readonly string[];
}

/** Tells whether the value of a setting says that it is not known, and lies between two numbers. */
export function isUnknown(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && "between" in value;
}

/** Tells whether the value of a choice says that it is not known, and is one of some names. */
export function isUnknownChoice(value: unknown): value is UnknownChoice {
  return typeof value === "object" && value !== null && "among" in value;
}

/** Holds what runs need of a setting that a scenario leaves unknown. */
export type OpenSetting = Omit<UnknownSetting, "unit">;

/** Lists the settings that levers as used leave unknown, in the order of the levers and of their settings. */
export function openSettings(uses: Readonly<Record<string, LeverUse>>): OpenSetting[] {
  return leverNumbers.flatMap(({ name: lever, settings, choices = [], counts = [] }) => {
    const of = (setting: string): unknown => uses[lever]?.[setting];
    const numbers = (list: readonly { name: string }[], whole: { whole?: true }): OpenSetting[] =>
      list.flatMap(({ name: setting }) => {
        const value = of(setting);
        return isUnknown(value) ? [{ lever, setting, between: value.between, ...whole }] : [];
      });
    const names = choices.flatMap(({ name: setting }): OpenSetting[] => {
      const value = of(setting);
      return isUnknownChoice(value) ? [{ lever, setting, among: value.among }] : [];
    });
    return [...numbers(settings, {}), ...names, ...numbers(counts, { whole: true })];
  });
}

/** Returns the value of an unknown setting in reading `reading`, 0 … 15: the middle of its slice of the range. */
export function valueIn(unknown: OpenSetting, reading: number): number | string {
  const { lever, setting, between, among, whole } = unknown;
  const share = (placesOf(`${lever}.${setting}`)[reading]! + 0.5) / readingCount;
  if (among) return among[Math.floor(share * among.length)] as string;
  const [low, high] = between as readonly [number, number];
  return whole ? low + Math.floor(share * (high - low + 1)) : low + share * (high - low);
}

/** Returns the levers as they are in a reading, 0 … 15: every unknown setting has a value. */
export function leversIn(
  uses: Readonly<Record<string, LeverUse>>,
  reading: number,
): Readonly<Record<string, LeverUse>> {
  const known: Record<string, LeverUse> = { ...uses };
  for (const unknown of openSettings(uses)) {
    const { lever, setting } = unknown;
    known[lever] = { ...known[lever], [setting]: valueIn(unknown, reading) };
  }
  return known;
}
