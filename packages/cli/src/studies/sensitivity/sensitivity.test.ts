import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scenario } from "@uptake/model";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { studyContext } from "../../../test-support/study-context.ts";
import { BadInput } from "../../host/fault.ts";
import { readStudy } from "../study-file.ts";
import type { StudyAnswer, StudyKind } from "../study-kind.ts";
import { sweepKind } from "../sweep/sweep.ts";
import { sensitivityKind } from "./sensitivity.ts";

const base = scenario({ district: "small-rural", strategy: "all-six-lessons", horizon: 36, target: { share: 0.4 } });
const said: string[] = [];

/** Runs a kind on fields as they stand in a file. */
async function answerOf(kind: StudyKind, fields: object): Promise<StudyAnswer> {
  said.length = 0;
  return kind.run(kind.schema.parse(fields), base, studyContext({ say: (text) => void said.push(text), seed: "a" }));
}

/** Checks what every answer must hold, and returns what its figures say. */
function sound({ tables, figures, data, notes }: StudyAnswer): string[] {
  for (const { columns, rows } of tables) {
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  }
  expect(JSON.parse(JSON.stringify(data))).toBeTypeOf("object");
  expect(notes.length).toBeGreaterThan(1);
  const { document } = new JSDOM().window;
  return figures.map(({ draw }) => draw({ document, width: 720 }).sentence);
}

const perCoach = "levers.coaching.teachersPerCoach";

describe("a sweep", () => {
  test("of a grid of two settings gives maps, a table of points and a sentence", async () => {
    const answer = await answerOf(sweepKind, {
      design: "grid",
      factors: { [perCoach]: [8, 40], "levers.coaching.start": { from: 0, to: 12, steps: 3 } },
      replicates: 4,
      outcomes: ["adoption", "target", "gap"],
    });
    expect(said).toEqual(["6 points of 4 replicates: 24 runs."]);
    expect(answer.sentence).toMatch(
      /^Over 6 settings of coaching teachers per coach and coaching start, adoption in May of year 3 under “all-six-lessons” is highest, \d+% \(\d+–\d+%\) at /,
    );
    expect(answer.checksums).toHaveLength(24);
    expect(answer.figures.map(({ name }) => name)).toEqual(["map-adoption", "map-target", "map-gap"]);
    expect(answer.tables.map(({ rows }) => rows.length)).toEqual([18, 6]);
    sound(answer);
  });
  test("of points spread over ranges and priors shows what each factor moves", async () => {
    const answer = await answerOf(sweepKind, {
      design: "latin-hypercube",
      factors: { [perCoach]: [8, 40], "trying.support": "prior", "support.floor": [0.1, 0.4] },
      points: 12,
      replicates: 1,
      outcomes: ["cost", { series: "depth50", month: 22 }],
    });
    expect(answer.figures.map(({ name }) => name)).toEqual(["effects-cost", "effects-depth50"]);
    expect(answer.notes[0]).toMatch(/^One replicate a point has no interval/);
    sound(answer);
  });
  test("refuses a row with other factors", async () => {
    const rows = [{ "trying.support": 1 }, { "peers.strength": 1 }];
    await expect(answerOf(sweepKind, { design: "rows", rows })).rejects.toThrow(
      "the row has other factors than the first",
    );
  });
});

describe("a sensitivity study", () => {
  const parameters = ["trying.support", "support", "peers.strength"];
  test("by Sobol's indices says what is luck, after a screening where there are too many", async () => {
    const answer = await answerOf(sensitivityKind, { method: "sobol", parameters, most: 3, trajectories: 4, rows: 16 });
    expect(said).toHaveLength(2);
    expect(said[1]).toBe("Sobol indices: 96 runs.");
    expect(answer.sentence).toMatch(
      /^Of the variance of adoption in May of year 3 under “all-six-lessons”, \d+% \(.*\) is luck; the largest known source/,
    );
    expect(answer.sentence).toContain("96 runs with 3 parameters varied");
    expect(answer.notes[0]).toMatch(/^Too few base samples/);
    expect(answer.tables.map(({ name }) => name)).toEqual(["indices", "effects"]);
    expect(answer.tables[0]!.rows.at(-1)![0]).toBe("luck");
    expect(sound(answer)).toHaveLength(1);
  });
  test("of a difference between two strategies runs both", async () => {
    const answer = await answerOf(sensitivityKind, {
      method: "sobol",
      parameters: ["trying.support", "peers.strength"],
      against: "business-as-usual",
      rows: 16,
    });
    expect(said).toEqual(["Sobol indices: 160 runs."]);
    expect(answer.sentence).toContain("adoption in May of year 3, “all-six-lessons” less “business-as-usual”");
    sound(answer);
  });
  test("by Morris' screening ranks parameters beside luck", async () => {
    const answer = await answerOf(sensitivityKind, { method: "morris", parameters, trajectories: 4 });
    expect(answer.sentence).toMatch(/^Of \d+ parameters, [\w.]+ moves adoption in May of year 3 under .* most, by /);
    expect(sound(answer)).toHaveLength(1);
  });
  test("refuses what does not vary", async () => {
    const flat = { method: "sobol", ranges: { "trying.support": [2, 2] } };
    await expect(answerOf(sensitivityKind, flat)).rejects.toThrow("2 to 2 is out of range");
    const unbalanced = { method: "sobol", parameters: ["trying.support"], rows: 100 };
    await expect(answerOf(sensitivityKind, unbalanced)).rejects.toThrow("100 breaks the balance of the sequence");
  });
});

describe("points in a file", () => {
  let cwd: string;
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), "uptake-points-"));
  });
  afterAll(() => rmSync(cwd, { recursive: true }));
  const read = (points: string | undefined) => {
    const host = { cwd, out: () => {}, err: () => {}, interactive: false, color: false, debug: false };
    if (points !== undefined) writeFileSync(join(cwd, "points.csv"), points);
    const rows = points === undefined ? "missing.csv" : "points.csv";
    writeFileSync(
      join(cwd, "study.yaml"),
      `kind: sweep\nscenario: { district: small-rural }\ndesign: rows\nrows: ${rows}\n`,
    );
    return readStudy(host, "study.yaml", [sweepKind]);
  };
  test("are part of the study", async () => {
    const { study } = await read("trying.support\n1\n2\n");
    expect(study).toMatchObject({ design: "rows", rows: [{ "trying.support": 1 }, { "trying.support": 2 }] });
  });
  test.for<[string | undefined, string]>([
    ["trying.support\n1\n99\n", "points.csv:3:1 trying.support: 99 is out of range (0 to 10)"],
    [undefined, "study.yaml:4:1 rows: there is no file missing.csv"],
  ])("%j is refused where it is wrong", async ([points, message]) => {
    const error = await read(points).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BadInput);
    expect((error as BadInput).message).toBe(message);
  });
});
