import { readFileSync } from "node:fs";
import {
  type District,
  type NetworkStatistics,
  networkStatistics,
  type Observer,
  type Population,
  type Scenario,
} from "@uptake/model";
import { expect, test } from "vitest";
import { type NetworkPattern, networkPattern } from "../../packages/model/test-support/network-pattern.ts";
import { needs, sharedFile } from "../shared.ts";
import { planOf, report, runs, show } from "./support.ts";

// P9. Advice networks of the populations that runs start from, beside those of ten observed schools.

const print = (p: NetworkPattern): string =>
  `asked ${p.outDegree.toFixed(2)}, reciprocity ${p.reciprocity.toFixed(2)}, clustering ${p.clustering.toFixed(2)}, same-team odds ${p.sameTeamOdds.toFixed(2)}, most asked ${p.mostAsked.toFixed(1)} × the mean`;

/** Collects the statistics of every school of at least `least` teachers in the populations that runs start from. */
async function drawn(
  district: Scenario["district"],
  draw: "fixed" | "sampled",
  replicates: number,
  least: number,
  values = {},
): Promise<NetworkStatistics[]> {
  const all: NetworkStatistics[] = [];
  const watch: Observer = {
    name: "population",
    observe: ({ population }, index) => {
      if (index > 0) return 0;
      const { schoolStart } = population as Population;
      for (let s = 0; s + 1 < schoolStart.length; s++)
        if (schoolStart[s + 1]! - schoolStart[s]! >= least) all.push(networkStatistics(population, s));
      return population.teachers;
    },
  };
  const plan = await planOf({ district, horizon: 1, parameters: { draw, values } });
  runs(plan, replicates, "networks", () => [watch]);
  return all;
}

const within = (p: NetworkPattern): void => {
  expect(p.outDegree).toBeGreaterThan(2);
  expect(p.outDegree).toBeLessThan(5);
  expect(p.reciprocity).toBeGreaterThan(0.1);
  expect(p.reciprocity).toBeLessThan(0.6);
  expect(p.clustering).toBeGreaterThan(0.2);
  expect(p.clustering).toBeLessThan(0.6);
  expect(p.sameTeamOdds).toBeGreaterThan(2);
  expect(p.sameTeamOdds).toBeLessThan(4.5);
  expect(p.mostAsked).toBeGreaterThan(2);
};

test.each([
  ["colorado-springs-d11", "fixed", 12],
  ["colorado-springs-d11", "sampled", 24],
  ["large-urban", "sampled", 6],
] as const)("P9 in %s, worlds %s", async (district, draw, replicates) => {
  const schools = await drawn(district, draw, replicates, 12);
  const all = networkPattern(schools);
  const sizes = [
    [12, 25],
    [25, 50],
    [50, 400],
  ].map(([low, high]) => networkPattern(schools.filter((s) => s.teachers >= low! && s.teachers < high!)).outDegree);
  report(
    "P9",
    `${district}, ${draw}, ${schools.length} schools: ${print(all)}; asked by size 12–24, 25–49, 50+: ${sizes.map((d) => d.toFixed(2)).join(", ")} (2–5, .1–.6, .2–.6, about 3, over 2)`,
  );
  within(all);
  for (const outDegree of sizes) {
    expect(outDegree).toBeGreaterThan(2);
    expect(outDegree).toBeLessThan(5);
  }
});

test("P9 beside the ten observed schools", async (context) => {
  const folder = needs(
    context,
    "the ten schools' advice networks beside the repository",
    sharedFile("data/teacher-advice-networks"),
  );
  const rows = (file: string): number[][] =>
    readFileSync(`${folder}/${file}`, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map(Number));
  const dyads = rows("dyads.csv");
  const observed = rows("schools.csv").map(([id, , staff]) => {
    const size = staff!;
    const own = dyads.filter((row) => row[0] === id);
    const team = Uint16Array.from({ length: size }, (_, i) => i);
    for (const [, a, b, , , , same] of own)
      if (same) team[Math.max(a!, b!) - 1] = Math.min(team[Math.max(a!, b!) - 1]!, Math.min(a!, b!) - 1);
    const tieStart = new Int32Array(size + 1);
    const ties: number[] = [];
    for (let i = 0; i < size; i++) {
      for (const [, from, to, asks] of own) if (from === i + 1 && asks) ties.push(to! - 1);
      tieStart[i + 1] = ties.length;
    }
    return networkStatistics({ schoolStart: Int32Array.of(0, size), team, tieStart, ties: Int32Array.from(ties) }, 0);
  });
  const district: District = {
    id: "ten",
    name: "Ten schools",
    source: "Sizes of the observed schools",
    schools: observed.map(({ teachers }, s) => ({
      id: `school-${s}`,
      name: `School ${s}`,
      level: "elementary",
      enrolment: 15 * teachers,
      teachers,
      lowIncomeShare: 0.5,
    })),
  };
  const schools = await drawn(district, "fixed", 60, 1, { "network.crossSchool": 0 });
  const real = networkPattern(observed);
  const ours = networkPattern(schools);
  const inside = (name: "outDegree" | "reciprocity" | "clustering"): number => {
    const range = observed.map((s) => s[name] ?? 0);
    const share = schools.map((s) => s[name]).filter((value) => value !== null);
    return share.filter((value) => value >= Math.min(...range) && value <= Math.max(...range)).length / share.length;
  };
  report("P9", `ten observed schools: ${print(real)}`);
  report(
    "P9",
    `drawn at their sizes: ${print(ours)} (each within 12%, most asked 20%); schools inside the observed range: asked ${show(inside("outDegree"))}, reciprocity ${show(inside("reciprocity"))}, clustering ${show(inside("clustering"))}`,
  );
  for (const name of ["outDegree", "reciprocity", "clustering", "sameTeamOdds"] as const)
    expect([name, Math.abs(ours[name] / real[name] - 1) < 0.12]).toEqual([name, true]);
  expect(Math.abs(ours.mostAsked / real.mostAsked - 1)).toBeLessThan(0.2);
});
