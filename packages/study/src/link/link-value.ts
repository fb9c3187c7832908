/** Tells how a value is written: as a text just as it stands, as names, as a setting of a lever, as a prior, or by itself. */
export type ValueKind = "text" | "names" | "list" | "setting" | "use" | "prior" | "plain";

const number = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?`;
const numberForm = new RegExp(`^${number}$`);
const rangeForm = new RegExp(String.raw`^(${number})\.\.(${number})$`);
const bellForm = new RegExp(`^(${number})~(${number})$`);
const stepForm = new RegExp(`^(\\d{1,3}):(${number})$`);
const nameForm = /^[\w.-]+$/;

/** Word for a lever in use with all its defaults. */
const on = "on";

type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

/** Writes a number so that reading gives it to the bit. */
const digits = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));

const pair = (value: unknown): readonly [number, number] | undefined =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "number")
    ? (value as [number, number])
    : undefined;

/** Returns the one inner value of a group with a single field of that name. */
const only = (value: unknown, name: string): unknown =>
  isGroup(value) && Object.keys(value).length === 1 ? value[name] : undefined;

const join = (ends: readonly [number, number] | undefined, by: string): string | undefined =>
  ends && `${digits(ends[0])}${by}${digits(ends[1])}`;

/** Writes names with commas between them; a comma ends a single one, and no text is an empty list. */
const list = (names: readonly unknown[]): string | undefined =>
  names.length > 0 && names.every((name) => typeof name === "string" && nameForm.test(name))
    ? `${names.join(",")}${names.length === 1 ? "," : ""}`
    : undefined;

function steps(value: readonly unknown[]): string | undefined {
  if (value.length === 0 || !value.every((step) => isGroup(step) && Object.keys(step).length === 2)) return undefined;
  return value
    .map((step) => `${Number((step as Group)["from"])}:${digits(Number((step as Group)["value"]))}`)
    .join(",");
}

/** Writes a value of a scenario as the text of a field; undefined where no text of the grammar is it. */
export function writeValue(value: unknown, kind: ValueKind): string | undefined {
  if (typeof value === "string") return kind === "text" || readValue(value, kind) === value ? value : `'${value}'`;
  if (kind === "text") return undefined;
  if (typeof value === "number") return digits(value);
  if (typeof value === "boolean") return String(value);
  if (kind === "use") return isGroup(value) && Object.keys(value).length === 0 ? on : undefined;
  if (kind === "prior") return join(pair(value), "..") ?? join(pair(only(value, "bell")), "~");
  if (kind === "setting") {
    const among = only(value, "among");
    if (Array.isArray(among)) return list(among);
    return Array.isArray(value) ? steps(value) : join(pair(only(value, "between")), "..");
  }
  return (kind === "names" || kind === "list") && Array.isArray(value) ? list(value) : undefined;
}

/**
 * Reads the text of a field. A text is what none of the forms fit, or what stands between quotes:
 *
 * - `20`, `.5`, `-1e-3`: a number; `true`, `false`
 * - `20..40`: what lies between two numbers; `0.2~0.05`: a bell of mean and standard deviation, of a prior
 * - `0:50,12:25`: steps of a setting, by the month each begins in
 * - `a,b`: names; `a,`: one name where several may stand
 * - `on`: a lever in use with its defaults
 */
export function readValue(text: string, kind: ValueKind): unknown {
  if (kind === "text") return text;
  if (text.length > 1 && text.startsWith("'") && text.endsWith("'")) return text.slice(1, -1);
  if (kind === "use" && text === on) return {};
  if (numberForm.test(text) && Number.isFinite(Number(text))) return Number(text);
  if (text === "true" || text === "false") return text === "true";
  const [, low, high] = (kind === "setting" || kind === "prior" ? rangeForm.exec(text) : null) ?? [];
  if (low !== undefined)
    return kind === "prior" ? [Number(low), Number(high)] : { between: [Number(low), Number(high)] };
  const [, mean, sd] = (kind === "prior" ? bellForm.exec(text) : null) ?? [];
  if (mean !== undefined) return { bell: [Number(mean), Number(sd)] };
  const parts = text.split(",");
  if (kind === "setting") {
    const read = parts.map((part) => stepForm.exec(part));
    if (read.every((step) => step !== null))
      return read.map((step) => ({ from: Number(step[1]), value: Number(step[2]) }));
  }
  if (parts.length === 1 && kind !== "list") return text;
  if (kind === "plain" || kind === "prior" || kind === "use") return text;
  const names = parts.at(-1) === "" ? parts.slice(0, -1) : parts;
  if (!names.every((name) => nameForm.test(name))) return text;
  return kind === "setting" ? { among: names } : names;
}
