import { type District, defaultWorld } from "@uptake/model";
import { expect, test } from "vitest";
import { needs, sharedFile } from "../shared.ts";
import { figure } from "./figures.ts";
import { estimate, mean, planOf, runs, show } from "./support.ts";
import { type DistrictYear, readDistricts, readPanel, sizeable, texas } from "./texas.ts";

// A district's own figures: does its turnover of six years tell the seventh better than what size, poverty and state give?

const panelFolder = sharedFile("data/tx-district-staffing");
const rosterFolder = sharedFile("data/tx-campus-roster");
const years = 3;

/** Runs districts for three years in the records' defaults for Texas; returns each one's mean share leaving a year. */
async function leavingOf(districts: readonly District[], seed: string): Promise<Map<string, number>> {
  const values = defaultWorld(texas);
  const plan = await planOf({ district: districts, horizon: 12 * years, parameters: { draw: "fixed", values } });
  const left = new Map<string, number>();
  runs(plan, 1, seed, () => {
    let before: Int32Array | undefined;
    return [
      {
        name: "leaving",
        observe({ district, teacher }, index) {
          if (index === 0) before = undefined;
          if (index % 12 === 11) before = teacher.person.slice();
          if (index % 12 !== 0 || before === undefined) return 0;
          const here = new Set(teacher.person);
          const gone = before.reduce((sum, person) => sum + (here.has(person) ? 0 : 1), 0);
          left.set(district.id, (left.get(district.id) ?? 0) + gone / before.length / years);
          return 0;
        },
      },
    ];
  });
  return left;
}

test("a district's own turnover of six years against the model's, for the seventh", async (context) => {
  needs(context, "the calibration sets of Texas beside the repository", panelFolder && rosterFolder);
  const rows = sizeable(readPanel(panelFolder!)).filter(({ charter }) => !charter);
  const byDistrict = new Map<string, DistrictYear[]>();
  for (const row of rows) byDistrict.set(row.district, [...(byDistrict.get(row.district) ?? []), row]);
  const rate = (of: readonly DistrictYear[]): number => mean(of.map(({ left, teachers }) => left / teachers));
  const known = readDistricts(rosterFolder!).flatMap((district) => {
    const all = byDistrict.get(district.id) ?? [];
    const [six, seventh] = [all.filter(({ year }) => year < 7), all.filter(({ year }) => year === 7)];
    if (six.length < 6 || seventh.length === 0) return [];
    const turnover = Math.min(0.6, rate(six));
    return [{ district, own: { ...district, own: { turnover } }, turnover, seventh: rate(seventh) }];
  });
  const model = await leavingOf(
    known.map(({ district }) => district),
    "own turnover",
  );
  const own = await leavingOf(
    known.map((one) => one.own),
    "own turnover",
  );
  const errors = (by: ReadonlyMap<string, number>): number[] =>
    known.map(({ district, seventh }) => Math.abs(by.get(district.id)! - seventh));
  const [without, withOwn] = [errors(model), errors(own)];
  const gain = estimate(without.map((error, i) => error - withOwn[i]!));
  const asked = mean(known.map(({ turnover }) => turnover));
  const realised = mean(known.map(({ district }) => own.get(district.id)!));
  const holds = gain.mean - 1.96 * gain.error > 0;
  figure(context, {
    pattern: "staffing",
    statistic: "Texas, mean error for 2018-19 of the model's turnover and of a start from the district's own six years",
    simulated: `${show(mean(without))} and ${show(mean(withOwn))}, less by ${show(gain.mean)} ± ${show(1.96 * gain.error)}`,
    observed: "turnover of 2018-19",
    tolerance: "less with its own figures, beyond error",
    holds,
    source: "tx-district-staffing, tx-campus-roster",
    cases: `${known.length} districts of 30 or more teachers, no charters; one run each`,
  });
  figure(context, {
    pattern: "staffing",
    statistic: "Texas, turnover of three simulated years that start from the districts' own figure, mean of districts",
    simulated: show(realised),
    observed: show(asked),
    tolerance: "within .01",
    holds: Math.abs(realised - asked) < 0.01,
    source: "tx-district-staffing",
    cases: `${known.length} districts, 3 years, one run each`,
  });
  expect(holds).toBe(true);
  expect(Math.abs(realised - asked)).toBeLessThan(0.01);
}, 120_000);
