import type { Issue } from "@uptake/model";

/** A range of shares at the head of what is allowed, as in `0 to 1` or `a number, 0 to 1, or blank …`. */
const ofShares = /(?:^|, )((?:0|1|0?\.\d+) to (?:1|0?\.\d+))(?: share)?(?:,|$)/;

/** A number with a comma for its point. */
const withComma = /^-?\d{1,15},\d{1,15}$/;

/** A field that is called by a number, at the end of a path. */
const calledByNumber = /\["\d{1,15}"\]$/;

/** Says how the percentage that stands for a share is written as one; undefined where it is no such thing. */
function asShare({ code, value, allowed = "" }: Issue): string | undefined {
  const percent = Number(value);
  if (
    allowed.includes("is written") ||
    !["out-of-range", "too-large"].includes(code) ||
    !(percent > 1 && percent <= 100)
  )
    return undefined;
  const range = ofShares.exec(allowed)?.[1];
  if (range === undefined) return undefined;
  const share = Number((percent / 100).toPrecision(12));
  const [low = 0, high = 0] = range.split(" to ").map(Number);
  return share >= low && share <= high
    ? allowed.replace(range, `${range}, so that ${percent}% is written ${share}`)
    : undefined;
}

/**
 * Adds to a fault how the number is written that was likely meant: a share where a percentage stands, as 0.15 for 15, and a
 * point where a comma does, as 0.5 for 0,5. In YAML a comma within braces ends a value, so that what follows it is taken for
 * the name of a field.
 */
export function withNumberHint<Fault extends Issue>(fault: Fault): Fault {
  const { code, path, message, value, nearest } = fault;
  if (nearest !== undefined) return fault;
  const allowed = asShare(fault);
  if (allowed !== undefined) return { ...fault, allowed };
  if (code.startsWith("unknown") && calledByNumber.test(path) && !message.includes("a point"))
    return { ...fault, message: `${message}; a decimal has a point, as in 0.5` };
  const isNumber = code === "formula" || /is not a number(?:,|$)/.test(message);
  return isNumber && typeof value === "string" && withComma.test(value)
    ? { ...fault, nearest: value.replace(",", ".") }
    : fault;
}
