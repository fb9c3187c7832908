import { type CsvRecord, InputError, IssueLog, nearest, readCsv } from "@uptake/model";
import { mostDistricts, type StateDistrict } from "@uptake/study/country";

/** Says what a column of the file of districts holds. */
interface Field {
  readonly name: string;
  /** Reads what stands there; undefined where it is none of what is allowed. */
  readonly read: (text: string) => string | number | undefined;
  readonly allowed: string;
}

const text =
  (most: number): Field["read"] =>
  (given) =>
    given !== "" && given.length <= most ? given : undefined;

const whole =
  (most: number): Field["read"] =>
  (given) => {
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    return value >= 1 && value <= most ? value : undefined;
  };

const share: Field["read"] = (given) => {
  const value = /^(\d(\.\d*)?|\.\d+)(e-\d{1,3})?$/i.test(given) ? Number(given) : Number.NaN;
  return value >= 0 && value <= 1 ? value : undefined;
};

const fields: readonly Field[] = [
  { name: "district", read: text(200), allowed: "a name or number that no other district has, up to 200 characters" },
  { name: "state", read: text(100), allowed: "a name or code, up to 100 characters" },
  { name: "schools", read: whole(2_000), allowed: "a whole number, 1 to 2,000" },
  { name: "teachers", read: whole(200_000), allowed: "a whole number, 1 to 200,000" },
  { name: "students", read: whole(4_000_000), allowed: "a whole number, 1 to 4,000,000" },
  { name: "low_income_share", read: share, allowed: "a share, 0 to 1" },
];

const names = fields.map(({ name }) => name);

/** Most teachers and students of a school on average: beyond them a column holds something else. */
const mostEach = { teachers: 500, students: 10_000 } as const;

/** Says what is wrong with a district whose figures cannot all hold; undefined where they can. */
function odd({ schools, teachers, students }: StateDistrict): string | undefined {
  if (teachers < schools) return `${teachers} teachers cannot be in ${schools} schools`;
  if (students < schools) return `${students} students cannot be in ${schools} schools`;
  if (teachers > mostEach.teachers * schools) return `${teachers} teachers are too many for ${schools} schools`;
  if (students > mostEach.students * schools) return `${students} students are too many for ${schools} schools`;
  return undefined;
}

/** Finds each column by its name. @throws InputError where one is missing, comes twice, or is none of them, or all are one. */
function columnsOf({ fields: found, lines, columns }: CsvRecord, log: IssueLog): readonly number[] {
  const header = found.map((name) => name.trim());
  const at = (c: number) => ({ line: lines[c] as number, column: columns[c] as number });
  const [only = ""] = header;
  const separator = header.length === 1 ? [";", "\t"].find((one) => only.includes(one)) : undefined;
  if (separator !== undefined) {
    const message = `fields are separated by ${separator === ";" ? "semicolons" : "tabs"}; save the file with commas`;
    // Rows seem to have one field each then, which says nothing more.
    throw new InputError([{ code: "separator", path: "", message, allowed: names.join(","), ...at(0) }]);
  }
  header.forEach((name, c) => {
    const close = nearest(name, names);
    const allowed = names.join(", ");
    if (!names.includes(name))
      log.add({
        ...{ code: "unknown-column", path: name, message: "is no column of a table of districts", allowed },
        ...at(c),
        ...(close === undefined ? {} : { nearest: close }),
      });
    else if (header.indexOf(name) < c)
      log.add({ code: "repeated", path: name, message: "there are two such columns", ...at(c) });
  });
  for (const { name, allowed } of fields)
    if (!header.includes(name))
      log.add({ code: "missing", path: name, message: "there is no such column", allowed, ...at(0) });
  return names.map((name) => header.indexOf(name));
}

/**
 * Reads the districts of a country from comma-separated values: one row a district, with the columns district, state,
 * schools, teachers, students and low_income_share, in any order and no others.
 *
 * @throws InputError with everything wrong, each with its line and column.
 */
export function readDistricts(csv: string): StateDistrict[] {
  const { header, records, issues } = readCsv(csv);
  const log = new IssueLog();
  log.addAll(issues);
  if (header === undefined && issues.length === 0)
    log.add({
      code: "empty",
      path: "",
      message: "the file is empty",
      allowed: `a header ${names.join(",")}, then rows`,
    });
  const columns = header ? columnsOf(header, log) : [];
  if (records.length > mostDistricts)
    log.add({
      code: "too-many",
      path: "",
      message: `${records.length} districts are too many`,
      allowed: `up to ${mostDistricts}`,
    });
  if (log.count > 0) throw new InputError(log.list());
  const seen = new Map<string, number>();
  const districts = records.map((record): StateDistrict => {
    const values = fields.map(({ name, read, allowed }, f) => {
      const c = columns[f] as number;
      const given = record.fields[c]?.trim() ?? "";
      const value = read(given);
      const place = { line: record.lines[c] ?? record.line, column: record.columns[c] ?? 1 };
      const message = given === "" ? "the field is empty" : `“${given.slice(0, 60)}” cannot stand here`;
      if (value === undefined) log.add({ code: "wrong-value", path: name, message, value: given, allowed, ...place });
      return value;
    });
    const [id, state, schools, teachers, students, lowIncomeShare] = values as [string, string, ...number[]];
    const district = { id, state, schools, teachers, students, lowIncomeShare } as StateDistrict;
    const line = { line: record.line, column: 1 };
    const before = seen.get(id);
    if (id !== undefined && before !== undefined) {
      const message = `“${id.slice(0, 60)}” stands in line ${before} already`;
      log.add({ code: "repeated", path: "district", message, value: id, ...line });
    }
    seen.set(id, record.line);
    const why = values.includes(undefined) ? undefined : odd(district);
    if (why !== undefined) log.add({ code: "conflict", path: "teachers", message: why, ...line });
    return district;
  });
  if (log.count > 0) throw new InputError(log.list());
  return districts;
}
