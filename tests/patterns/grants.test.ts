import { strategies } from "@uptake/model";
import { type Ensemble, ensembles, pairedDifference, summariseAt } from "@uptake/study";
import { beforeAll, expect, test } from "vitest";
import { figure } from "./figures.ts";
import { planOf } from "./support.ts";
import { short, withInterval } from "./worlds.ts";

// Grants of the size that partnerships had, in a district of a partnership's size, beside what is known of them: one
// provider's claim about students reached (V13), and what so little money can add (P22).

const month = 34;
const replicates = 128;
const district = "partnership-district";
const grants = strategies.filter(({ kind }) => kind === "grant");
const common = { cases: `${replicates} kept worlds, ${district}, paired; 95% interval` };

let usual: Ensemble;
const results = new Map<string, Ensemble>();

beforeAll(async () => {
  const names = ["business-as-usual", ...grants.map(({ name }) => name)];
  const plans = await Promise.all(names.map((strategy) => planOf({ strategy, district, horizon: month })));
  const all = await ensembles(plans, { replicates, seed: "grants" });
  usual = all[0]!;
  for (const [place, name] of names.entries()) results.set(name, all[place]!);
}, 1_800_000);

const at = (result: Ensemble, series: string): string => {
  const { mean, low, high } = summariseAt(result, series, month);
  return `${short(mean!)} (${short(low!)}–${short(high!)})`;
};

test.for(grants)("what $name adds", ({ name, title }, context) => {
  const { estimate, low, high } = pairedDifference(usual, results.get(name)!, "adoption", month);
  const holds = estimate! < 0.12;
  figure(context, {
    ...common,
    pattern: "P22",
    statistic: `${title}: use added by May of year 3 in a district of 29,284 students (share of teachers)`,
    simulated: withInterval({ mean: estimate!, low, high, replicates }),
    observed: "no count; grants of about $0.3k a teacher and year",
    tolerance: "under .120, the mean",
    holds,
    source: "costs, V13",
  });
  expect(holds).toBe(true);
});

test.for([
  ["studentsEver", "students reached once or more by May of year 3", "over .70, the provider's claim"],
  ["studentsTwice", "students who meet it in two teachers' classes, May of year 3", "the aim, .80; no count"],
] as const)("%s beside the claim", ([series, what, observed], context) => {
  for (const { name, title } of grants) {
    figure(context, {
      ...common,
      pattern: "V13",
      statistic: `${title}: ${what} (share of students)`,
      simulated: `${at(results.get(name)!, series)}; without the grant ${at(usual, series)}`,
      observed,
      source: "V13",
      note: "two districts in one, of made-up schools; who already practises at the start reaches students too",
    });
  }
  // A student reached in two classes is reached once.
  expect(summariseAt(usual, "studentsTwice", month).mean).toBeLessThanOrEqual(
    summariseAt(usual, "studentsEver", month).mean!,
  );
});
