import type { ValueKind } from "./link-value.ts";

/** Holds where a value stands in a scenario: names of fields and positions in lists. */
export type Keys = readonly (string | number)[];

/** Fields of a scenario that a link can hold, or hold parts of, in the order in which they are written. */
export const scenarioFields = [
  "district",
  "strategy",
  "name",
  "levers",
  "shocks",
  "horizon",
  "funded",
  "target",
  "switches",
  "ease",
  "survey",
  "own",
  "parameters",
] as const;

/** Groups whose names may hold dots. */
const dotted = new Set(["parameters.values", "parameters.priors", "own.adoption"]);

/** Names that no field has: they lead to what every object has. */
const foreign = new Set(["__proto__", "constructor", "prototype"]);

/** Most names on the way to a value, as in `strategy.levers.coaching.start`. */
const deepest = 5;

/** Reads the name of a field, as in `levers.coaching.start` or `shocks.0.month`; undefined for no such name. */
export function keysOf(field: string): Keys | undefined {
  const parts = field.split(".");
  const group = `${parts[0]}.${parts[1]}`;
  const names = dotted.has(group) && parts.length > 3 ? [...parts.slice(0, 2), parts.slice(2).join(".")] : parts;
  if (!(scenarioFields as readonly string[]).includes(names[0] as string)) return undefined;
  if (names.length > deepest || names.some((name) => name === "" || foreign.has(name))) return undefined;
  if (names[0] !== "shocks" || names.length === 1) return names;
  const [list = "", place = "", ...rest] = names;
  return /^(0|[1-9]\d{0,2})$/.test(place) ? [list, Number(place), ...rest] : undefined;
}

/** Returns how the value at `keys` is written. */
export function kindAt(keys: Keys): ValueKind {
  const [first, second, third] = keys;
  const own = first === "strategy" && second === "levers" ? keys.slice(1) : keys;
  if (own[0] === "levers") return own.length === 2 ? "use" : own.length === 3 ? "setting" : "plain";
  if (first === "name" || (first === "strategy" && second === "name")) return "text";
  if (first === "district") return "names";
  if (first === "shocks" && third === "districts") return "list";
  if (first === "parameters" && second === "priors" && keys.length === 3) return "prior";
  return "plain";
}
