import type { SchemaElement } from "hyparquet";

/** Writes a value of a column, as it is stored, as a field of a table; undefined where that cannot be. */
export type CellText = (value: unknown) => string | undefined;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const ofBytes: CellText = (value) => {
  try {
    return utf8.decode(value as Uint8Array);
  } catch {
    return undefined;
  }
};

/** Writes a double; not a number is no figure, as pandas has it. */
const ofDouble: CellText = (value) => (Number.isNaN(value) ? "" : String(value));

/** Writes a number of 32 bits by the fewest digits that give it back: 0.1, and not 0.10000000149011612. */
const ofFloat: CellText = (value) => {
  const exact = value as number;
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(exact.toPrecision(digits));
    if (new Float32Array([short])[0] === exact) return String(short);
  }
  return ofDouble(value);
};

/** Holds a day or a moment, as hyparquet makes them. */
interface Moment {
  toISOString(): string;
}

/** Writes a moment as ISO 8601 has it, to the millisecond where it is no whole second; undefined beyond the calendar. */
const ofMoment = (value: unknown): string | undefined => {
  try {
    return (value as Moment).toISOString().replace(".000Z", "Z");
  } catch {
    return undefined;
  }
};

const ofDate: CellText = (value) => ofMoment(value)?.replace("T00:00:00Z", "");

/** Writes a moment in a local time, without a zone. */
const ofLocal: CellText = (value) => ofMoment(value)?.replace("Z", "");

/** Reads the whole number in bytes, the highest first, in two's complement. */
function wholeOf(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  const digits = Buffer.from(value).toString("hex");
  return digits === "" ? 0n : BigInt.asIntN(value.length * 8, BigInt(`0x${digits}`));
}

/** Writes a whole number of units of which 10 to the power of `scale` make one; zeros at the end are left out. */
const ofDecimal =
  (scale: number): CellText =>
  (value) => {
    const whole = wholeOf(value);
    const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, "0");
    const point = digits.length - scale;
    let end = digits.length;
    while (end > point && digits[end - 1] === "0") end--;
    const text = digits.slice(0, point) + (end > point ? `.${digits.slice(point, end)}` : "");
    return whole < 0n ? `-${text}` : text;
  };

/** Longest decimals read, in bytes and in digits after the point. */
const mostDecimal = 38;

type Meant = Pick<SchemaElement, "converted_type" | "logical_type">;

const isUnsigned = ({ converted_type: old, logical_type: is }: Meant): boolean =>
  is?.type === "INTEGER" ? !is.isSigned : old?.startsWith("UINT_") === true;

/** Returns what writes the values of whole numbers with a meaning of their own; undefined where none is known. */
function ofMeaning({ type, scale = 0, ...meant }: SchemaElement): CellText | undefined {
  const { converted_type: old, logical_type: is } = meant;
  const name = is?.type ?? old;
  if (name === undefined || name === "INTEGER" || /^U?INT_\d+$/.test(name)) {
    if (!isUnsigned(meant)) return String;
    return type === "INT32"
      ? (value) => String((value as number) >>> 0)
      : (value) => String(BigInt.asUintN(64, value as bigint));
  }
  if (name === "NULL") return () => "";
  if (name === "DATE" && type === "INT32") return ofDate;
  if (name === "DECIMAL") {
    const after = is?.type === "DECIMAL" ? is.scale : scale;
    return after >= 0 && after <= mostDecimal ? ofDecimal(after) : undefined;
  }
  if (type !== "INT64" || !name.startsWith("TIMESTAMP")) return undefined;
  return is?.type === "TIMESTAMP" && !is.isAdjustedToUTC ? ofLocal : ofMoment;
}

/** What texts are annotated with, where they are at all. */
const texts: readonly (string | undefined)[] = ["STRING", "UTF8", "ENUM", "JSON", undefined];

/**
 * Returns what writes the values of a column as they are stored: whole numbers and decimals of any width, numbers, texts,
 * true and false, days and moments; undefined for types that no table has a use for.
 */
export function cellTextOf(column: SchemaElement): CellText | undefined {
  const { type, type_length: width = 0, converted_type: old, logical_type: is } = column;
  const name = is?.type ?? old;
  switch (type) {
    case "BOOLEAN":
      return String;
    case "INT32":
    case "INT64":
      return ofMeaning(column);
    case "FLOAT":
      return ofFloat;
    case "DOUBLE":
      return ofDouble;
    case "BYTE_ARRAY":
      return texts.includes(name) ? ofBytes : undefined;
    case "FIXED_LEN_BYTE_ARRAY":
      return name === "DECIMAL" && width <= mostDecimal ? ofMeaning(column) : undefined;
    default:
      return undefined;
  }
}

/**
 * Returns a column as it is asked of hyparquet: values as they are stored, days and moments as it makes them. It would read
 * decimals as doubles that are not the nearest, and texts that are no UTF-8.
 */
export function storedAs({ name, type, type_length, repetition_type, ...meant }: SchemaElement): SchemaElement {
  const { converted_type: old, logical_type: is } = meant;
  const meaning = is?.type ?? old ?? "";
  const stored = {
    ...{ name, type, type_length, repetition_type },
    ...(meaning === "DATE" ? { converted_type: "DATE" } : {}),
    ...(meaning.startsWith("TIMESTAMP") ? meant : {}),
  };
  return Object.fromEntries(
    Object.entries(stored).filter(([, value]) => value !== undefined),
  ) as unknown as SchemaElement;
}
