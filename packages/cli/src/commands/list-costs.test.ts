import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { main } from "../command-line.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-costs-"));
  writeFileSync(join(cwd, "own.yaml"), own);
  writeFileSync(join(cwd, "changed.yaml"), changed);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const own = `name: Coaching in waves
district: small-rural
strategy:
  name: Waves
  levers: { entry: { cohorts: 0.5 }, coaching: { teachersPerCoach: 15 } }
`;
const changed = "district: small-rural\nstrategy: coaching-only\nlevers: { coaching: { teachersPerCoach: 15 } }\n";

async function uptake(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const host = listeningHost(cwd);
  const code = await main(argv, host);
  return { code, ...host.said };
}

/** Returns what one plan is planned to cost. */
async function costOf(...argv: string[]): Promise<number> {
  const { code, out, err } = await uptake("list", "strategies", ...argv, "--cost", "--json");
  expect([code, err]).toEqual([0, ""]);
  const found = JSON.parse(out) as { plannedCost: number }[];
  expect(found).toHaveLength(1);
  return found[0]!.plannedCost;
}

describe("what one plan is planned to cost", () => {
  test("is told of a scenario file, where the file says", async () => {
    const { code, out } = await uptake("list", "strategies", "own.yaml", "--cost");
    expect(code).toBe(0);
    expect(out).toMatch(/^Coaching in waves +\$\d+k +own\.yaml$/m);
    expect(out).toContain("Planned for Small rural district");
    expect(out).toContain("as in: uptake run own.yaml --budget 1M");
  });

  test("is told of a strategy, as among all of them", async () => {
    const all = await uptake("list", "strategies", "--cost", "--district", "small-rural", "--json");
    const listed = (JSON.parse(all.out) as { name: string; plannedCost: number }[]).find(
      ({ name }) => name === "mandate",
    );
    expect(await costOf("mandate", "--district", "small-rural")).toBe(listed?.plannedCost);
    const { out } = await uptake("list", "strategies", "mandate", "--cost", "--district", "small-rural");
    expect(out).toContain("as in: uptake run --strategy mandate --district small-rural --budget 1M");
  });

  test("is refused of what is neither", async () => {
    const { code, err } = await uptake("list", "strategies", "mandat", "--cost");
    expect([code, err]).toEqual([2, expect.stringContaining("no strategy is called “mandat”; did you mean mandate?")]);
    expect((await uptake("list", "levers", "--cost")).err).toContain("is of use only with: uptake list strategies");
  });
});

describe("a plan of one's own", () => {
  test.for(["own.yaml", "changed.yaml"])("is scaled to a budget: %s", async (file) => {
    const budget = Math.round((await costOf(file)) / 2);
    const { code, out, err } = await uptake("run", file, "--budget", String(budget), "--replicates", "2");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/is scaled to the budget of \$\d+k: its intensities are multiplied by 0\.\d+/);
  });
});
