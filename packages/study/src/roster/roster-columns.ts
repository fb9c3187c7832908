import { type Issue, nearest, type RosterColumns, rosterField, rosterFieldNames } from "@uptake/model";

/** Holds the issue of naming a field of rosters that there is none of. */
function unknownField(path: string, name: string): Issue {
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
 * `issues` at the path that `at` gives for the name of a field.
 */
export function readColumns(
  pairs: readonly (readonly [field: string, header: unknown])[],
  issues: Issue[],
  at: (field: string) => string,
): RosterColumns {
  const columns: Partial<Record<string, string>> = {};
  for (const [name, header] of pairs) {
    const field = rosterField(name);
    if (field === undefined) issues.push(unknownField(at(name), name));
    else if (typeof header !== "string" || header.trim() === "") {
      const message = `needs the header of a column, as in ${name}="FTE Count"`;
      issues.push({ code: "missing", path: at(name), message });
    } else if (columns[field] !== undefined)
      issues.push({ code: "conflict", path: at(name), message: `${name} is given twice` });
    else columns[field] = header;
  }
  return columns;
}

/** Adds to the last of the columns found missing how to say which column it is. */
export function withColumnHint<Given extends Issue>(issues: readonly Given[], how: (field: string) => string): Given[] {
  const last = issues.findLastIndex(({ code }) => code === "missing-column");
  return issues.map((issue, i) => {
    if (i !== last) return issue;
    const [field = ""] = issue.path.split(" or ");
    const name = rosterField(field) === undefined ? "teachers" : field;
    return { ...issue, message: `${issue.message}; say which column is which with ${how(name)}` };
  });
}
