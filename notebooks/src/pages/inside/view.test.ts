import type { Film } from "@uptake/study/questions";
import { describe, expect, test } from "vitest";
import { insideWords } from "../../words/inside.js";
import { countsOf, find, practising, schoolTable, stagesOf, stageTable, teacherTable, tiesOf } from "./view.js";
import { pickedIn } from "./who.js";

/** Two schools of two teachers, the second founded after a month; teacher 8 asks 7 and comes to own the practice. */
const film: Film = {
  ...{ version: "0.1.0", seed: "s", replicate: 4, parameters: "fixed", strategy: "a", checksum: "0", horizon: 1 },
  ...{ funded: null, district: { id: "d", name: "D" }, districts: ["D"], slots: 4, ranking: null },
  schools: [
    { id: "b", name: "Birch 2", level: "high", lowIncomeShare: 0.6, teachers: 2, first: 0, founded: false },
    { id: "a", name: "Alder", level: "high", lowIncomeShare: 0.2, teachers: 2, first: 2, founded: true },
  ],
  numbers: Int32Array.from([7, 8, -1, -1]),
  team: new Uint16Array(4),
  tieStart: Int32Array.from([0, 0, 1, 1, 1]),
  ties: Int32Array.from([0]),
  stages: Uint8Array.from([3, 0, 1, 1, 5, 4, 1, 2]),
  depths: Uint8Array.from([51, 0, 0, 0, 51, 255, 0, 51]),
  standing: Uint8Array.from([1, 0, 3, 1]),
  mostChanged: { teacher: 8, school: "b" },
};

describe("a film", () => {
  test("is counted by stage, schools that are not open left out", () => {
    const counts = countsOf(film);
    expect(counts).toEqual([
      [1, 0, 0, 1, 0, 0],
      [0, 1, 1, 0, 1, 1],
    ]);
    expect(counts.map(practising)).toEqual([0.5, 0.25]);
    const { stages, replicates } = stagesOf(film, counts);
    expect(replicates).toBe(1);
    expect(stages.find(({ name }) => name === "owning")?.share).toEqual([0, 0.25]);
    expect(stages.reduce((sum, { share }) => sum + share[1]!, 0)).toBe(1);
    expect(stageTable(film, counts).rows[1]).toEqual([4, 1, 0, 1, 1, 0, 1, 1]);
  });
  test("is told by school and by teacher", () => {
    expect(schoolTable(film, 0).rows).toEqual([
      ["a", "Alder", 0.2, "not open", 2, 0, 0, 0, 0, 0, 0],
      ["b", "Birch 2", 0.6, "not in it", 2, 1, 0, 0, 1, 0, 0],
    ]);
    expect(schoolTable(film, 1).rows[1]).toEqual(["b", "Birch 2", 0.6, "in it", 2, 0, 0, 0, 0, 1, 1]);
    expect(teacherTable(film, 0).rows).toHaveLength(2);
    expect(teacherTable(film, 1).rows[1]).toEqual([4, 1, 8, "b", 0.6, 0, "owning", 1, 1]);
    expect(teacherTable(film, 1).rows[3]?.[2]).toBeNull();
  });
  test("knows who asks whom", () => {
    expect(tiesOf(film, 1)).toEqual({ asks: [0], asked: [] });
    expect(tiesOf(film, 0)).toEqual({ asks: [], asked: [1] });
    expect(insideWords.tip(film, { school: 0, slot: 1 }, 1)).toBe(
      "Teacher 8, Birch 2: owns it, at a depth of 100%; 0 of the 1 colleagues asked use it",
    );
    expect(insideWords.tip(film, { school: 1 }, 0)).toBe("Alder: is not open yet");
  });
});

describe("somebody is found", () => {
  test.for([
    ["8", { school: 0, slot: 1 }],
    [" Teacher 7 ", { school: 0, slot: 0 }],
    ["birch 2", { school: 0 }],
    ["ald", { school: 1 }],
    ["9", undefined],
    ["", undefined],
    ["-1", undefined],
  ] as const)("by “%s”", ([text, found]) => expect(find(film, text)).toEqual(found));

  test("by what the page is set to; else it is the teacher who changed most", () => {
    const at = (page: Record<string, string>) => pickedIn({ scenario: {}, page }, film);
    expect(at({ "inside.teacher": "7" })).toEqual({ school: 0, slot: 0 });
    expect(at({ "inside.school": "a" })).toEqual({ school: 1 });
    for (const page of [{}, { "inside.teacher": "99" }, { "inside.teacher": "x" }, { "inside.school": "z" }])
      expect(at(page)).toEqual({ school: 0, slot: 1 });
  });
});
