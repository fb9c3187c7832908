import type { Issue } from "@uptake/model";

/** A range of shares at the head of what is allowed, as in `0 to 1` or `a number, 0 to 1, or blank …`. */
const ofShares = /(?:^|, )((?:0|1|0?\.\d+) to (?:1|0?\.\d+))(?: share)?(?:,|$)/;

/** A number with a comma for its point. */
const withComma = /^-?\d{1,15},\d{1,15}$/;

/** A field that is called by a number, at the end of a path. */
const calledByNumber = /\["(\d{1,15})"\]$/;

/** The words of an issue whose value is no number. */
const noNumber = /is not a (whole )?(?:number|share)(?:,|$)/;

/** Writes the share that a percentage is. */
const share = (percent: number): string => String(Number((percent / 100).toPrecision(12)));

/** Says how the percentage that stands for a share is written as one; undefined where it is no such thing. */
function asShare({ code, value, allowed = "" }: Issue): string | undefined {
  const percent = Number(value);
  if (
    /is written|whole number/.test(allowed) ||
    !["out-of-range", "too-large"].includes(code) ||
    !(percent > 1 && percent <= 100)
  )
    return undefined;
  const range = ofShares.exec(allowed)?.[1];
  if (range === undefined) return undefined;
  const written = share(percent);
  const [low = 0, high = 0] = range.split(" to ").map(Number);
  return Number(written) >= low && Number(written) <= high
    ? allowed.replace(range, `${range}, so that ${percent}% is written ${written}`)
    : undefined;
}

/** A number with commas between its thousands. */
const withThousands = /^-?[1-9]\d{0,2}(?:,\d{3}){1,4}$/;

/** A percentage, a sum of money, and a number that stands between quotes where it could do without. */
const percentage = /^\d{1,3}(?:\.\d{1,6})? ?%$/;
const sumOfMoney = /^\$? ?(\d{1,9}(?:\.\d{1,6})?) ?([kmb]?)$/i;
const plainNumber = /^-?\d{1,15}(?:\.\d{1,15})?$/;

const scale: Readonly<Record<string, number>> = { "": 1, k: 1e3, m: 1e6, b: 1e9 };

/** Returns how the number is written that a text likely means; undefined where it means none that can be told. */
function meantBy(text: string, whole: boolean, ofShare: boolean): string | undefined {
  if (withThousands.test(text)) {
    const [plain, decimal] = [text.replaceAll(",", ""), text.replace(",", ".")];
    return whole || decimal.includes(",") ? plain : `${plain} or ${decimal}`;
  }
  if (withComma.test(text)) return whole ? undefined : text.replace(",", ".");
  if (percentage.test(text)) return whole || !ofShare ? undefined : share(Number.parseFloat(text));
  const [, digits, unit = ""] = (plainNumber.test(text) ? null : sumOfMoney.exec(text)) ?? [];
  return digits === undefined ? undefined : String(Number(digits) * (scale[unit.toLowerCase()] as number));
}

/** Says what a comma did in YAML: within braces it ends a value, so that what follows is taken for the name of a field. */
function commaOfField({ code, path }: Issue): string | undefined {
  const [, digits = ""] = (code.startsWith("unknown") ? calledByNumber.exec(path) : null) ?? [];
  if (digits === "") return undefined;
  const thousands = digits.length === 3 ? ", and no comma between thousands, as in 3000000" : "";
  return `a decimal has a point, as in 0.5${thousands}`;
}

/** Says what a comma did in a list, where the zeros after it are refused and thousands can be meant. */
function commaOfList({ code, path, value, allowed = "" }: Issue): string | undefined {
  const large = (allowed.match(/\d{1,15}/g) ?? []).some((digits) => Number(digits) >= 1000);
  return code === "out-of-range" && value === 0 && large && /\[[1-9]\d{0,5}\]$/.test(path)
    ? "a comma ends a number in a list, so that 400,000 is written 400000"
    : undefined;
}

/**
 * Adds to an issue how the number is written that was likely meant: a share where a percentage stands, as 0.15 for 15 or
 * 15%, a point where a comma does, as 0.5 for 0,5, no comma between thousands, as 1000 for 1,000, and 3000000 for $3M. Given
 * once, however often an issue is handed on.
 *
 * @example
 * ```ts
 * import { describeIssue } from "@uptake/model";
 * import { withNumberHint } from "@uptake/study/files";
 *
 * const issue = { code: "wrong-kind", path: "replicates", message: "“1,000” is not a whole number", value: "1,000" };
 * console.log(describeIssue(withNumberHint(issue))); // … is not a whole number; did you mean 1000?
 * ```
 */
export function withNumberHint<One extends Issue>(issue: One): One {
  const { code, message, value, allowed, nearest } = issue;
  const comma = commaOfField(issue) ?? commaOfList(issue);
  if (comma !== undefined) {
    // The name nearest to a number is none that was meant.
    const { nearest: _, ...rest } = issue;
    return message.includes(comma) ? issue : ({ ...rest, message: `${message}; ${comma}` } as One);
  }
  if (nearest !== undefined) return issue;
  const asked = asShare(issue);
  if (asked !== undefined) return { ...issue, allowed: asked };
  const refused = noNumber.exec(message);
  if (typeof value !== "string" || (refused === null && code !== "formula")) return issue;
  const ofShare = allowed === undefined || ofShares.test(allowed);
  const text = value.trim();
  const whole = refused?.[1] !== undefined;
  // A number of YAML or JSON that is refused as a text stands between quotes, unlike that of a table or an option.
  const quoted =
    code === "wrong-kind" && allowed === undefined && plainNumber.test(text) && !(whole && text.includes("."));
  const meant = quoted ? `${text} without quotes` : meantBy(text, whole, ofShare);
  return meant === undefined ? issue : { ...issue, nearest: meant };
}
