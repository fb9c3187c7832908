type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Returns plain data with the value at `keys` replaced; undefined takes it away, and with it groups that are left empty.
 * What is given is not changed.
 */
export function withValue<Whole extends object>(whole: Whole, keys: readonly string[], value: unknown): Whole {
  const [key, ...rest] = keys;
  if (key === undefined) return whole;
  const { [key]: old, ...others } = whole as Data;
  const inner = rest.length === 0 ? value : withValue(isData(old) ? old : {}, rest, value);
  const gone = inner === undefined || (rest.length > 0 && isData(inner) && Object.keys(inner).length === 0);
  return (gone ? others : { ...others, [key]: inner }) as Whole;
}
