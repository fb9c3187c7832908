import { nearest, type RosterColumns, rosterField, rosterFieldNames } from "@uptake/model";
import type { Fault } from "../host/fault.ts";

/** Holds the fault of naming a field of rosters that there is none of. */
function unknownField(path: string, name: string): Fault {
  const close = nearest(name, rosterFieldNames);
  return {
    code: "unknown-name",
    path,
    message: `a roster has no field “${name.slice(0, 60)}”`,
    value: name,
    allowed: rosterFieldNames.join(", "),
    ...(close === undefined ? {} : { nearest: close }),
  };
}

/**
 * Reads which columns hold which fields of a roster, from pairs of a field and a header; what is wrong is added to
 * `faults` at the path that `at` gives for the name of a field.
 */
export function readColumns(
  pairs: readonly (readonly [field: string, header: unknown])[],
  faults: Fault[],
  at: (field: string) => string,
): RosterColumns {
  const columns: Partial<Record<string, string>> = {};
  for (const [name, header] of pairs) {
    const field = rosterField(name);
    if (field === undefined) faults.push(unknownField(at(name), name));
    else if (typeof header !== "string" || header.trim() === "") {
      const message = `needs the header of a column, as in ${name}="FTE Count"`;
      faults.push({ code: "missing", path: at(name), message });
    } else if (columns[field] !== undefined)
      faults.push({ code: "conflict", path: at(name), message: `${name} is given twice` });
    else columns[field] = header;
  }
  return columns;
}

/** Reads the columns that `--column` gives; everything wrong is added to `faults`. */
export function columnsOf(given: readonly string[] | undefined, faults: Fault[]): RosterColumns {
  const pairs = (given ?? []).map((text): readonly [string, string | undefined] => {
    const at = text.indexOf("=");
    return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  });
  return readColumns(pairs, faults, () => "--column");
}

/** Adds to the last of the columns found missing how to say which column it is. */
export function withColumnHint(faults: readonly Fault[], how: (field: string) => string): Fault[] {
  const last = faults.findLastIndex(({ code }) => code === "missing-column");
  return faults.map((fault, i) => {
    if (i !== last) return fault;
    const [field = ""] = fault.path.split(" or ");
    const name = rosterField(field) === undefined ? "teachers" : field;
    return { ...fault, message: `${fault.message}; say which column is which with ${how(name)}` };
  });
}
