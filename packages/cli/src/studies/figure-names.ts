/** Writes a name as part of the name of a file: letters, digits and hyphens. */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/**
 * Gives every figure a name of letters, digits and hyphens that no other of them has: the names of plans and groups in it
 * come from people, who write in any script.
 */
export function withNamesOfFiles<Figure extends { readonly name: string }>(figures: readonly Figure[]): Figure[] {
  const taken = new Set<string>();
  return figures.map((figure) => {
    const plain = slug(figure.name);
    let name = plain;
    for (let place = 2; taken.has(name); place++) name = `${plain}-${place}`;
    taken.add(name);
    return { ...figure, name };
  });
}
