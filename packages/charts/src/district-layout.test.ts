import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { districtLayout, type SeatedSchool } from "./district-layout.ts";

/** Makes schools of teams of given sizes. */
function district(schools: readonly (readonly number[])[]): { schools: SeatedSchool[]; team: number[] } {
  const team: number[] = [];
  return {
    schools: schools.map((teams, s) => {
      const first = team.length;
      teams.forEach((size, t) => void team.push(...Array.from({ length: size }, () => t)));
      return { name: `Elementary ${s}`, lowIncomeShare: ((s * 7) % 10) / 10, teachers: team.length - first, first };
    }),
    team,
  };
}

const teams = fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 9 });

describe("a district laid out", () => {
  property.prop([fc.array(teams, { minLength: 1, maxLength: 30 }), fc.integer({ min: 354, max: 1200 })], {
    numRuns: 60,
  })("has everyone in a place of their own, in the frame of their school", (sizes, width) => {
    const { schools, team } = district(sizes);
    const { pitch, x, y, boxes, lines, height } = districtLayout(schools, team, { width });
    expect(boxes.map(({ school }) => school).toSorted((a, b) => a - b)).toEqual(schools.map((_, s) => s));
    const faults: string[] = [];
    for (const box of boxes) {
      const { first, teachers } = schools[box.school]!;
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      for (let i = first; i < first + teachers; i++) {
        expect(x[i]! - pitch / 2).toBeGreaterThan(box.x);
        expect(x[i]! + pitch / 2).toBeLessThan(box.x + box.width);
        expect(y[i]! - pitch / 2).toBeGreaterThan(box.y);
        expect(y[i]! + pitch / 2).toBeLessThan(box.y + box.height);
        for (let j = first; j < i; j++) {
          const apart = Math.max(Math.abs(x[i]! - x[j]!), Math.abs(y[i]! - y[j]!));
          if (!(apart > pitch - 0.01)) faults.push(`${i} and ${j} share a place`);
          // Neighbours without a gap are of one team.
          if (x[i] === x[j] && Math.abs(y[i]! - y[j]!) < 1.2 * pitch && team[i] !== team[j])
            faults.push(`${i} and ${j} look like one team`);
        }
      }
    }
    expect(faults).toEqual([]);
    boxes.forEach((box, b) => {
      const next = boxes[b + 1];
      if (next) expect(next.y > box.y || next.x > box.x + box.width).toBe(true);
    });
    const shares = boxes.map(({ school }) => schools[school]!.lowIncomeShare);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(lines[0]!.low).toBe(shares[0]);
    expect(lines.at(-1)!.high).toBe(shares.at(-1));
  });

  test("keeps to its width, and makes dots as large as the room allows", () => {
    const { schools, team } = district(Array.from({ length: 40 }, () => [6, 6, 6, 6, 6]));
    const [roomy, tight] = [900, 300].map((most) => districtLayout(schools, team, { width: 800, most }));
    expect(roomy!.pitch).toBeGreaterThan(tight!.pitch);
    for (const { boxes } of [roomy!, tight!])
      expect(Math.max(...boxes.map((box) => box.x + box.width))).toBeLessThanOrEqual(800.5);
  });

  test("shortens names and keeps the number that tells schools apart", () => {
    const { schools, team } = district(Array.from({ length: 12 }, () => [4, 4]));
    const labels = districtLayout(schools, team, { width: 354, most: 100 }).boxes.map(({ label }) => label);
    expect(labels.filter((label) => label.endsWith("11") || label.endsWith("10"))).toHaveLength(2);
    expect(Math.max(...labels.map((label) => label.length))).toBeLessThan("Elementary 1".length);
  });

  test("shortens the names of schools that a number tells apart alike, whatever their size", () => {
    const { schools, team } = district(
      Array.from({ length: 12 }, (_, i) => Array.from({ length: 1 + (i % 4) }, () => 6)),
    );
    const labels = districtLayout(schools, team, { width: 354, most: 200 }).boxes.map(({ label }) => label);
    const stems = labels.map((label) => label.replace(/ ?\d+$/, "")).filter((stem) => stem !== "");
    expect(stems.length).toBeGreaterThan(6);
    expect(stems[0]).toMatch(/^E/);
    expect(new Set(stems).size).toBe(1);
  });

  test("leaves a letter of what a school is wherever there is room for one", () => {
    const { schools, team } = district(Array.from({ length: 12 }, () => [6]));
    const { boxes } = districtLayout(schools, team, { width: 354, most: 100 });
    expect(boxes.map(({ label }) => label)).toEqual(boxes.map(({ school }) => `E${school}`));
  });
});
