import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type NetworkPattern, networkPattern } from "../../test-support/network-pattern.ts";
import { populationNumbers } from "../evidence/population.ts";
import { derive, rootKey } from "../numerics/random.ts";
import { MOST_TIES } from "./degrees.ts";
import type { School } from "./district.ts";
import { layOut } from "./layout.ts";
import { drawNetwork } from "./network.ts";
import { type NetworkStatistics, networkStatistics } from "./network-statistics.ts";

const world = Object.fromEntries(populationNumbers.map((parameter) => [parameter.name, parameter.default]));
const school = (id: string, teachers: number): School => ({
  id,
  name: id,
  level: "elementary",
  enrolment: 15 * teachers,
  teachers,
  lowIncomeShare: 0.5,
});

/** Draws `rounds` districts with schools of the sizes given, and returns the statistics of every school. */
function simulate(sizes: readonly number[], rounds: number, values: Record<string, number> = {}): NetworkStatistics[] {
  const here = { ...world, ...values };
  const layout = layOut(
    sizes.map((size, s) => school(`school ${s}`, size)),
    [],
    here,
  );
  return Array.from({ length: rounds }, (_, round) =>
    drawNetwork(layout, here, derive(rootKey("network"), round)),
  ).flatMap((network) => sizes.map((_, s) => networkStatistics({ ...layout, ...network }, s)));
}

test.each([12, 20, 35, 50, 80])("has the pattern of real advice networks (P9) in schools of %d", (size) => {
  const { outDegree, reciprocity, clustering, sameTeamOdds, mostAsked } = networkPattern(simulate([size, size], 150));
  expect(outDegree).toBeGreaterThan(3);
  expect(outDegree).toBeLessThan(3.8);
  expect(reciprocity).toBeGreaterThan(0.2);
  expect(reciprocity).toBeLessThan(0.5);
  // In a school of 12, asking 3.5 of 11 colleagues closes this many triangles by itself.
  expect(clustering).toBeGreaterThan(0.2);
  expect(clustering).toBeLessThan(0.62);
  expect(sameTeamOdds).toBeGreaterThan(2.3);
  expect(sameTeamOdds).toBeLessThan(4.5);
  expect(mostAsked).toBeGreaterThan(2);
});

test("never repeats a tie or points to self, in schools of any size", () => {
  const sizes = [1, 2, 3, 1, 5, 13, 200, 4];
  for (const values of [
    {},
    { "network.crossSchool": 1 },
    { "network.closure": 1, "network.reciprocity": 1 },
    { "network.outDegree": 12 },
  ]) {
    const layout = layOut(
      sizes.map((size, s) => school(`s${s}`, size)),
      [],
      world,
    );
    const { tieStart, ties } = drawNetwork(layout, { ...world, ...values }, rootKey("edge"));
    for (let i = 0; i < tieStart.length - 1; i++) {
      const targets = Array.from(ties.subarray(tieStart[i], tieStart[i + 1]));
      expect(targets.length).toBeLessThanOrEqual(MOST_TIES);
      expect(new Set(targets).size).toBe(targets.length);
      expect(targets).not.toContain(i);
      expect(targets.every((target) => target >= 0 && target < tieStart.length - 1)).toBe(true);
    }
  }
});

test("a teacher alone in a one-school district asks nobody", () => {
  const layout = layOut([school("a", 1)], [], world);
  expect(Array.from(drawNetwork(layout, { ...world, "network.outDegree": 12 }, rootKey("a")).tieStart)).toEqual([0, 0]);
});

test("each part of the draw does what its parameter says", () => {
  const ordinary = networkPattern(simulate([40, 40], 100));
  const without = (values: Record<string, number>): NetworkPattern => networkPattern(simulate([40, 40], 100, values));
  expect(without({ "network.reciprocity": 0 }).reciprocity).toBeLessThan(0.6 * ordinary.reciprocity);
  expect(without({ "network.closure": 0 }).clustering).toBeLessThan(ordinary.clustering - 0.05);
  expect(Math.abs(without({ "network.sameTeamOdds": 1 }).sameTeamOdds - 1)).toBeLessThan(0.05);
  expect(without({ "network.popularitySpread": 0 }).mostAsked).toBeLessThan(ordinary.mostAsked - 0.5);
  for (const cross of [0, 0.03, 0.3]) {
    const share =
      1 - without({ "network.crossSchool": cross }).outDegree / without({ "network.crossSchool": 0 }).outDegree;
    expect(Math.abs(share - cross)).toBeLessThan(0.006 + cross / 10);
  }
});

const folder = new URL("../../../../../shared/data/teacher-advice-networks/", import.meta.url);
if (!existsSync(folder)) console.warn("skipped: the ten schools' advice networks are not beside the repository");

describe.skipIf(!existsSync(folder))("the ten observed schools", () => {
  const rows = (file: string): number[][] =>
    readFileSync(new URL(file, folder), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map(Number));
  const observe = (): { size: number; statistics: NetworkStatistics }[] => {
    const dyads = rows("dyads.csv");
    return rows("schools.csv").map(([id, , staff]) => {
      const size = staff!;
      const own = dyads.filter((row) => row[0] === id);
      // Teams are the classes of "same grade", each named by its first member.
      const team = Uint16Array.from({ length: size }, (_, i) => i);
      for (const [, a, b, , , , same] of own)
        if (same) team[Math.max(a!, b!) - 1] = Math.min(team[Math.max(a!, b!) - 1]!, Math.min(a!, b!) - 1);
      const tieStart = new Int32Array(size + 1);
      const ties: number[] = [];
      for (let i = 0; i < size; i++) {
        for (const [, from, to, asks] of own) if (from === i + 1 && asks) ties.push(to! - 1);
        tieStart[i + 1] = ties.length;
      }
      return {
        size,
        statistics: networkStatistics(
          { schoolStart: Int32Array.of(0, size), team, tieStart, ties: Int32Array.from(ties) },
          0,
        ),
      };
    });
  };

  test("have the published statistics, which pins the definitions", () => {
    const round = (value: number | null): number => Math.round((value ?? -1) * 100) / 100;
    expect(
      observe().map(({ statistics: s }) => [s.ties, s.maxInDegree, round(s.reciprocity), round(s.clustering)]),
    ).toEqual([
      [61, 8, 0.1, 0.26],
      [103, 15, 0.39, 0.54],
      [54, 6, 0.22, 0.38],
      [76, 8, 0.18, 0.33],
      [314, 31, 0.31, 0.33],
      [172, 23, 0.29, 0.38],
      [107, 13, 0.45, 0.38],
      [15, 4, 0.13, 0.2],
      [46, 8, 0.52, 0.45],
      [81, 10, 0.62, 0.66],
    ]);
  });

  test("agree with schools of the same sizes as drawn", () => {
    const schools = observe();
    const observed = networkPattern(schools.map(({ statistics }) => statistics));
    const drawn = networkPattern(
      simulate(
        schools.map(({ size }) => size),
        300,
        { "network.crossSchool": 0 },
      ),
    );
    const print = (of: NetworkPattern): string =>
      Object.entries(of)
        .map(([name, value]) => `${name} ${value.toFixed(2)}`)
        .join(", ");
    console.info(`observed: ${print(observed)}\ndrawn:    ${print(drawn)}`);
    const gap = (name: keyof NetworkPattern): number => Math.abs(drawn[name] / observed[name] - 1);
    for (const name of ["outDegree", "reciprocity", "clustering", "sameTeamOdds"] as const)
      expect([name, gap(name) < 0.12]).toEqual([name, true]);
    expect(gap("mostAsked")).toBeLessThan(0.2);
  });
});
