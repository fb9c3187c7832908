import { importRoster } from "@uptake/model";
import { expect, test } from "vitest";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import { type FileInput, type FileRead, readFile } from "./read-file.ts";

const means = {
  evaluate: evaluateHere,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  onPartial: () => undefined,
};
const read = (name: string, text: string, how: Partial<FileInput> = {}): Promise<FileRead> =>
  readFile({ name, bytes: new TextEncoder().encode(text), ...how }, means);

const own = "Campus,Kind,Pupils,Poor,Staff FTE\nOak,high,300,100,20\nElm,middle,200,50,n/a\n";
const columns = { school: "Campus", level: "Kind", enrolment: "Pupils", low_income: "Poor", teachers: "Staff FTE" };

test("a roster with columns of its own tells which it has, and is read once they are named", async () => {
  const refused = await read("own.csv", own);
  expect(refused).toMatchObject({
    kind: "roster",
    format: "generic",
    header: Object.values(columns),
    district: undefined,
  });
  expect(refused.issues.map(({ code }) => code)).toContain("missing-column");
  const found = await read("own.csv", own, { columns });
  const { district } = importRoster(own, {
    format: "generic",
    columns: { school: "Campus", level: "Kind", enrolment: "Pupils", lowIncomeCount: "Poor", teachers: "Staff FTE" },
  });
  expect(found).toMatchObject({ district, rows: { rowsRead: 2, kept: 2, dropped: [] }, issues: [] });
});

test("a roster of several districts is asked for one of them", async () => {
  const text =
    "district,school,level,enrolment,low_income,teachers\nA,Oak,high,300,100,20\nB,Elm,middle,200,50,12\nB,Ash,high,400,80,22\n";
  const all = await read("r.csv", text);
  expect(all).toMatchObject({
    district: undefined,
    districts: [{ name: "A" }, { name: "B", schools: 2, students: 600 }],
  });
  expect(await read("r.csv", text, { district: "B" })).toMatchObject({ district: { name: "B" }, rows: { kept: 2 } });
});

test("a roster in Windows-1252 is read, and noted; other files in it are refused", async () => {
  const roster = "school,level,enrolment,low_income,teachers\nCañón,high,300,100,20\n";
  const bytes = Uint8Array.from(roster, (one) => one.charCodeAt(0));
  const found = await readFile({ name: "r.csv", bytes }, means);
  expect(found).toMatchObject({ kind: "roster", issues: [], district: { schools: [{ name: "Cañón" }] } });
  expect("notes" in found && found.notes[0]).toMatch(/^read as Windows-1252, as it is not UTF-8/);
  const same = await read("r.csv", roster);
  expect(same).toEqual({ ...found, notes: [] });
  const plan = await readFile(
    { name: "p.yaml", bytes: Uint8Array.from("name: é\n", (one) => one.charCodeAt(0)) },
    means,
  );
  expect(plan).toMatchObject({ kind: "nothing", issues: [{ code: "not-utf-8" }] });
});

test("every fault of a roster is told with its line", async () => {
  const text = "school,level,enrolment,low_income,teachers\nOak,high,three,1,20\nElm,middle,two,50,12\n";
  const { issues } = await read("r.csv", text);
  expect(issues.map(({ line }) => line)).toEqual([2, 3]);
});

test("surveys, worlds, scenarios, districts and receipts are told apart", async () => {
  const series = await read("s.csv", "month,group,adopters,respondents\n4,all,10,40\n");
  expect(series).toEqual({
    kind: "series",
    series: [{ month: 4, group: "all", share: 0.25, respondents: 40 }],
    issues: [],
  });
  expect(await read("w.csv", "version,world\n0,1\n")).toMatchObject({ kind: "worlds", worlds: undefined });
  expect(await read("p.yaml", "strategy: coaching-only\n")).toMatchObject({ kind: "scenario", issues: [] });
  expect(await read("d.json", '{ "id": "a", "schools": [] }')).toMatchObject({ kind: "district", district: undefined });
  const receipt = await read("r.json", '{ "format": 2, "receipt": "" }');
  expect(receipt).toMatchObject({ kind: "receipt", issues: [{ code: "future-version" }] });
  expect(await read("r.json", "[".repeat(100))).toMatchObject({ kind: "nothing", issues: [{ code: "too-deep" }] });
  const picture = await readFile({ name: "p.csv", bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) }, means);
  expect(picture).toMatchObject({ kind: "nothing", issues: [{ code: "picture" }] });
});
