/** Copies plain data through and through: what either holds changes nothing of the other. Records keep their shape. */
export function copyData<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (ArrayBuffer.isView(value)) return (value as unknown as Uint8Array).slice() as T;
  if (Array.isArray(value)) return value.map(copyData) as T;
  if (value instanceof Map) return new Map(Array.from(value, ([name, one]) => [name, copyData(one)])) as T;
  const copy = { ...value };
  for (const name in copy) copy[name] = copyData(copy[name]);
  return copy;
}
