/** Longest value that is written out where it differs, in characters. */
const mostShown = 60;

type Fields = Readonly<Record<string, unknown>>;
const isGroup = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Writes a value on the one line of a difference. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

/**
 * Lists where what a receipt `said` is not what was `found`, as in `failed is 1 there and 0 here`. Fields are compared by
 * name, in whatever order they stand, and those without a value (undefined) as if they were not there.
 */
export function differences(path: string, said: unknown, found: unknown): string[] {
  if (!isGroup(said) || !isGroup(found) || Array.isArray(said) !== Array.isArray(found))
    return Object.is(said, found) ? [] : [`${path} is ${shown(said)} there and ${shown(found)} here`];
  const names = [...new Set([...Object.keys(said), ...Object.keys(found)])];
  return names.flatMap((name) => differences(path === "" ? name : `${path}.${name}`, said[name], found[name]));
}
