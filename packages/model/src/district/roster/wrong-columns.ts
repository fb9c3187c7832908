import type { Issue } from "../../issue.ts";
import { nearest } from "../../nearest.ts";
import { rosterFormats } from "./formats/index.ts";
import { type HeaderIndex, type MatchedColumns, matchColumns } from "./match-columns.ts";
import { lowIncomeFields, oneThing, type RosterColumns, type RosterField, rosterFields } from "./roster-field.ts";
import type { RosterFormat } from "./roster-format.ts";

/** Lists the columns that are missing, each with the header nearest to it, or stand there more than once. */
export function wrongColumns(
  line: number,
  index: HeaderIndex,
  format: RosterFormat,
  given: RosterColumns,
  { places, repeated }: MatchedColumns,
): Issue[] {
  const { header } = index;
  const missing: RosterField[][] = [];
  const isGiven = (field: RosterField) => given[field] !== undefined;
  for (const field of Object.keys(rosterFields) as RosterField[]) {
    if (places.has(field)) continue;
    const instead = oneThing.some((ways) => ways.includes(field) && ways.some((way) => way !== field && isGiven(way)));
    if (isGiven(field) || (format.required.includes(field) && !instead)) missing.push([field]);
  }
  if (lowIncomeFields.every((field) => !places.has(field)) && !lowIncomeFields.some(isGiven))
    missing.push(lowIncomeFields.filter((field) => format.columns[field] !== undefined));
  const issues = missing.map((fields, i): Issue => {
    const names = fields.flatMap((field) => namesOf(field, format, given));
    const close =
      names.map((name) => nearest(name, header)).find((name) => name !== undefined) ?? likely(fields, index);
    const [one] = fields.length === 1 ? fields : [];
    const own = one === undefined ? "low-income students" : rosterFields[one].doc.split(/[;,]/)[0];
    const fits = i === 0 ? fittingFormat(index, given) : undefined;
    const called = names.length === 1 ? names[0] : `for ${own}: ${names.join(" or ")}`;
    return {
      code: "missing-column",
      path: fields.map((field) => given[field] ?? rosterFields[field].name).join(" or "),
      message: `the roster has no column ${called}${fits === undefined ? "" : `; its header is that of the format ${fits}`}`,
      // The header once is enough, however many columns are missing.
      ...(i === 0 ? { allowed: header.join(", ").slice(0, 500) } : {}),
      line,
      ...(close === undefined ? {} : { nearest: close }),
    };
  });
  return issues.concat(
    repeated.map((name) => {
      const message = `the header has the column "${name.slice(0, 100)}" more than once`;
      return { code: "repeated-column", path: name.slice(0, 100), message, line };
    }),
  );
}

/** Finds a header by which another format calls one of the fields. */
function likely(fields: readonly RosterField[], index: HeaderIndex): string | undefined {
  for (const format of Object.values(rosterFormats)) {
    const { places } = matchColumns(index, format, {});
    const [place] = fields.flatMap((field) => places.get(field) ?? []);
    if (place !== undefined) return index.header[place.at];
  }
  return undefined;
}

/** Finds another format whose columns the header has, all that are needed. */
function fittingFormat(index: HeaderIndex, given: RosterColumns): string | undefined {
  return Object.entries(rosterFormats).find(([, format]) => {
    const { places } = matchColumns(index, format, given);
    return format.required.every((field) => places.has(field)) && lowIncomeFields.some((field) => places.has(field));
  })?.[0];
}

function namesOf(field: RosterField, format: RosterFormat, given: RosterColumns): string[] {
  const names = given[field] === undefined ? (format.columns[field] ?? []) : [given[field]];
  return names.map((name) => (typeof name === "string" ? name : name.map(({ header }) => header).join(" + ")));
}
