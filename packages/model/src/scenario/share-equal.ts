/**
 * Returns plain data equal to `other`, with every part that `first` has alike, to the bit, taken from there: the two then
 * take little more room than one, and what `other` holds in several places stays one.
 */
export function shareEqual<T>(first: T, other: T, done: Map<unknown, unknown> = new Map()): T {
  if (Object.is(first, other) || typeof other !== "object" || other === null) return other;
  if (!done.has(other)) done.set(other, shared(first, other, done));
  return done.get(other) as T;
}

function shared(first: unknown, other: object, done: Map<unknown, unknown>): unknown {
  if (typeof first !== "object" || first === null || Array.isArray(first) !== Array.isArray(other)) return other;
  if (first instanceof Float64Array && other instanceof Float64Array) {
    const same = first.length === other.length && other.every((value, i) => Object.is(value, first[i]));
    return same ? first : other;
  }
  const before = first as Record<string, unknown>;
  const names = Object.keys(other);
  const parts = Object.entries(other).map(([name, value]) => [name, shareEqual(before[name], value, done)] as const);
  const same = names.length === Object.keys(first).length && parts.every(([name, value]) => value === before[name]);
  if (same) return first;
  return Array.isArray(other) ? parts.map(([, value]) => value) : Object.fromEntries(parts);
}
