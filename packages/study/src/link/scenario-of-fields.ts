import type { LinkField } from "./link-fields.ts";
import { type Keys, keysOf, kindAt } from "./link-path.ts";
import { readValue } from "./link-value.ts";
import { startScenario } from "./plan-state.ts";

/** Holds a field of a scenario with where its value stands in it. */
export interface PlacedField {
  readonly field: LinkField;
  readonly keys: Keys;
  /** Number of its shock as the link has it; in `keys` the shocks are counted without gaps. */
  readonly shock?: number;
}

type Group = Record<string | number, unknown>;

const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !("between" in value) && !("among" in value);

/** Puts a value where its keys lead; false where another value stands in the way. */
function put(root: Group, keys: Keys, value: unknown): boolean {
  let group = root;
  for (const key of keys.slice(0, -1)) {
    if (!Object.hasOwn(group, key)) group[key] = {};
    const inner = group[key];
    if (!isGroup(inner)) return false;
    group = inner;
  }
  const last = keys.at(-1) as string | number;
  // A lever that is on may have settings too.
  if (Object.hasOwn(group, last)) return isGroup(group[last]) && isGroup(value) && Object.keys(value).length === 0;
  group[last] = value;
  return true;
}

/** Finds where fields belong; the names of `prefix` before theirs count for nothing, and names that lead nowhere are left out. */
export function placeFields(fields: readonly LinkField[], prefix: string): PlacedField[] {
  const placed = fields.flatMap((field) => {
    const keys = keysOf(field.name.slice(prefix.length));
    return keys === undefined ? [] : [{ field, keys }];
  });
  const numbers = placed.flatMap(({ keys: [, place] }) => (typeof place === "number" ? [place] : []));
  const order = [...new Set(numbers)].sort((a, b) => a - b);
  return placed.map(({ field, keys }) => {
    const [list = "", place, ...rest] = keys;
    return typeof place === "number"
      ? { field, keys: [list, order.indexOf(place), ...rest], shock: place }
      : { field, keys };
  });
}

/** Holds the input of a scenario, and the fields that have no place beside others before them. */
export interface BuiltScenario {
  readonly input: Readonly<Record<string, unknown>>;
  readonly blocked: readonly LinkField[];
}

/** Builds the input of a scenario: the start, with the fields in place of what it has. Nothing is checked. */
export function scenarioOfFields(placed: readonly PlacedField[]): BuiltScenario {
  const input: Group = {};
  const blocked = placed.filter(({ field, keys }) => !put(input, keys, readValue(field.text, kindAt(keys))));
  const { shocks } = input;
  if (isGroup(shocks)) input["shocks"] = Object.values(shocks);
  return { input: { ...startScenario, ...input }, blocked: blocked.map(({ field }) => field) };
}
