import type { Fault } from "../host/fault.ts";
import type { RawOptions } from "./options.ts";

const scale: Readonly<Record<string, number>> = { "": 1, k: 1e3, m: 1e6, b: 1e9 };

/** Most that a budget may be, in dollars. */
const most = 1e12;

/** Reads a sum, as `3M`, `500k`, `$3,000,000` or `3000000`; a fault is added to `faults` and undefined returned. */
export function readBudget({ budget: given }: RawOptions, faults: Fault[]): number | undefined {
  if (given === undefined) return undefined;
  const text = given.trim();
  const [, digits = "", unit = ""] =
    /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,13}(?:\.\d{1,6})?|\.\d{1,6})\s*([kmb]?)$/i.exec(text) ?? [];
  const sum = digits === "" ? Number.NaN : Number(digits.replaceAll(",", "")) * (scale[unit.toLowerCase()] as number);
  if (sum > 0 && sum <= most) return sum;
  const unknown = Number.isNaN(sum);
  faults.push({
    code: unknown ? "not-a-number" : "out-of-range",
    path: "--budget",
    message: unknown ? `“${given}” is not a sum of money` : `${text} is out of range`,
    value: given,
    allowed: "above $0, at most $1000000M, as in 3M, 500k or 3000000",
  });
  return undefined;
}
