import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ownFolder } from "../../test-support/own-folder.ts";

const own = ownFolder();
const { uptake } = own;

/** Splits a command as a shell does: at blanks, but for what stands between single quotes. */
function words(command: string): string[] {
  const found: string[] = [];
  for (const [, text = ""] of command.matchAll(/((?:'[^']*'|\\.|[^\s'\\])+)/g))
    found.push(text.replaceAll(/'([^']*)'|\\(.)/g, "$1$2"));
  return found;
}

/** Lists the commands that an answer prints. */
const printed = (text: string): string[][] =>
  [...text.matchAll(/(?:Next: |with: |as in: |^ {7}|Run it: |Run with: )\s*uptake (.*?)(?: \(uptake .*)?$/gm)].map(
    ([, command = ""]) => words(command),
  );

const seed = "it's $(touch gone) `a`; b & c";
const asked = ["--target", "40%", "--seed", seed, "--replicates", "1", "--months", "36"];

describe("a command that is printed runs as it stands, and asks what was asked", () => {
  test("by start, of a roster", async () => {
    writeFileSync(
      join(own.cwd, "our schools.csv"),
      "school,level,enrolment,low_income,teachers\nA,high,90,9,5\nB,middle,80,20,6\nC,elementary,70,30,4\n",
    );
    const roster = ["--roster", "our schools.csv", "--format", "generic"];
    const { out } = await uptake("start", ...roster, ...asked);
    const commands = printed(out);
    expect(commands.map(([name]) => name)).toEqual(["run", "compare", "list"]);
    for (const command of commands.slice(0, 2)) {
      expect(command).toEqual(expect.arrayContaining([...roster, ...asked]));
      const { code, err } = await uptake(...command, "--no-bottleneck");
      expect([code, err]).toEqual([0, ""]);
    }
    expect((await uptake(...commands[2]!)).code).toBe(0);
    expect(readdirSync(own.cwd)).not.toContain("gone");
  });
  test("in the first line of scenario.yaml, with a seed that a shell would run", async () => {
    await uptake("run", "--district", "small-rural", ...asked, "--no-bottleneck", "--out", "first");
    const [command] = printed(readFileSync(join(own.cwd, "first/scenario.yaml"), "utf8"));
    expect(command).toEqual(["run", "scenario.yaml", "--replicates", "1", "--seed", seed]);
    const again = await uptake("run", "first/scenario.yaml", ...command!.slice(2), "--json", "--no-bottleneck");
    const { data } = JSON.parse(readFileSync(join(own.cwd, "first/answer.json"), "utf8"));
    expect(JSON.parse(again.out).checksums).toEqual(data.checksums);
  });
  test("not even by a seed that would end the line", async () => {
    const lines = ["--seed", "a\nstrategy: mandate"];
    await uptake("run", "--district", "small-rural", "--months", "3", "--replicates", "1", ...lines, "--out", "out");
    const text = readFileSync(join(own.cwd, "out/scenario.yaml"), "utf8");
    expect(text.split("\n")[0]).toMatch(/^# Run with: uptake run scenario\.yaml --replicates 1 \(.*receipt\.json\)$/);
    expect(text).toContain("strategy: business-as-usual");
  });
  test("by population, list and a study file of another kind", async () => {
    const place = ["--district", "small-rural", "--seed", seed];
    const people = await uptake("population", ...place, "--out", "the people");
    const [use] = printed(people.out);
    expect(use).toEqual(expect.arrayContaining(["--population", "the people", ...place]));
    expect((await uptake(...use!, "--replicates", "1", "--months", "3")).code).toBe(0);
    const [run] = printed((await uptake("list", "strategies", "napa-one-to-all")).out);
    expect(run).toEqual(["run", "--strategy", "napa-one-to-all", "--district", "napa-valley-unified"]);
    expect((await uptake(...run!, "--replicates", "1", "--months", "3", "--no-bottleneck")).code).toBe(0);
    writeFileSync(join(own.cwd, "a study.yaml"), "kind: explain\nscenario: { district: small-rural, horizon: 3 }\n");
    const { err } = await uptake("compare", "a study.yaml");
    const [study] = printed(err);
    expect(study).toEqual(["study", "a study.yaml"]);
    expect((await uptake(...study!)).code).toBe(0);
  });
});

describe("budgets", () => {
  const small = ["--district", "small-rural", "--months", "24", "--replicates", "1"];
  test("scale a plan down, and say so", async () => {
    const argv = ["run", "--strategy", "coaching-only", ...small, "--no-bottleneck"];
    const { cost } = JSON.parse((await uptake(...argv, "--json")).out);
    const { out } = await uptake(...argv, "--budget", "150k");
    expect(out).toMatch(
      /\n“coaching-only” is scaled to the budget of \$150k: its intensities are multiplied by 0\.\d+, /,
    );
    const { budget } = JSON.parse((await uptake(...argv, "--budget", "$150,000", "--json")).out);
    expect(budget).toMatchObject({ dollars: 150_000, factor: expect.any(Number) });
    expect(budget.plannedCost).toBeLessThanOrEqual(150_750);
    expect(cost.total).toBeGreaterThan(150_000);
  });
  test("leave a plan that costs less as it is", async () => {
    const argv = ["run", "--strategy", "mandate", ...small, "--no-bottleneck", "--json"];
    const [with3m, without] = [await uptake(...argv, "--budget", "30M"), await uptake(...argv)];
    expect(JSON.parse(with3m.out).checksums).toEqual(JSON.parse(without.out).checksums);
    expect(JSON.parse(with3m.out).budget.factor).toBe(1);
  });
  test.for([
    ["run", "--strategy", "all-six-lessons", ...small],
    ["compare", "coaching-only", "all-six-lessons", ...small],
    ["explain", "all-six-lessons", ...small.slice(0, 4)],
  ])("below the cheapest plan are refused by %s, with nothing left", async (argv) => {
    const { code, out, err } = await uptake(...argv, "--budget", "10", "--out", "results");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(
      /^error: --budget: \$10 is too little for “all-six-lessons”: the strategy costs \$[\d,]+ however/m,
    );
    expect(readdirSync(own.cwd)).toEqual([]);
  });
  test("leave out of a first look what costs more, and say so; where nothing is left they are refused", async () => {
    const study = (strategies: string): string =>
      `kind: start\nscenario: { district: small-rural, horizon: 12 }\nreplicates: 1\nbudget: 10\nstrategies: ${strategies}\n`;
    writeFileSync(join(own.cwd, "s.yaml"), study("[business-as-usual, mandate, all-six-lessons]"));
    const { code, out } = await uptake("study", "s.yaml", "--out", "results");
    expect(code).toBe(0);
    expect(out).toMatch(/\n“all-six-lessons” is left out: the strategy costs \$[\d,]+ however little is done, /);
    writeFileSync(join(own.cwd, "t.yaml"), study("[business-as-usual, all-six-lessons]"));
    const refused = await uptake("study", "t.yaml", "--out", "other");
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/^error: t\.yaml:4:1 budget: \$10 is too little for “all-six-lessons”/);
    expect(readdirSync(own.cwd)).not.toContain("other");
  });
  test.for([
    ["much", "error: --budget: “much” is not a sum of money"],
    ["0", "error: --budget: 0 is out of range"],
    ["-3M", "error: --budget: “-3M” is not a sum of money"],
  ])("of %s are refused", async ([sum, error]) => {
    const { code, err } = await uptake("run", ...small, "--budget", sum);
    expect(code).toBe(2);
    expect(err).toContain(error);
  });
});
