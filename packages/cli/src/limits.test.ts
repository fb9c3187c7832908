import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listeningHost } from "../test-support/listening-host.ts";
import { main } from "./command-line.ts";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-limits-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(cwd, name), text);
  return name;
};

interface Ran {
  readonly code: number | null;
  readonly err: string;
  /** Milliseconds of the processor that it took, which a busy machine leaves as they are. */
  readonly took: number;
}

/** Runs the command line here. */
async function uptake(...argv: readonly string[]): Promise<Ran> {
  const host = listeningHost(cwd);
  const begun = process.cpuUsage();
  const code = await main(argv, host);
  const { user, system } = process.cpuUsage(begun);
  return { code, err: host.said.err, took: (user + system) / 1000 };
}

/** Most that ten times as much may take, in times of what a tenth takes: the work must not grow with the square. */
const mostTimes = 40;
/** Least that a tenth is taken to take, in milliseconds, so that chance on a busy machine decides nothing. */
const leastTook = 100;

/** Returns what comes of an input of a size, and expects that it takes no more than in proportion to a tenth of it. */
async function inProportion(size: number, run: (size: number) => Promise<Ran>): Promise<Ran> {
  await run(10);
  const small = await run(size / 10);
  const large = await run(size);
  expect(large.took).toBeLessThan(mostTimes * Math.max(small.took, leastTook));
  return large;
}

const many = <T>(size: number, one: (i: number) => T): T[] => Array.from({ length: size }, (_, i) => one(i));
const school = (id: string, more: object = {}): object => ({
  id,
  name: id,
  level: "high",
  enrolment: 100,
  teachers: 10,
  lowIncomeShare: 0.5,
  ...more,
});
const district = (id: string, schools: readonly object[], more: object = {}): object => ({
  id,
  name: id,
  source: "made up",
  schools,
  ...more,
});

/** Expects the first hundred faults and a count of the rest. */
function expectCounted({ code, err }: Ran, faults: number): void {
  const lines = err.trimEnd().split("\n");
  expect(code).toBe(2);
  expect(lines.length).toBeGreaterThanOrEqual(101);
  expect(lines.length).toBeLessThan(110);
  const rest = Number(/ (\S+) more faults are not listed$/.exec(err.trimEnd())?.[1]?.replaceAll(",", ""));
  expect(rest + lines.length - 1).toBe(faults);
}

describe("very many faults are told of by the first hundred and a count, in time", () => {
  test("in the rows of a roster", async () => {
    const row = "A,high,ten,2,3\n";
    const found = await inProportion(125_000, (size) =>
      uptake(
        "import",
        file("r.csv", `school,level,enrolment,low_income,teachers\n${row.repeat(size)}`),
        "--format",
        "generic",
      ),
    );
    expectCounted(found, 125_000);
  });
  test("in the schools of a district file", async () => {
    const found = await inProportion(125_000, (size) => {
      file(
        "d.json",
        JSON.stringify(
          district(
            "d",
            many(size, (i) => school(`s${i}`, { enrolment: 0 })),
          ),
        ),
      );
      return uptake("run", file("s.yaml", "district: d.json\n"));
    });
    expectCounted(found, 125_000);
  });
  test("in teachers of schools that there are none of", async () => {
    const found = await inProportion(10_000, (size) => {
      const teachers = many(size, (teacher) => ({
        teacher,
        school: `schol ${teacher}`,
        team: 0,
        experience: 3,
        disposition: 0,
        threshold: 0.2,
        stage: "using",
      }));
      const schools = many(200, (i) => school(`school ${i}`, { teachers: Math.max(1, size / 200) }));
      file("d.json", JSON.stringify(district("d", schools, { population: { teachers, ties: [] } })));
      return uptake("run", file("s.yaml", "district: d.json\n"));
    });
    // Those of the schools too, which none of the teachers are in.
    expectCounted(found, 10_200);
    expect(found.err).toContain("did you mean school 0?");
  });
  test("in levers that there are none of", async () => {
    const found = await inProportion(10_000, (size) =>
      uptake("run", file("s.yaml", `levers:\n${many(size, (i) => `  coachin${i}: {}\n`).join("")}`)),
    );
    expectCounted(found, 10_000);
    expect(found.err).toContain("did you mean coaching?");
  });
  test("in shocks to districts that there are none of", async () => {
    const found = await inProportion(4_000, (size) => {
      const ids = many(size, (i) => `06${String(i).padStart(5, "0")}`);
      file("d.json", JSON.stringify(ids.map((id) => district(id, [school(`s ${id}`)]))));
      const shock = { kind: "budget-cut", month: 3, districts: ids.map((id) => `${id}x`) };
      return uptake("run", file("s.yaml", `district: d.json\nshocks: ${JSON.stringify([shock])}\n`));
    });
    expectCounted(found, 4_000);
    expect(found.err).toContain("did you mean 0600000?");
  });
  test("in the columns of a table of worlds", async () => {
    const found = await inProportion(4_000, (size) =>
      uptake("run", "--worlds", file("w.csv", `version,world,${many(size, (i) => `support.flo${i}`).join()}\n`)),
    );
    expect(found.code).toBe(2);
    expect(found.err).toMatch(/ more faults are not listed\n$/);
  });
});

describe("a scenario at its limits is read, and beyond them refused:", () => {
  const nested = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  const aliases = (count: number): string => `a: &a 1\nb: [${many(count, () => "*a").join(", ")}]\n`;
  test.for<[what: string, within: string, beyond: string, error: string]>([
    ["nesting", `a: ${nested(30)}\n`, `a: ${nested(65)}\n`, "nests deeper than 64 levels"],
    ["aliases", aliases(100), aliases(101), "is beyond the 100 aliases read"],
    [
      "texts",
      `a: ${"x".repeat(9_999)}\n`,
      `a: ${"x".repeat(10_001)}\n`,
      "holds a text of 10001 characters; the limit is 10,000",
    ],
    [
      "words and marks",
      `a: [${"1,".repeat(50_000)}]\n`,
      `a: [${"1,".repeat(150_001)}]\n`,
      "has more than 300,000 words and marks, the limit",
    ],
    [
      "size",
      `#${"x".repeat(9_000)}\n`.repeat(100),
      `#${"x".repeat(9_000)}\n`.repeat(120),
      "has a little over 1 MB; the limit is 1 MB",
    ],
  ])("%s", async ([, within, beyond, error]) => {
    expect((await uptake("run", file("s.yaml", within))).err).not.toContain(error);
    const found = await uptake("run", file("s.yaml", beyond));
    expect(found.code).toBe(2);
    expect(found.err).toContain(error);
  });
  test("districts of JSON too", async () => {
    file("s.yaml", "district: d.json\n");
    file("d.json", `{"id": ${nested(64)}}`);
    expect((await uptake("run", "s.yaml")).err).toContain("d.json: nests deeper than 64 levels");
    file(
      "d.json",
      JSON.stringify(district("d", [school("s", { raceShares: Object.fromEntries(many(51, (i) => [`g${i}`, 0])) })])),
    );
    expect((await uptake("run", "s.yaml")).err).toMatch(/raceShares: has more than 50 groups/);
    const shares = (from: number): object => ({ raceShares: Object.fromEntries(many(26, (i) => [`g${from + i}`, 0])) });
    file("d.json", JSON.stringify(district("d", [school("s", shares(0)), school("t", shares(26))])));
    expect((await uptake("run", "s.yaml")).err).toContain(
      "the schools have shares of 52 groups in all (at most 50 groups)",
    );
  });
});
