import { isDeepStrictEqual } from "node:util";
import type { Plan } from "@uptake/model";

/** Kinds of typed array that plans hold, by the field under which their bytes are written. */
const arrays = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int8: Int8Array,
  uint8: Uint8Array,
} as const;

type Name = keyof typeof arrays;
type Packed = Readonly<Partial<Record<Name, string>>>;

/** Names of the fields under which bytes are written. */
const names = Object.keys(arrays) as Name[];

function packed(_: string, value: unknown): unknown {
  const name = names.find((one) => value instanceof arrays[one]);
  if (name === undefined) return value;
  const { buffer, byteOffset, byteLength } = value as Float64Array;
  return { [name]: Buffer.from(buffer, byteOffset, byteLength).toString("base64") };
}

function unpacked(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const [name, ...others] = Object.keys(value);
  const made = arrays[name as Name];
  const text = (value as Packed)[name as Name];
  if (made === undefined || others.length > 0 || typeof text !== "string") return value;
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  return new made(bytes.buffer);
}

/** Reads JSON in which typed arrays are written as their bytes. */
export function readPacked(text: string): unknown {
  return JSON.parse(text, unpacked);
}

/** Texts of plans, each of which is written once. */
const texts = new WeakMap<Plan, string>();

/**
 * Writes a plan as JSON, its typed arrays as the bytes they are, so that reading it gives the same plan to the bit.
 *
 * @throws Error where it would not.
 */
export function writePlan(plan: Plan): string {
  const known = texts.get(plan);
  if (known !== undefined) return known;
  const text = JSON.stringify(plan, packed);
  if (!isDeepStrictEqual(readPacked(text), plan)) throw new Error("a plan cannot be written as JSON");
  texts.set(plan, text);
  return text;
}
