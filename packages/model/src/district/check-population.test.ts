import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkPopulation } from "./check-population.ts";
import { readCsv } from "./csv.ts";
import type { PopulationTable, TieRow } from "./district.ts";

const people = (n: number, ids?: readonly string[]): PopulationTable["teachers"] =>
  Array.from({ length: n }, (_, teacher) => ({
    teacher,
    ...(ids === undefined ? {} : { id: ids[teacher]! }),
    school: "s",
    team: 0,
    experience: 5,
    disposition: 0,
    threshold: 0.4,
    stage: "aware",
  }));

function faults(n: number, ties: readonly TieRow[], ids?: readonly string[]): string[] {
  const school = { id: "s", name: "S", level: "high", enrolment: 15 * n, teachers: n, lowIncomeShare: 0.4 } as const;
  const district = { id: "d", name: "D", source: "", schools: [school] };
  return checkPopulation({ teachers: people(n, ids), ties }, district).map(({ message }) => message);
}

const fan = (degree: number): TieRow[] => Array.from({ length: degree }, (_, k) => ({ from: 0, to: k + 1 }));

test("takes a teacher with up to a hundred ties", () => {
  expect(faults(134, fan(16))).toEqual([]);
  expect(faults(134, fan(100))).toEqual([]);
  expect(faults(134, fan(101))).toEqual(["teacher 0 has more than 100 ties"]);
});

test("names teachers as the researcher does, and says where ties seem to count from 1", () => {
  const ids = ["ann", "bo", "cy"];
  const ties = [
    { from: 0, to: 0 },
    { from: 1, to: 2 },
    { from: 1, to: 2 },
  ];
  expect(faults(3, ties, ids)).toEqual(["teacher “ann” asks themselves", "teacher “bo” asks “cy” more than once"]);
  expect(faults(3, [{ from: 1, to: 3 }])).toEqual([
    "a tie from 1 to 3: teachers are 0 to 2; these ties seem to count them from 1",
  ]);
  expect(faults(3, [{ from: 0, to: 3 }])).toEqual(["a tie from 0 to 3: teachers are 0 to 2"]);
});

const shared = new URL("../../../../../shared/data/teacher-advice-networks/dyads.csv", import.meta.url);
if (!existsSync(shared)) console.warn("skipped: the surveyed networks are not beside the repository");

test.skipIf(!existsSync(shared))(
  "takes the advice networks of ten schools, and the same with ties counted both ways",
  () => {
    const { header, records } = readCsv(readFileSync(shared, "utf8"));
    const at = (name: string): number => header!.fields.indexOf(name);
    const schools = new Map<string, TieRow[]>();
    for (const { fields } of records) {
      if (fields[at("advice")] !== "1") continue;
      const school = fields[at("school")]!;
      const ties = schools.get(school) ?? [];
      schools.set(school, ties);
      ties.push({ from: Number(fields[at("sender")]) - 1, to: Number(fields[at("receiver")]) - 1 });
    }
    expect(schools.size).toBe(10);
    const most = (ties: readonly TieRow[]): number =>
      Math.max(...ties.map(({ from }) => ties.filter((tie) => tie.from === from).length));
    let [directed, mutual] = [0, 0];
    for (const ties of schools.values()) {
      const both = [...ties, ...ties.map(({ from, to }) => ({ from: to, to: from }))];
      const distinct = [...new Map(both.map((tie) => [`${tie.from} ${tie.to}`, tie])).values()];
      const n = Math.max(...both.map(({ from }) => from)) + 1;
      expect(faults(n, ties)).toEqual([]);
      expect(faults(n, distinct)).toEqual([]);
      directed = Math.max(directed, most(ties));
      mutual = Math.max(mutual, most(distinct));
    }
    expect([directed, mutual]).toEqual([14, 32]);
  },
);
