import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { ownFolder } from "../../test-support/own-folder.ts";

const own = ownFolder();
const { uptake, file } = own;
beforeEach(() => {
  file("r.csv", "Campus,Kind,Pupils,Poor,Staff FTE\nOak,high,300,100,20\nElm,middle,200,50,n/a\n");
});

const columns = ["school=Campus", "level=Kind", "enrolment=Pupils", "low_income=Poor", "teachers=Staff FTE"];
const options = columns.flatMap((column) => ["--column", column]);
const block = `strategy: coaching-only
roster:
  file: r.csv
  format: generic
  columns: { school: Campus, level: Kind, enrolment: Pupils, low_income: Poor, teachers: Staff FTE }
`;

test("columns are said on the command line, and what is missing is estimated and told", async () => {
  const { code, out } = await uptake("import", "r.csv", "--format", "generic", ...options, "--json");
  expect(code).toBe(0);
  const { district, report } = JSON.parse(out);
  expect(district.schools.map(({ id, teachers }: { id: string; teachers: number }) => [id, teachers])).toEqual([
    ["Oak", 20],
    ["Elm", 13],
  ]);
  expect(report.estimates).toMatchObject([{ field: "teachers", schools: ["Elm"] }]);
  const plain = await uptake("import", "r.csv", "--format", "generic", ...options);
  expect(plain.out).toContain("Estimated teachers of 1 school (Elm): enrolment at the students a teacher");
  expect(plain.out).toContain('Note: "n/a" in the column Staff FTE means not available: read as no figure (line 3)');
});

test("a low-income share that is estimated is told in words", async () => {
  file("few.csv", "school,level,enrolment,low_income,teachers\nOak,high,300,90,20\nElm,middle,200,*,13\n");
  const imported = await uptake("import", "few.csv", "--format", "generic");
  expect(imported.out).toContain("Estimated the low-income share of 1 school (Elm): ");
  const ran = await uptake("run", "--roster", "few.csv", "--format", "generic", "--replicates", "1");
  expect(ran.err).toContain("note: few.csv: the low-income share of 1 school estimated: ");
});

test("a roster in Windows-1252 or UTF-16 is the district that it is in UTF-8, and the first is noted", async () => {
  const roster = "school,level,enrolment,low_income,teachers\nCañón’s,high,300,100,20\n";
  file("utf-8.csv", roster);
  const windows = roster.replace("’", "\u0092");
  writeFileSync(join(own.cwd, "windows.csv"), windows, "latin1");
  writeFileSync(join(own.cwd, "utf-16.csv"), `\uFEFF${roster}`, "utf16le");
  const note = "read as Windows-1252, as it is not UTF-8: look whether names with accents are as they should be";
  const imported = async (name: string) => {
    const { code, out, err } = await uptake("import", name, "--format", "generic", "--json");
    const { district, report } = JSON.parse(out);
    return { code, err, district, notes: report.notes.map(({ message }: { message: string }) => message) };
  };
  const same = await imported("utf-8.csv");
  expect(same.district.schools).toMatchObject([{ name: "Cañón’s" }]);
  expect(await imported("windows.csv")).toEqual({ ...same, notes: [note] });
  expect(await imported("utf-16.csv")).toEqual({ ...same, notes: [] });
  const run = ["run", "--replicates", "1", "--no-bottleneck", "--json"];
  const told = await uptake(...run, "--roster", "windows.csv", "--format", "generic");
  expect(told).toMatchObject({ code: 0, err: `note: windows.csv: ${note}\n` });
  file("s.yaml", "roster: { file: windows.csv, format: generic }\n");
  expect((await uptake(...run, "s.yaml")).err).toBe(`note: windows.csv: ${note}\n`);
  writeFileSync(join(own.cwd, "other.csv"), Uint8Array.of(0x61, 0x2c, 0xe9, 0x81, 0x07));
  expect(await uptake("import", "other.csv", "--format", "generic")).toMatchObject({
    code: 2,
    err: "error: other.csv: is text neither in UTF-8 nor in UTF-16 or Windows-1252\n",
  });
});

test("columns are said in a scenario, and a run tells of estimates too", async () => {
  file("s.yaml", block);
  const said = await uptake("run", "s.yaml", "--replicates", "1", "--json");
  const typed = await uptake(
    "run",
    "--roster",
    "r.csv",
    "--format",
    "generic",
    ...options,
    "--strategy",
    "coaching-only",
    "--replicates",
    "1",
    "--json",
  );
  expect([said.code, typed.code]).toEqual([0, 0]);
  expect(said.err).toContain("r.csv: teachers of 1 school estimated");
  expect(typed.err).toContain("note: r.csv: teachers of 1 school estimated");
  expect(JSON.parse(said.out).answer).toEqual(JSON.parse(typed.out).answer);
});

test("everything wrong with columns is told at once, with the nearest names", async () => {
  const { code, err } = await uptake("import", "r.csv", "--format", "generic");
  expect(code).toBe(2);
  expect(err.trim().split("\n")).toHaveLength(5);
  expect(err.match(/Campus, Kind, Pupils/g)).toHaveLength(1);
  expect(err).toContain('say which column is which with --column low_income="…"');
  const wrong = await uptake(
    "run",
    "--roster",
    "r.csv",
    "--format",
    "generic",
    "--column",
    "teacher=x",
    "--column",
    "school",
    "--column",
    "level=a",
    "--column",
    "level=b",
  );
  expect(wrong.err.trim().split("\n")).toEqual([
    "error: --column: a roster has no field “teacher”; did you mean teachers?",
    'error: --column: needs the header of a column, as in school="FTE Count"',
    "error: --column: level is given twice",
  ]);
  expect((await uptake("run", "--column", "level=a")).err).toContain("--column: is of use only with --roster");
});

test("everything wrong with a roster block is told at once, where it stands", async () => {
  file("s.yaml", block.replace("file:", "fil:").replace("generic", "genric").replace("teachers:", "teacher:"));
  expect((await uptake("run", "s.yaml")).err.trim().split("\n")).toEqual([
    "error: s.yaml:2:1 roster.file: is needed: a text",
    "error: s.yaml:3:3 roster.fil: a roster has no “fil”; did you mean file?",
    "error: s.yaml:4:3 roster.format: there is no format “genric”; did you mean generic?",
    "error: s.yaml:5:80 roster.columns.teacher: a roster has no field “teacher”; did you mean teachers?",
  ]);
  file("s.yaml", `${block.replace("r.csv", "none.csv")}district: small-rural\n`);
  expect((await uptake("run", "s.yaml")).err.trim().split("\n")).toEqual([
    "error: s.yaml:2:1 roster: takes the place of district, which is given too",
    "error: s.yaml:3:3 roster.file: there is no file none.csv",
  ]);
  file("s.yaml", "roster: r.csv\n");
  expect((await uptake("run", "s.yaml")).err).toContain("s.yaml:1:1 roster: is a group of fields");
  file("s.yaml", block.replace("Staff FTE", "Staf FTE"));
  expect((await uptake("run", "s.yaml")).err).toContain(
    "r.csv:1 Staf FTE: the roster has no column Staf FTE; say which column is which with columns: { teachers: … }; did you mean Staff FTE?",
  );
});
