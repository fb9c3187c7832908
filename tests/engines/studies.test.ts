import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../packages/cli/src/command-line.ts";
import { shippedKinds } from "../../packages/cli/src/studies/kind-heads.ts";
import { listeningHost } from "../../packages/cli/test-support/listening-host.ts";
import { inOtherEngine } from "../architecture/other-engine.ts";

/**
 * Checksums of what small studies of every kind answer, the same on every engine and machine. A change here means that
 * results change, or what an answer holds. `UPDATE_PINS=1 npx vitest run tests/engines` writes them anew.
 */
const file = new URL("studies.json", import.meta.url);

const schools = [
  { id: "a", name: "Ash", level: "elementary", enrolment: 180, teachers: 9, lowIncomeShare: 0.7 },
  { id: "b", name: "Birch", level: "elementary", enrolment: 120, teachers: 6, lowIncomeShare: 0.4 },
  { id: "c", name: "Cedar", level: "middle", enrolment: 160, teachers: 8, lowIncomeShare: 0.2 },
  { id: "d", name: "Dogwood", level: "high", enrolment: 210, teachers: 10, lowIncomeShare: 0.5 },
];
const scenario = {
  district: { id: "hill", name: "Hill", source: "Made up", schools },
  strategy: "coaching-only",
  levers: { coaching: { intensity: "1 - 0.5 ^ ((t + 1) / 5) ^ 1.1" }, investment: { time: 0.4 } },
  horizon: 24,
  target: { share: 0.3, month: 20 },
};

/** One small study of each kind. */
const studies: Readonly<Record<string, object>> = {
  start: { strategies: ["business-as-usual", "coaching-only"], replicates: 4 },
  run: { replicates: 6, bottleneck: false },
  compare: { strategies: ["mandate"], cap: 8, bottleneck: false },
  explain: { teacher: "most changed", school: "a", replicate: 2 },
  sweep: {
    design: "latin-hypercube",
    factors: { "levers.coaching.teachersPerCoach": [8, 40], "peers.strength": "prior" },
    points: 6,
    replicates: 4,
  },
  sensitivity: { method: "sobol", parameters: ["trying"], most: 3, trajectories: 2, rows: 16 },
  stress: { strategies: ["coaching-only", "mandate"], draws: 40 },
  optimise: {
    budgets: [400_000, 900_000],
    decisions: { "levers.coaching.teachersPerCoach": [10, 120], "levers.investment.time": [0, 1] },
    population: 4,
    generations: 3,
    replicates: 4,
    planning: 2,
    finalists: 1,
    finalReplicates: 8,
  },
  calibrate: {
    series: [
      { month: 2, share: 0.25, respondents: 30 },
      { month: 9, share: 0.35, respondents: 25 },
      { month: 20, share: 0.4, respondents: 20 },
    ],
    parameters: [{ name: "start.adoption", range: [0.05, 0.4] }, "trying.intercept"],
    particles: 20,
    simulations: 60,
    predictive: 20,
  },
  attribute: { replicates: 3, assumptions: { contagion: "complex" }, minimumBudget: { chance: 0.5, halvings: 2 } },
  rivals: { strategies: ["coaching-only", "institutes-only", "mandate"], replicates: 8 },
};

/** Does something in a folder of its own, which is gone afterwards. */
async function inFolder<T>(act: (cwd: string) => Promise<T>): Promise<T> {
  const cwd = mkdtempSync(join(tmpdir(), "uptake-engines-"));
  try {
    return await act(cwd);
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** Runs a study in this thread and returns its files by name. */
async function filesOf(kind: string, cwd: string): Promise<Map<string, Buffer>> {
  writeFileSync(join(cwd, "s.yaml"), JSON.stringify({ kind, seed: "uptake", scenario, ...studies[kind] }));
  const host = listeningHost(cwd, true);
  expect([await main(["study", "s.yaml", "--threads", "1", "--out", "r"], host), host.said.err]).toEqual([0, ""]);
  return new Map(readdirSync(join(cwd, "r")).map((name) => [name, readFileSync(join(cwd, "r", name))]));
}

const checksum = (files: ReadonlyMap<string, Buffer>): string => {
  const { data, checksums } = JSON.parse(files.get("answer.json")!.toString());
  return createHash("sha256")
    .update(JSON.stringify([data, checksums]))
    .digest("hex")
    .slice(0, 16);
};

const pins = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;

test.for(Object.keys(studies))(
  "a study of the kind %s gives its pinned answer, and the same files where Math.exp and the like differ in the last place",
  { timeout: 60_000 },
  async (kind) => {
    const here = await inFolder((cwd) => filesOf(kind, cwd));
    const there = await inFolder((cwd) => inOtherEngine(() => filesOf(kind, cwd)));
    const differ = [...here].filter(([name, content]) => there.get(name)?.equals(content) !== true);
    expect([differ.map(([name]) => name), there.size]).toEqual([[], here.size]);
    if (process.env["UPDATE_PINS"] === "1") {
      pins[kind] = checksum(here);
      writeFileSync(file, `${JSON.stringify(pins, null, 2)}\n`);
    }
    expect(checksum(here)).toBe(pins[kind]);
  },
);

test("every kind is pinned", () => {
  expect(Object.keys(studies).sort()).toEqual(shippedKinds.map(({ kind }) => kind).sort());
});
