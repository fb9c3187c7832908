import type { LinkField } from "./link-fields.ts";
import type { Keys } from "./link-path.ts";
import type { PlacedField } from "./scenario-of-fields.ts";

/** Holds the fields that an issue means, and the name under which to tell of them. */
export interface MeantFields {
  readonly fields: readonly LinkField[];
  readonly name: string;
}

/** Returns the beginning that the names of fields share, by whole names. */
function sharedName(placed: readonly PlacedField[]): string {
  const [first = [], ...others] = placed.map(({ field: { name } }) => name.split("."));
  const end = first.findIndex((part, i) => others.some((other) => other[i] !== part));
  return (end < 0 ? first : first.slice(0, end)).join(".");
}

/** Writes the path of an issue as the name of a field, with the number of its shock as the link has it. */
function nameOfPath(path: string, { shock }: PlacedField, prefix: string): string {
  const name = path.replaceAll(/\["?([^"\]]*)"?\]/g, ".$1");
  return `${prefix}${shock === undefined ? name : name.replace(/^shocks\.\d+/, `shocks.${shock}`)}`;
}

const within = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);

/**
 * Finds the fields that the path of an issue means: what stands there, within or around it, or else beside it, as the
 * rest of a shock whose month is missing. Undefined where no field has to do with it.
 */
export function fieldsAt(
  path: string,
  placed: readonly PlacedField[],
  prefix: string,
  writePath: (keys: Keys) => string,
): MeantFields | undefined {
  const paths = new Map(placed.map((one) => [one, writePath(one.keys)]));
  let place = path;
  while (place !== "") {
    const found = placed.filter((one) => {
      const own = paths.get(one) as string;
      return within(own, place) || (place === path && within(place, own));
    });
    const [first] = found;
    if (first !== undefined) {
      const name = place === path ? sharedName(found) : nameOfPath(path, first, prefix);
      return { fields: found.map(({ field }) => field), name };
    }
    place = place.replace(/(^|\.|\[)([^.[\]]*|"(?:[^"\\]|\\.)*")\]?$/, "");
  }
  return undefined;
}
