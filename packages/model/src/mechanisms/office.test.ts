import { describe, expect, test } from "vitest";
import { mean, month, startState } from "../../test-support/fixtures.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { OfficeState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { changeSuperintendent, moveOffice, officeConstants, startOffice } from "./office.ts";

/** No initiatives arrive, and commitment starts at one half, whatever the draw. */
const calm: World = { "attention.arrivals": 0, "office.commitmentSd": 0 };

/** Returns the office after `months` months of `given`. */
function officeAfter(months: number, given: Partial<Month>, values: World = calm): OfficeState {
  const { office, key } = startState(values);
  const constants = officeConstants(defaultWorld(values));
  for (let t = 0; t < months; t++) moveOffice(office, constants, key, month({ t, ...given }));
  return office;
}

const only = (k: number): Float64Array => Float64Array.from({ length: 6 }, (_, i) => (i === k ? 1 : 0));

describe("on the first day", () => {
  const drawn = (values: World): OfficeState[] =>
    Array.from({ length: 200 }, (_, i) => startState(values, undefined, `${i}`).office);
  test("signals and commitment are drawn around their means, within their bounds, and at zero alike", () => {
    const usual = drawn({});
    const signals = usual.flatMap((office) => Array.from(office.signals));
    // Three standard errors of 1,200 and of 200 draws.
    expect(Math.abs(mean(signals) + 0.2)).toBeLessThan((3 * 0.3) / Math.sqrt(1200));
    expect(Math.abs(mean(usual.map(({ commitment }) => commitment)) - 0.5)).toBeLessThan((3 * 0.12) / Math.sqrt(200));
    const wide = drawn({ "direction.startSd": 1, "office.commitmentSd": 0.5 });
    const all = wide.flatMap((office) => Array.from(office.signals));
    expect([Math.min(...all), Math.max(...all)]).toEqual([-1, 1]);
    const commitments = wide.map(({ commitment }) => commitment);
    expect([Math.min(...commitments), Math.max(...commitments)]).toEqual([0.05, 1]);
    for (const { signals: own, commitment } of drawn({ "direction.startSd": 0, "office.commitmentSd": 0 }))
      expect([new Set(own), commitment]).toEqual([new Set([-0.2]), 0.5]);
  });
  test("the district's standing in exits is drawn around zero, unless it knows its own turnover", () => {
    const standings = drawn({ "exit.districtSd": 0.4 }).map(({ exitStanding }) => exitStanding);
    expect(Math.abs(mean(standings))).toBeLessThan((3 * 0.4) / Math.sqrt(200));
    expect(new Set(standings).size).toBeGreaterThan(100);
    const { key } = startState();
    const own = startOffice(defaultWorld(), key, 60, { exitLevel: 0.7, coaches: 2 });
    expect([own.exitLevel, own.exitStanding, own.coaches, own.ownCoaches]).toEqual([0.7, 0, 2, 2]);
  });
});

describe("signals", () => {
  test("move toward the practice in an engaged department alone", () => {
    for (let k = 0; k < 6; k++) {
      const { signals, signalsStart } = officeAfter(12, { departments: only(k) });
      for (let other = 0; other < 6; other++) {
        if (other === k) expect(signals[other]).toBeGreaterThan(signalsStart[other] + 0.3);
        else expect(signals[other]).toBe(signalsStart[other]);
      }
    }
  });

  test("do not move at zero engagement, pace or commitment", () => {
    const all = { departments: new Float64Array(6).fill(1) };
    const still = officeAfter(24, {});
    expect(still.signals).toEqual(still.signalsStart);
    const slow = officeAfter(24, all, { ...calm, "direction.pace": 0 });
    expect(slow.signals).toEqual(slow.signalsStart);
  });

  test("drift back to their start once nobody works at them", () => {
    const { office, key } = startState(calm);
    const constants = officeConstants(defaultWorld(calm));
    const gaps: number[] = [];
    for (let t = 0; t < 60; t++) {
      moveOffice(office, constants, key, month({ t, departments: t < 12 ? only(0) : new Float64Array(6) }));
      if (t >= 11) gaps.push(office.signals[0] - office.signalsStart[0]);
    }
    gaps.slice(1).forEach((gap, i) => expect(gap / gaps[i]).toBeCloseTo(0.97, 9));
  });
});

test("commitment follows investment in the office, and results; not without", () => {
  const start = 0.5;
  expect(officeAfter(60, {}).commitment).toBe(start);
  expect(officeAfter(60, { office: 1 }).commitment).toBeCloseTo(start + 0.4, 2);
  expect(officeAfter(60, { office: 1 }, { ...calm, "office.commitmentGain": 0 }).commitment).toBe(start);

  const { office, key } = startState(calm);
  office.meanResults = 1;
  for (let t = 0; t < 60; t++) moveOffice(office, officeConstants(defaultWorld(calm)), key, month({ t }));
  expect(office.commitment).toBeCloseTo(start + 0.1, 2);
});

test("vision clears under the vision lever, and only then", () => {
  expect(officeAfter(24, {}).vision).toBe(0.1);
  expect(officeAfter(24, { clarity: 1 }).vision).toBeCloseTo(1 - 0.9 * 0.9 ** 24, 9);
});

describe("embedding", () => {
  const aligned = { "direction.start": 1, "direction.startSd": 0 };
  const opposed = { "direction.start": -1, "direction.startSd": 0 };
  test("rises with aligned departments that work at it", () => {
    expect(officeAfter(12, { embed: 1 }, aligned).embedding).toBeCloseTo(1 - 0.96 ** 12, 9);
    expect(officeAfter(12, { coDesign: 1 }, opposed).embedding).toBeCloseTo(1 - 0.99 ** 12, 9);
  });
  test.for<[string, Partial<Month>, World]>([
    ["no work", {}, aligned],
    ["no alignment", { embed: 1 }, opposed],
    ["no effect", { embed: 1, coDesign: 1 }, { ...aligned, "embedding.pace": 0, "embedding.coDesign": 0 }],
  ])("stays at zero with %s", ([, given, values]) => {
    expect(officeAfter(36, given, values).embedding).toBe(0);
  });
});

describe("a superintendent's exit", () => {
  const raised = { departments: new Float64Array(6).fill(1), clarity: 1, office: 1 };

  /** Returns the office before and after an exit with `embedding`. */
  function exit(embedding: number, values: World = {}): { before: OfficeState; after: OfficeState } {
    const after = officeAfter(24, raised);
    after.embedding = embedding;
    const before = structuredClone(after);
    changeSuperintendent(after, officeConstants(defaultWorld(values)), startState().key, 24);
    return { before, after };
  }

  test("undoes signals, vision and commitment where nothing is embedded", () => {
    const { before, after } = exit(0);
    expect(before.vision).toBeGreaterThan(0.8);
    expect(after.signals).toEqual(after.signalsStart);
    expect(after.vision).toBe(after.visionStart);
    expect(after.commitment).toBe(after.commitmentStart);
  });
  test("undoes nothing where all is embedded", () => {
    const { before, after } = exit(1);
    after.signals.forEach((signal, k) => expect(signal).toBeCloseTo(before.signals[k], 12));
    expect(after.vision).toBeCloseTo(before.vision, 12);
    expect(after.commitment).toBeCloseTo(before.commitment, 12);
  });
  test("undoes half at half embedding", () => {
    const { before, after } = exit(0.5);
    expect(after.vision).toBeCloseTo((before.vision + before.visionStart) / 2, 12);
  });
  test("redraws authority as often as the parameter says", () => {
    expect(exit(0, { "superintendent.redraw": 0 }).after.authority).toBe(0.5);
    expect(exit(0, { "superintendent.redraw": 1 }).after.authority).not.toBe(0.5);
  });
  test("comes by shock in the month of the shock alone", () => {
    const shocked = officeAfter(24, raised);
    const { key } = startState();
    const still = { departments: new Float64Array(6), superintendentShock: 1 };
    moveOffice(shocked, officeConstants(defaultWorld(calm)), key, month({ t: 24, ...still }));
    expect(shocked.vision).toBe(shocked.visionStart);
  });
});

describe("load", () => {
  test("of competing initiatives arrives at the rate given, fades, and costs attention", () => {
    const arrivals = (rate: number): number => officeAfter(600, { initiatives: rate }, { "attention.fade": 0.01 }).load;
    expect(arrivals(0)).toBeCloseTo((0.1 * 3) / 12 / 0.01, 0);
    expect(arrivals(1)).toBeGreaterThan(3 * arrivals(0));
    const { load, attention } = officeAfter(24, { initiatives: 2 });
    expect(load).toBeGreaterThan(1);
    expect(attention).toBeLessThan(0.5);
  });
  test("is none where none arrive", () => {
    const { load, attention } = officeAfter(24, {});
    expect(load).toBe(0);
    expect(attention).toBe(1);
  });
  test("of our own levers costs attention, unless they weigh nothing", () => {
    expect(officeAfter(1, { load: 5 }).attention).toBeCloseTo(1 / 1.1, 12);
    expect(officeAfter(1, { load: 5 }, { ...calm, "attention.ownLoad": 0 }).attention).toBe(1);
  });
});

test("community rises with co-design, falls under a mandate, reverts, and else stays", () => {
  expect(officeAfter(24, {}).community).toBe(0.5);
  expect(officeAfter(24, { coDesign: 1 }).community).toBeGreaterThan(0.65);
  expect(officeAfter(24, { mandate: 1 }).community).toBeLessThan(0.4);
  const off = { ...calm, "community.coDesign": 0, "community.mandate": 0 };
  expect(officeAfter(24, { coDesign: 1, mandate: 1 }, off).community).toBe(0.5);
  const { office, key } = startState(calm);
  office.community = 0.9;
  for (let t = 0; t < 35; t++) moveOffice(office, officeConstants(defaultWorld(calm)), key, month({ t }));
  expect(office.community).toBeCloseTo(0.5 + 0.4 * 0.98 ** 35, 9);
});

test("an assessment finds out month by month, and none finds nothing", () => {
  expect(officeAfter(4, { effort: 1 }).information).toBeCloseTo(1 - 0.7 ** 4, 12);
  expect(officeAfter(4, {}).information).toBe(0);
});
