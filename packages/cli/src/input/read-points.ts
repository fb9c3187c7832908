import { InputError, type Issue, IssueLog, readCsv } from "@uptake/model";
import { type Level, namesOf } from "@uptake/study/design";
import { rowsDesign } from "@uptake/study/sweep";

const number = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;

/**
 * Reads the points of a sweep from comma-separated values: names of factors in the header, and in the fields numbers, or
 * names under factors that take them, as strategy.
 * Returns one record a row.
 *
 * @throws InputError with everything wrong, each with its line and column.
 */
export function readPoints(text: string): Record<string, Level>[] {
  const { header, records, issues: formal } = readCsv(text);
  const log = new IssueLog();
  log.addAll(formal);
  if (header === undefined && formal.length === 0) {
    log.add({
      code: "empty",
      path: "",
      message: "the file is empty",
      allowed: "a header of factor names, then rows",
    });
  }
  if (header === undefined || log.count > 0) throw new InputError(log.list());
  const factors = header.fields.map((name) => name.trim());
  const points = records.map((record) =>
    record.fields.map((field, i): Level => {
      const value = field.trim();
      if (value !== "" && namesOf(factors[i]!)) return value;
      if (number.test(value)) return Number(value);
      const message = value === "" ? "the field is empty" : `“${value.slice(0, 60)}” is not a number`;
      log.add({
        code: "not-a-number",
        path: factors[i]!,
        message,
        value,
        line: record.lines[i]!,
        column: record.columns[i]!,
      });
      return Number.NaN;
    }),
  );
  try {
    if (log.count === 0) rowsDesign(factors, points);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const locate = (issue: Issue): Issue => {
      const [, row, name = ""] = /^rows\[(\d+)\]\.?(.*)$/.exec(issue.path) ?? [];
      const record = row === undefined ? header : records[Number(row)]!;
      const field = Math.max(0, factors.indexOf(row === undefined ? issue.path : name));
      const path = row === undefined ? issue.path : name;
      return { ...issue, path, line: record.lines[field]!, column: record.columns[field]! };
    };
    log.addAll(error.issues.map(locate));
  }
  if (log.count > 0) throw new InputError(log.list());
  return points.map((point) => Object.fromEntries(factors.map((name, i) => [name, point[i]!])));
}
