import { code, table } from "./table.mjs";

/** Writes a header as a file has it, or the headers whose fields make one id together. */
const headerText = (header) =>
  typeof header === "string" ? code(header) : header.map((part) => code(part.header)).join(" + ");

const fields = ({ rosterFields }) => Object.entries(rosterFields);

/** Writes what a column of a roster may hold, by the name by which it is asked for. */
export function rosterFields(facts) {
  return table(
    ["field", "holds"],
    fields(facts).map(([, { name, doc }]) => [code(name), doc]),
  );
}

/** Writes which files each format reads, and how it counts teachers where the file has none. */
export function rosterFormats({ rosterFormats: all }) {
  return table(
    ["format", "reads", "teachers", "students a teacher where nothing is known"],
    Object.entries(all).map(([name, format]) => [
      code(name),
      format.files,
      { people: "people", reported: "full-time equivalents", estimated: "an estimate of full-time equivalents" }[
        format.teachers
      ],
      `${format.studentsPerTeacher.value} (${format.studentsPerTeacher.of})`,
    ]),
  );
}

/** Writes the headers that a format reads, column by column. */
export function rosterColumns(facts, [name]) {
  const format = facts.rosterFormats[name];
  if (format === undefined) throw new Error(`no roster format is called “${name}”`);
  return table(
    ["field", "headers, the first that is present", "needed"],
    fields(facts)
      .filter(([field]) => format.columns[field] !== undefined)
      .map(([field, { name: called }]) => [
        code(called),
        format.columns[field].map(headerText).join(", "),
        format.required.includes(field) ? "yes" : "",
      ]),
  );
}

/** Writes the words for levels that a format knows, by level. */
export function rosterLevels({ rosterFormats: all }, [name]) {
  const words = Object.entries(all[name].levels);
  return table(
    ["level", "words"],
    ["elementary", "middle", "high", "other"].map((level) => [
      level,
      words
        .filter(([, one]) => one === level)
        .map(([word]) => code(word))
        .join(", "),
    ]),
  );
}

/** Writes which rows a format leaves out as no schools. */
export function rosterRows({ rosterFormats: all }) {
  return table(
    ["format", "column", "left out", "what it is"],
    Object.entries(all).flatMap(([name, { leftOut, year }]) => [
      ...leftOut.map(({ headers, only, not, what }) => [
        code(name),
        headers.map(code).join(", "),
        only === undefined ? not.map(code).join(", ") : `all but ${only.map(code).join(", ")}`,
        what,
      ]),
      ...(year === undefined ? [] : [[code(name), year.map(code).join(", "), "all but the latest", "an earlier year"]]),
    ]),
  );
}

/** Writes the marks that stand for "no figure". */
export function rosterMarks({ rosterMarks: all }) {
  return table(
    ["mark", "means", "published by"],
    all.map(({ marks, means, sources }) => [marks.map(code).join(", "), means, sources]),
  );
}
