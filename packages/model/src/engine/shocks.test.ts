import { describe, expect, test } from "vitest";
import { five, mean, printOf, runOf, type Snapshot, watchOf } from "../../test-support/fixtures.ts";
import type { World } from "../evidence/parameter.ts";
import type { ScenarioInput } from "../scenario/scenario.ts";
import type { Shock } from "../scenario/shock.ts";
import { shockKinds } from "../scenario/shock-kinds.ts";

const programme: ScenarioInput["levers"] = {
  entry: { cohorts: 1, every: 1 },
  coaching: {},
  departments: {},
  vision: {},
  improvement: {},
};
const scenario = (shocks: Shock[], values: World = {}): ScenarioInput => ({
  horizon: 48,
  levers: programme,
  survey: true,
  shocks,
  parameters: { draw: "fixed", values },
});
const watched = (shocks: Shock[], values: World = {}) => watchOf(scenario(shocks, values));

describe.for(shockKinds)("$kind", ({ kind, range }) => {
  test("changes no bit before it comes, and the run after", async () => {
    const [hit, spared] = [await watched([{ kind, month: 15, size: range[1] }]), await watched([])];
    expect(hit.slice(0, 16).map(printOf)).toEqual(spared.slice(0, 16).map(printOf));
    expect(hit.slice(16).map(printOf)).not.toEqual(spared.slice(16).map(printOf));
  });
  test("changes no bit at size zero", async () => {
    const [hit, spared] = [await runOf(scenario([{ kind, month: 5, months: 30, size: 0 }])), await runOf(scenario([]))];
    expect(printOf(hit)).toBe(printOf(spared));
  });
});

test("a wave of turnover empties posts in the Julys it covers, and is not felt in other months", async () => {
  const hires = (trace: Snapshot[]) => [12, 24, 36].map((m) => trace[m].nextPerson - trace[m - 1].nextPerson);
  const usual = hires(await watched([]));
  const wave = hires(await watched([{ kind: "turnover-wave", month: 18, months: 12, size: 3 }]));
  expect(wave[0]).toBe(usual[0]);
  expect(wave[1]).toBeGreaterThan(usual[1] + 15);
  expect(wave[2]).toBeLessThan(wave[1] - 10);
  const outside = await runOf(scenario([{ kind: "turnover-wave", month: 12, months: 11, size: 3 }]));
  expect(printOf(outside)).toBe(printOf(await runOf(scenario([]))));
});

test("a pause in coaching takes all hours in its window, and none outside", async () => {
  const trace = await watched([{ kind: "coaching-pause", month: 14, months: 4 }]);
  const coached = trace.map(({ school }) => mean(school.hours) > 0);
  for (let m = 10; m <= 24; m++) expect(coached[m]).toBe(m < 15 || m > 18);
});

test("a budget cut cuts costs in its window alone", async () => {
  const spent = async (shocks: Shock[]) => (await runOf(scenario(shocks))).measures.cost.monthly;
  const [cut, usual] = [await spent([{ kind: "budget-cut", month: 14, months: 3, size: 1 }]), await spent([])];
  expect(cut.subarray(0, 14)).toEqual(usual.subarray(0, 14));
  expect([...cut.subarray(14, 17)]).toEqual([0, 0, 0]);
  expect(cut[17]).toBeGreaterThan(0);
  expect(usual[15]).toBeGreaterThan(0);
});

test("a superintendent's exit undoes what is not embedded, at once", async () => {
  const trace = await watched([{ kind: "superintendent-exit", month: 9 }], {
    "superintendent.exit": 0.001,
    "embedding.pace": 0,
  });
  const gain = trace.map(({ office }) => mean(office.signals) - mean(office.signalsStart));
  expect(gain[9]).toBeGreaterThan(0.3);
  expect(gain[10]).toBeLessThan(0.15);
  expect(trace[10].office.vision).toBeLessThan(0.2);
});

test("policy churn brings initiatives in its window, which fade after", async () => {
  const quiet = { "attention.arrivals": 0 };
  const trace = await watched([{ kind: "policy-churn", month: 6, months: 12, size: 2 }], quiet);
  const load = trace.map(({ office }) => office.load);
  expect(load.slice(0, 7)).toEqual(Array(7).fill(0));
  expect(load[18]).toBeGreaterThan(0.5);
  for (let m = 19; m < 48; m++) expect(load[m]).toBeCloseTo(load[m - 1] * (1 - 0.056), 12);
});

test("hostile accountability raises pressure in its window alone", async () => {
  const calm = { "results.weight": 0 };
  const trace = await watched([{ kind: "hostile-accountability", month: 6, months: 6, size: 0.2 }], calm);
  const [base, ...rest] = trace.slice(1).map(({ school }) => mean(school.pressure));
  rest.forEach((pressure, i) => expect(pressure).toBeCloseTo(base + (i + 1 >= 6 && i + 1 < 12 ? 0.2 : 0), 12));
});

test("a survey gap silences the survey in its window, and changes no run that does not read one", async () => {
  const without: ScenarioInput = { horizon: 24, survey: true };
  const gap = await runOf({ ...without, shocks: [{ kind: "survey-gap", month: 6, months: 6 }] });
  const { response, reported } = gap.measures.survey!;
  for (let m = 0; m <= 24; m++) {
    const silent = m > 6 && m <= 12;
    expect(response[m]).toBeCloseTo(silent ? 0 : 0.7, 12);
    expect(Number.isNaN(reported[m])).toBe(silent);
  }
  expect(gap.checksum).toBe((await runOf(without)).checksum);
});

describe("a forced exit of principals, paired", () => {
  /** Every principal alike, and none leaves but by the shock. */
  const alike = {
    "principal.exit": 0.0001,
    "principal.supportSd": 0,
    "principal.knowledgeSd": 0,
    "principal.preparation": 0,
  };
  const leadership = async (shocks: Shock[], values: World = {}) =>
    (await watchOf({ horizon: 48, shocks, parameters: { draw: "fixed", values: { ...alike, ...values } } })).map(
      ({ school }) => Array.from(school.principal),
    );
  /** Returns how far leadership is down in each school, by index. */
  const dips = async (values: World = {}) => {
    const [hit, spared] = [
      await leadership([{ kind: "principal-exit", month: 11 }], values),
      await leadership([], values),
    ];
    return hit.map((schools, m) => schools.map((x, s) => (m === 0 ? 0 : 1 - x / spared[m][s])));
  };

  test("is a dip that halves every nine months, deeper with poverty", async () => {
    const dip = await dips();
    expect(dip[11]).toEqual([0, 0, 0, 0, 0]);
    for (const s of five.schools.keys()) {
      expect(dip[12][s]).toBeGreaterThan(0.15);
      expect(dip[21][s] / dip[12][s]).toBeCloseTo(0.5, 1);
      expect(dip[48][s]).toBeLessThan(0.03);
    }
    expect(dip[12][4]).toBeGreaterThan(dip[12][0] + 0.05);
  });
  test("is none where principals come without a dip", async () => {
    for (const schools of (await dips({ "principal.dip": 0 })).slice(11))
      for (const x of schools) expect(x).toBeCloseTo(0, 9);
  });
  test("costs support while it lasts", async () => {
    const support = async (shocks: Shock[]) =>
      (await watchOf({ horizon: 14, shocks, parameters: { draw: "fixed", values: alike } })).map(({ school }) =>
        mean(school.support),
      );
    const [hit, spared] = [await support([{ kind: "principal-exit", month: 6 }]), await support([])];
    expect(hit[6]).toBe(spared[6]);
    expect(hit[7]).toBeLessThan(spared[7] - 0.005);
    expect(spared[14] - hit[14]).toBeLessThan(spared[7] - hit[7]);
  });
});
