/** Holds where a value stands in an input: names of fields and positions in lists. */
export type Keys = readonly (string | number)[];

/** Writes keys as a path, as in `shocks[0].kind` or `parameters.values["support.floor"]`. */
export function writePath(keys: Keys): string {
  let path = "";
  for (const key of keys) {
    if (typeof key === "number") path += `[${key}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(key)) path += path === "" ? key : `.${key}`;
    else path += `[${JSON.stringify(key)}]`;
  }
  return path;
}

/** Returns the value that `keys` lead to in `input`, or `undefined`. */
export function valueAt(input: unknown, keys: Keys): unknown {
  let value = input;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
