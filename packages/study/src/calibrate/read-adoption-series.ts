import { type CsvRecord, InputError, type Issue, IssueLog, nearestAmong, readCsv } from "@uptake/model";
import { type SurveyPoint, surveyGroups } from "./adoption-series.ts";

const columns = ["month", "group", "adopters", "share", "respondents"] as const;
type Column = (typeof columns)[number];

const decimal = /^(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;

/**
 * Reads a series of surveys from comma-separated values, one answer a row: `month` (index of the scenario, 0 at the
 * start), `group` (`all`, a poverty third or a band), `adopters` (how many said yes) or `share` (0 to 1), `respondents`
 * (how many answered). Months that were not surveyed have no row.
 *
 * @throws InputError with everything wrong, each with its line and column.
 */
export function readAdoptionSeries(text: string): SurveyPoint[] {
  const { header, records, issues: formal } = readCsv(text);
  const log = new IssueLog();
  log.addAll(formal);
  if (header === undefined) {
    const allowed = "a header month,group,adopters,respondents, then rows";
    if (formal.length === 0) log.add({ code: "empty", path: "", message: "the file is empty", allowed });
    throw new InputError(log.list());
  }
  log.addAll(headerIssues(header));
  if (log.count > 0) throw new InputError(log.list());
  const names = header.fields.map((name) => name.trim());
  const seen = new Set<string>();
  const points = records.map((record) => readPoint(record, names, seen, log));
  if (records.length === 0) log.add({ code: "empty", path: "", message: "there are no rows under the header" });
  if (log.count > 0) throw new InputError(log.list());
  return points;
}

function headerIssues({ fields, lines, columns: places }: CsvRecord): Issue[] {
  const names = fields.map((name) => name.trim());
  const allowed = "month, group, adopters or share, respondents";
  const near = nearestAmong(columns);
  const first = new Map(names.map((name, i) => [name, i] as const).reverse());
  const issues = names.flatMap((name, i): Issue[] => {
    const at = { path: name, value: name, line: lines[i]!, column: places[i]! };
    if (first.get(name)! < i) return [{ code: "repeated-column", message: "the column stands twice", ...at }];
    if ((columns as readonly string[]).includes(name)) return [];
    const close = near(name);
    const issue = { code: "unknown-column", message: `no column is called “${name.slice(0, 60)}”`, allowed, ...at };
    return [close === undefined ? issue : { ...issue, nearest: close }];
  });
  const place = { line: lines[0]!, column: 1 };
  for (const name of ["month", "group", "respondents"])
    if (!names.includes(name)) issues.push({ code: "missing", path: name, message: "is missing", allowed, ...place });
  const both = names.includes("adopters") && names.includes("share");
  const neither = !names.includes("adopters") && !names.includes("share");
  if (both || neither) {
    const message = both ? "adopters and share say the same: give one of them" : "adopters or share is missing";
    issues.push({ code: both ? "conflict" : "missing", path: "share", message, allowed, ...place });
  }
  return issues;
}

function readPoint(record: CsvRecord, names: readonly string[], seen: Set<string>, log: IssueLog): SurveyPoint {
  const field = (name: Column): string | undefined => record.fields[names.indexOf(name)]?.trim();
  const fault = (name: Column, code: string, message: string, allowed: string): number => {
    const i = names.indexOf(name);
    const value = field(name)?.slice(0, 60);
    log.add({ code, path: name, message, value, allowed, line: record.lines[i]!, column: record.columns[i]! });
    return Number.NaN;
  };
  const number = (name: Column, least: number, whole: boolean): number => {
    const text = field(name) as string;
    const allowed = `${whole ? "a whole number" : "a number"}, ${least} or more`;
    if (text === "")
      return fault(name, "gap", "the field is empty; leave out the row of a month that was not surveyed", allowed);
    const value = decimal.test(text) ? Number(text) : Number.NaN;
    if (value >= least && (!whole || Number.isInteger(value))) return value;
    return fault(name, "not-a-number", `“${text.slice(0, 60)}” is not ${allowed}`, allowed);
  };
  const month = number("month", 0, true);
  const respondents = number("respondents", 1, true);
  const group = field("group") as string;
  if (!surveyGroups.includes(group))
    fault("group", "unknown-group", `no group is called “${group.slice(0, 60)}”`, surveyGroups.join(", "));
  const name = `${month} ${group}`;
  if (seen.has(name) && !Number.isNaN(month))
    fault("month", "repeated-point", `${group} has two rows of month ${month}`, "one row a month and group");
  seen.add(name);
  if (field("adopters") !== undefined) {
    const adopters = number("adopters", 0, true);
    if (adopters > respondents)
      fault("adopters", "out-of-range", `more say yes (${adopters}) than answered`, `0 to ${respondents}`);
    return { month, group, share: adopters / respondents, respondents };
  }
  const share = number("share", 0, false);
  if (share > 1) fault("share", "out-of-range", `${share} is above 1`, "0 to 1, so that 45% is written 0.45");
  return { month, group, share, respondents };
}
