/** Writes a name as part of the name of a file: letters, digits and hyphens. */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** Ends the names of the figures of a plan, from its place among several and its name. */
export function endOf(name: string, place: number): string {
  return [String(place + 1), slug(name)].filter((part) => part !== "").join("-");
}

/** Writes a series as the beginning of a figure's name. */
export const figureName = (series: string): string => slug(series);
