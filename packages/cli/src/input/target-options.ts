import { monthNames, nearest, type Target, targetKinds } from "@uptake/model";
import { collect, type Fault, oneOf } from "../host/fault.ts";
import type { RawOptions } from "./options.ts";

/** Options that take the place of fields of a scenario's target. */
export const targetOptionOf: Readonly<Record<keyof Target, string>> = { of: "--of", share: "--target", month: "--by" };

const months = monthNames.map((name) => name.toLowerCase());

/** Longest horizon, in months and in years. */
const mostMonths = 600;
const mostYears = mostMonths / 12;

/** Reads a share, as `60%` or `0.6`; a fault is added to `faults` and undefined returned. */
function readShare(given: string, faults: Fault[]): number | undefined {
  const read = /^(\d{1,3}(?:\.\d{1,10})?|\.\d{1,10})\s*(%?)$/.exec(given.trim());
  const number = Number(read?.[1] ?? Number.NaN);
  const share = read?.[2] === "%" ? number / 100 : number;
  if (share > 0 && share <= 1) return share;
  const message = Number.isNaN(share) ? `“${given}” is not a share` : `${given.trim()} is out of range`;
  const code = Number.isNaN(share) ? "not-a-number" : "out-of-range";
  const meant = share >= 2 && share <= 100 && read?.[2] === "" ? { nearest: `${given.trim()}%` } : {};
  const allowed = "above 0% and at most 100%, as in 60% or 0.6";
  faults.push({ code, path: "--target", message, value: given, allowed, ...meant });
  return undefined;
}

/** Reads an index, as `34` or `may-3`; a fault is added to `faults` and undefined returned. */
function readMonth(given: string, faults: Fault[]): number | undefined {
  const text = given.trim().toLowerCase();
  const allowed = `a month and a year 1 to ${mostYears}, as in may-3, or an index 0 to ${mostMonths}`;
  const refuse = (code: string, message: string, near?: string): undefined => {
    faults.push({ code, path: "--by", message, value: given, allowed, ...(near ? { nearest: near } : {}) });
    return undefined;
  };
  if (/^\d{1,15}$/.test(text)) {
    const index = Number(text);
    return index <= mostMonths ? index : refuse("out-of-range", `${given.trim()} is out of range`);
  }
  const [, name = "", digits = ""] = /^([a-z]+)-(\d{1,4})$/.exec(text) ?? [];
  if (name === "") return refuse("not-a-month", `“${given}” is not a month of a year`);
  const place = months.findIndex((month) => month === name || (name.length === 3 && month.startsWith(name)));
  if (place < 0) {
    const near = nearest(name, months);
    return refuse("unknown-month", `“${name}” is not a month`, near && `${near}-${digits}`);
  }
  const year = Number(digits);
  if (year < 1 || year > mostYears) return refuse("out-of-range", `year ${digits} is out of range`);
  // A school year ends with July.
  return 12 * (year - 1) + (place || 12);
}

/** Reads what options say of the target; everything wrong is added to `faults`. */
export async function chooseTarget(raw: RawOptions, faults: Fault[]): Promise<Partial<Target>> {
  const { of: kind, target, by } = raw;
  const of = kind === undefined ? undefined : await collect(faults, undefined, () => oneOf("--of", kind, targetKinds));
  const share = target === undefined ? undefined : readShare(target, faults);
  const month = by === undefined ? undefined : readMonth(by, faults);
  return {
    ...(of === undefined ? {} : { of: of as Target["of"] }),
    ...(share === undefined ? {} : { share }),
    ...(month === undefined ? {} : { month }),
  };
}
