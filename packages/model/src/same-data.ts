/**
 * Tells whether two pieces of plain data are equal, whatever the order of names in their records. Numbers are compared
 * to the bit; a name that is missing is not one that is undefined.
 */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  const other = b as Record<string, unknown>;
  return names.every((name) => Object.hasOwn(b, name) && sameData((a as typeof other)[name], other[name]));
}
