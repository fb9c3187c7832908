import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { bothWays, judgedWays } from "../../packages/cli/bench/both-ways.mjs";
import { findCommits } from "../../packages/cli/bench/builds.mjs";
import { sameBits, valuesOf } from "../../packages/cli/bench/figure.mjs";
import { judge, verdictOf } from "../../packages/cli/bench/judge.mjs";
import { optionsOf } from "../../packages/cli/bench/options.mjs";
import { slower } from "../../packages/cli/bench/slower.mjs";

const bench = fileURLToPath(new URL("../../packages/cli/bench/bench.mjs", import.meta.url));
const turns = fileURLToPath(new URL("../../packages/cli/bench/take-turns.mjs", import.meta.url));
const made = fileURLToPath(new URL("made-measurement.mjs", import.meta.url));
const node = (...args: string[]) => promisify(execFile)(process.execPath, args);

const plain = { name: "one", title: "one", unit: "s", older: {}, lacks: {}, now: 1 };

describe("a figure is judged", () => {
  test.for([
    [0.9, "stretch", 0],
    [1.4, "must", 0],
    [1.75, "misses", 0.25],
  ] as const)("by itself: %d %s", ([now, verdict, by]) => {
    expect(judge({ ...plain, judged: "itself", must: 1.5, stretch: 1, now })).toEqual([{ value: now, verdict, by }]);
  });

  test("by its share of each older commit's, and says so", () => {
    const figure = {
      ...plain,
      judged: "older",
      must: 0.5,
      stretch: 0.25,
      older: { a: 8, b: 2.5, c: 1 },
      now: 1,
    } as const;
    expect(judge(figure).map(({ verdict }) => verdict)).toEqual(["stretch", "must", "misses"]);
    expect(verdictOf(figure)).toBe("0.13 of a: met, and the stretch; 0.40 of b: met; 1.00 of c: misses by 0.50");
  });

  test("by the least that it must be", () => {
    const figure = { ...plain, judged: "itself", bound: "least", must: 3, stretch: 4 } as const;
    const verdicts = [2.5, 3, 4].map((now) => judge({ ...figure, now })[0]?.verdict);
    expect(verdicts).toEqual(["misses", "must", "stretch"]);
  });

  test("as met, whatever noise there is, where what is compared is one path", () => {
    const figure = { ...plain, judged: "itself", must: 1, now: 1.07 } as const;
    expect(verdictOf({ ...figure, onePath: false })).toBe("misses by 0.07");
    expect(verdictOf({ ...figure, onePath: true })).toBe("met: both ways are one path");
  });

  test("not at all where it is missing, or has no target", () => {
    expect(judge({ ...plain, judged: "itself", must: 1, now: null })).toEqual([]);
    expect(judge(plain)).toEqual([]);
  });
});

describe("what builds took", () => {
  const taken = {
    now: { seconds: { all: 1 }, facts: { sums: "a" } },
    old: { lacks: "has no such thing" },
    base: { seconds: { all: 2 }, facts: { sums: "a" } },
  };

  test("is read by build, with what one lacks", () => {
    const read = ({ all }: { all: number }) => all;
    expect(valuesOf(taken, read)).toEqual({ now: 1, older: { base: 2 }, lacks: { old: "has no such thing" } });
    const missing = valuesOf(taken, () => undefined, "no compiler");
    expect(missing).toEqual({
      now: null,
      older: {},
      lacks: { now: "no compiler", old: "has no such thing", base: "no compiler" },
    });
  });

  test("has the bits of the youngest commit, or not", () => {
    const read = ({ sums }: { sums: string }) => sums;
    expect(sameBits(taken, read)).toBe(true);
    expect(sameBits({ ...taken, base: { seconds: {}, facts: { sums: "b" } } }, read)).toBe(false);
    expect(sameBits({ now: taken.now }, read)).toBeNull();
  });

  test("is the least of the rounds, in turns; an older build may lack something, the working tree may not", async () => {
    const builds = (...names: string[]) => JSON.stringify(names.map((name) => ({ name, root: `made ${name}` })));
    const { stdout } = await node(turns, made, builds("now", "lacking", "old"), '{"given":7}');
    expect(JSON.parse(stdout)).toEqual({
      now: { seconds: { falling: 6, other: 1 }, facts: { given: 7 } },
      lacking: { lacks: "made lacking has nothing" },
      old: { seconds: { falling: 6, other: 1 }, facts: { given: 7 } },
    });
    await expect(node(turns, made, '[{"name":"now","root":"made lacking"}]', "{}")).rejects.toThrow("has nothing");
  });
});

describe("two ways are taken", () => {
  /** Takes ways of so many seconds, of which the first of a round is always slower by half. */
  const tried = async (seconds: { shared: number; one: number }, threads: number, rounds: object) => {
    const order: string[] = [];
    const take = async (way: "shared" | "one") => {
      order.push(way);
      return { wall: seconds[way] * (order.length % 2 === 1 ? 1.5 : 1), threads: way === "one" ? 1 : threads };
    };
    return { taken: await bothWays(take, { least: 2, most: 5, enough: 20, ...rounds }), order };
  };

  test("in turns, each first as often, until they took long enough", async () => {
    const { order } = await tried({ shared: 3, one: 3 }, 1, {});
    expect(order).toEqual(["shared", "one", "one", "shared", "shared", "one"]);
    expect((await tried({ shared: 30, one: 30 }, 1, {})).order).toHaveLength(4);
    expect((await tried({ shared: 0.1, one: 0.1 }, 1, {})).order).toHaveLength(10);
    expect((await tried({ shared: 30, one: 30 }, 1, { least: 1, most: 1, enough: 0 })).order).toHaveLength(2);
  });

  test("and judged by the least of each, with how far rounds lie apart, and where both are one path", async () => {
    const same = await tried({ shared: 3, one: 3 }, 1, {});
    expect(judgedWays(same.taken)).toEqual({
      now: 1,
      must: 1,
      onePath: true,
      note: "3.0 s on one thread; starts no other thread, so one path both ways; 3 rounds of 0.67–1.50",
    });
    const shared = await tried({ shared: 18, one: 30 }, 2, { least: 1, most: 1 });
    expect(judgedWays(shared.taken)).toEqual({
      now: 0.9,
      must: 0.6,
      stretch: 0.55,
      note: "30.0 s on one thread; on 2 threads; one round",
    });
    expect(judgedWays((await tried({ shared: 4, one: 3 }, 2, {})).taken)).toMatchObject({ must: 1, onePath: false });
    expect(judgedWays((await tried({ shared: 30, one: 30 }, 1, {})).taken)).not.toHaveProperty("onePath");
  });
});

describe("the command", () => {
  test("takes rows by name and several commits, and names all that it does not know", () => {
    const rows = [{ name: "month" }, { name: "help" }];
    const options = optionsOf(["--against", "a", "--against", "b", "--only", "help", "--json"], rows);
    expect(options).toMatchObject({ against: ["a", "b"], only: ["help"], json: true, record: false });
    expect(() => optionsOf(["--only", "moth", "--only", "hulp"], rows)).toThrow(
      /“moth”.*\n.*“hulp”; rows: month, help/,
    );
    expect(() => optionsOf(["--agianst", "a"], rows)).toThrow("--agianst");
  });

  test("finds commits, the youngest last, and names all revisions that are none", async () => {
    const [found] = await findCommits(["HEAD", "HEAD"]);
    expect(found?.commit).toMatch(/^[0-9a-f]{40}$/);
    await expect(findCommits(["no-such-a", "HEAD", "--no-such-b"])).rejects.toThrow(/“no-such-a”.*\n.*“--no-such-b”/);
  });

  test("ends with 2, and nothing on stdout, where a revision is unknown", async () => {
    const failed = await node(bench, "--json", "--against", "no-such-revision").catch((error) => error);
    expect(failed).toMatchObject({ code: 2, stdout: "" });
    expect(failed.stderr).toContain("no commit is called “no-such-revision”");
  });
});

test("the guard lets noise pass, and nothing slower", () => {
  expect(slower({ month: 2.59, run: 3.9 }, { month: 2, run: 3 })).toEqual([]);
  expect(slower({ month: 2.61, run: 3.9 }, { month: 2, run: 3 })).toEqual(["month"]);
  expect(slower({ month: Number.NaN }, { month: 2 })).toEqual(["month"]);
});
