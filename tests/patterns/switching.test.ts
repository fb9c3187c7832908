import { type Observer, prepare, type ScenarioInput, scenario, simulate, type World } from "@uptake/model";
import { neutralInnovation } from "@uptake/study/patterns";
import { type Probability, wilson } from "@uptake/study/statistics";
import { beforeAll, describe, expect, test } from "vitest";
import { needs, sharedFile } from "../shared.ts";
import { figure } from "./figures.ts";
import { readRecords } from "./records.ts";
import { identicalSchools } from "./support.ts";
import { short, worldSets } from "./worlds.ts";

// P10. Of a district's schools that may still switch, the share that does within a year: a quarter or less or nearly all
// where the district decides, anything between where schools follow each other.

/** One district-year in which a school switched, of at least `fewest` that could. */
const fewest = 5;
const low = 0.25;
const high = 0.8;

/** Describes the shares of many district-years: how many lie at either end, and how bimodal they are. */
function shapeOf(shares: readonly number[]): {
  readonly middle: number;
  readonly sarle: number;
  /** Of those in the upper two fifths, the share in the topmost: over a half where there is a second mode. */
  readonly top: Probability;
  readonly nearlyAll: Probability;
  readonly text: string;
} {
  const n = shares.length;
  const part = (holds: (share: number) => boolean): number => shares.filter(holds).length;
  const middle = wilson(
    part((share) => share > low && share < high),
    n,
  );
  const sarle = sarleOf(shares);
  const upper = part((share) => share >= 0.6);
  const top = wilson(
    part((share) => share >= high),
    upper,
  );
  const ends = `a quarter or less ${short(part((share) => share <= low) / n, 2)}, four fifths or more ${short(part((share) => share >= high) / n, 2)}`;
  return {
    middle: middle.probability,
    sarle,
    top,
    nearlyAll: wilson(
      part((share) => share >= high),
      n,
    ),
    text: `in between ${short(middle.probability, 2)} (${short(middle.low, 2)}–${short(middle.high, 2)}), ${ends}; Sarle's coefficient ${short(sarle, 2)}; ${Math.round(top.probability * upper)} district-years at .8–1 beside ${upper - Math.round(top.probability * upper)} at .6–.8`,
  };
}

/** Returns Sarle's coefficient of bimodality with its correction for small samples: .56 for an even spread, 1 for two points. */
function sarleOf(values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const moment = (power: number): number => values.reduce((sum, value) => sum + (value - mean) ** power, 0) / n;
  const skew = ((moment(3) / moment(2) ** 1.5) * Math.sqrt(n * (n - 1))) / (n - 2);
  const excess = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (moment(4) / moment(2) ** 2 - 3) + 6);
  return (skew ** 2 + 1) / (excess + (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)));
}
const evenSpread = 5 / 9;

/** Why a mandate of the model is less of a yes or no than a board's decision. */
const oneByOne =
  "a board decides for its schools on one day; the model's mandate enrols them one by one at a rate that goes with authority and legitimacy, so an office of middling authority ends a year half way";

/** Reads the district-years of schools that are poor enough and were not in the provision the year before. */
function observedShares(rows: readonly Record<string, string>[], years: [string, string][], kind: "CEP" | "any") {
  const shares: number[] = [];
  for (const [before, after] of years) {
    const districts = new Map<string, [number, number]>();
    for (const row of rows) {
      const [from, to] = [row[`provision_${before}`]!, row[`provision_${after}`]!];
      if (from === "" || to === "" || !(Number(row[`frpm_${before}`]) / Number(row[`enrol_${before}`]) >= 0.6))
        continue;
      if (kind === "CEP" ? from === "CEP" : from !== "none") continue;
      const [switched, eligible] = districts.get(row.district_cd!) ?? [0, 0];
      const switches = kind === "CEP" ? to === "CEP" : to !== "none";
      districts.set(row.district_cd!, [switched + (switches ? 1 : 0), eligible + 1]);
    }
    for (const [switched, eligible] of districts.values())
      if (switched > 0 && eligible >= fewest) shares.push(switched / eligible);
  }
  return shares;
}

const schools = 20;
const teachers = 30;
const years = 5;
const districts = 200;

/** Watches, each August, which schools are members (`joins`) or have more than half their teachers using (`adopts`). */
function watchSchools(kind: "joins" | "adopts", seen: boolean[][]): Observer {
  return {
    name: kind,
    observe({ school, counts }, index) {
      if (index % 12 === 0)
        seen.push(
          Array.from({ length: schools }, (_, s) =>
            kind === "joins"
              ? school.member[s] === 1
              : 2 * (counts.stages[6 * s + 3]! + counts.stages[6 * s + 4]!) > teachers,
          ),
        );
      return 0;
    },
  };
}

/** Runs one district in each of many worlds and returns the shares of its district-years. */
async function simulatedShares(
  kind: "joins" | "adopts",
  world: (r: number) => World,
  input: ScenarioInput,
): Promise<number[]> {
  const shares: number[] = [];
  for (let r = 0; r < districts; r++) {
    const plan = await prepare(
      scenario({
        district: identicalSchools(schools, teachers),
        horizon: 12 * years,
        funded: 12 * years,
        ...input,
        parameters: { draw: "fixed", values: world(r) },
      }),
    );
    const seen: boolean[][] = [];
    simulate(plan, { seed: "switching", replicate: r, observers: [watchSchools(kind, seen)] });
    for (let year = 0; year < years; year++) {
      const eligible = seen[year]!.flatMap((inside, s) => (inside ? [] : [s]));
      const switched = eligible.filter((s) => seen[year + 1]![s]).length;
      if (switched > 0 && eligible.length >= fewest) shares.push(switched / eligible.length);
    }
  }
  return shares;
}

describe("P10 switches within a district-year", () => {
  const file = sharedFile("data/ca-meal-provision-adoption/ca_provision_2012_13_to_2015_16.csv");
  let observed: string;
  let clustered: ReturnType<typeof shapeOf>;
  beforeAll(() => {
    if (!file) return;
    const rows = readRecords(file);
    const last: [string, string][] = [
      ["13_14", "14_15"],
      ["14_15", "15_16"],
    ];
    const community = observedShares(rows, last, "CEP");
    const any = observedShares(rows, [["12_13", "13_14"], ...last], "any");
    clustered = shapeOf(community);
    observed = `Community Eligibility, ${community.length} district-years: ${clustered.text}; any provision, ${any.length}: ${shapeOf(any).text}`;
  });

  test("under a mandate and under peer spread", async (context) => {
    needs(context, "the school meals of California beside the repository", file);
    const kept = worldSets["kept worlds"];
    const cases: [string, "joins" | "adopts", (r: number) => World, ScenarioInput][] = [
      ["schools enrolled by a mandate", "joins", kept, { strategy: "mandate" }],
      ["schools that answer an open call", "joins", kept, { strategy: "volunteers-only" }],
      [
        "schools in which over half the teachers use a neutral innovation, by peers alone",
        "adopts",
        (r) => neutralInnovation(kept(r)),
        {},
      ],
      [
        "schools in which over half the teachers use the practice, under a mandate",
        "adopts",
        kept,
        { strategy: "mandate" },
      ],
    ];
    const shapes: ReturnType<typeof shapeOf>[] = [];
    for (const [name, kind, world, input] of cases) {
      const shares = await simulatedShares(kind, world, input);
      const shape = shapeOf(shares);
      shapes.push(shape);
      figure(context, {
        pattern: "P10",
        statistic: `share of eligible schools switching within a district-year: ${name}`,
        simulated: shape.text,
        ...(kind === "joins" && input.strategy === "mandate" ? { observed } : {}),
        source: "ca-meal-provision-adoption",
        cases: `${shares.length} district-years of ${districts} districts of ${schools} schools, each in a kept world, with a switch and at least ${fewest} schools that could`,
      });
    }
    const [mandate, call, peers] = shapes as [typeof clustered, typeof clustered, typeof clustered];
    const three = [mandate, call, peers];
    const intervals = (which: "top" | "nearlyAll"): string =>
      three
        .map((shape) => shape[which])
        .map((found) => `${short(found.probability, 2)} (${short(found.low, 2)}–${short(found.high, 2)})`)
        .join(", ");
    const direction = mandate.nearlyAll.low > Math.max(call.nearlyAll.high, peers.nearlyAll.high);
    figure(context, {
      pattern: "P10",
      statistic: "share of district-years in which four fifths or more switch: a mandate, an open call, peer spread",
      simulated: intervals("nearlyAll"),
      observed: `district decision: ${short(clustered.nearlyAll.probability, 2)} (${short(clustered.nearlyAll.low, 2)}–${short(clustered.nearlyAll.high, 2)})`,
      tolerance: "more under a mandate than under either other, intervals apart",
      holds: direction,
      source: "ca-meal-provision-adoption",
    });
    expect(direction).toBe(true);
    figure(context, {
      pattern: "P10",
      statistic:
        "a second mode at the top under a mandate, none under an open call or peer spread: district-years at .8–1 among those at .6–1",
      simulated: intervals("top"),
      observed: `district decision: ${short(clustered.top.probability, 2)} (${short(clustered.top.low, 2)}–${short(clustered.top.high, 2)})`,
      tolerance: "intervals above .5, below it and below it",
      holds: mandate.top.low > 0.5 && call.top.high < 0.5 && peers.top.high < 0.5,
      source: "ca-meal-provision-adoption",
      note: `${oneByOne}: the top is flat, not a mode`,
    });
    figure(context, {
      pattern: "P10",
      statistic: "Sarle's coefficient under a mandate, an open call and peer spread",
      simulated: three.map(({ sarle }) => short(sarle, 2)).join(", "),
      observed: `district decision: ${short(clustered.sarle, 2)}`,
      tolerance: "above .56 (an even spread), below it and below it",
      holds: mandate.sarle > evenSpread && call.sarle < evenSpread && peers.sarle < evenSpread,
      source: "ca-meal-provision-adoption",
      note: "it rises with skew as well as with a second mode: peer spread has one mode, at the low end, and a long tail",
    });
    const size = mandate.middle <= wilson(Math.round(26 * clustered.middle), 26).high;
    figure(context, {
      pattern: "P10",
      statistic: "share of district-years in between, under a mandate",
      simulated: short(mandate.middle, 2),
      observed: short(clustered.middle, 2),
      tolerance: `at most ${short(wilson(Math.round(26 * clustered.middle), 26).high, 2)}, the upper end of the interval of what was observed`,
      holds: size,
      source: "ca-meal-provision-adoption",
      note: oneByOne,
    });
  });
});
