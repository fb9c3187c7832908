import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Plan, readingOf, type Strategy, strategies, version } from "@uptake/model";
import { type Ensemble, ensemble, ensembles, pairedDifference, type Summary, summariseAt } from "@uptake/study";
import { expect, test } from "vitest";
import { figure } from "./figures.ts";
import { planOf } from "./support.ts";
import { told } from "./told.ts";

// What the networks, districts and schools of the founding documents come to in their own schools, beside what is known of
// them. Nobody has counted the teachers of any of them, so nothing is held to a share; a school that a network founds round
// the practice must have mostly users, or what stands in `told.ts` says why not.

const file = new URL("stories.json", import.meta.url);
const replicates = 64;
const seed = "stories";
const horizon = 72;
const years = [1, 3, 5] as const;
/** Index of May of a year, 1 the first. */
const may = (year: number): number => 12 * year - 2;
const stories = strategies.filter(({ name }) => name in told);
const usual = "business-as-usual";

/** Says how long a plan is kept up: as it is shipped, mostly for three years, or throughout. */
const kept = { shipped: 36, throughout: horizon } as const;

type DistrictPlan = Plan["districts"][number];
type Cells = readonly (number | null)[];

/** Holds a story as it is recorded: shares with their 95% interval, by year. */
interface Story {
  readonly place: string;
  readonly known: string;
  readonly unknown: string;
  readonly source: string;
  readonly reason?: string;
  readonly runs: Readonly<Record<keyof typeof kept, Found>>;
}

/** Holds what a plan comes to; founded schools by years since they opened, the others by years since the start. */
interface Found {
  /** Teachers using or owning in schools founded, and in schools that joined; null where there are none. */
  readonly founded: readonly (Cells | null)[];
  readonly joined: readonly (Cells | null)[];
  /** Member schools that joined, a mean over replicates. */
  readonly schools: readonly number[];
  /** Added to the whole district's adoption against business as usual, paired. */
  readonly added: readonly Cells[];
}

const rounded = (value: number | null, digits = 3): number | null =>
  value === null ? null : Number(value.toFixed(digits));
const cells = ({ mean, low, high }: Pick<Summary, "mean" | "low" | "high">): Cells | null =>
  mean === null ? null : [mean, low, high].map((value) => rounded(value));

const placeOf = ({ place = "colorado-springs-d11" }: Strategy): string => place;

/** Prepares a strategy where its story is set. */
const planIn = (strategy: string, place: string, funded: number): Promise<Plan> =>
  planOf({ strategy, district: place, horizon, funded });

const usualIn = new Map<string, Promise<Ensemble>>();

/** Runs business as usual where a story is set, once. */
function runUsual(place: string): Promise<Ensemble> {
  const known =
    usualIn.get(place) ?? planIn(usual, place, kept.shipped).then((plan) => ensemble(plan, { replicates, seed }));
  usualIn.set(place, known);
  return known;
}

/** Counts the member schools that joined at an index, a mean over replicates: members but for those that were founded. */
function joinedSchools(plan: Plan, result: Ensemble, month: number): number {
  const { values, length } = result.series.get("members")!;
  let sum = 0;
  for (let r = 0; r < replicates; r++) {
    const { opens, districts } = readingOf(plan, r);
    const [{ district, founded }] = districts as [DistrictPlan];
    const open = opens >= 0 && month >= opens ? founded.length : 0;
    sum += values[r * length + month]! * (district.schools.length + open) - open;
  }
  return sum / replicates;
}

/** Says what a plan came to against business as usual. */
function found(plan: Plan, result: Ensemble, without: Ensemble): Found {
  const opens = Math.max(0, plan.opens);
  return {
    founded: years.map((year) => cells(summariseAt(result, "adoptionFounded", opens + may(year)))),
    joined: years.map((year) => cells(summariseAt(result, "adoptionJoined", may(year)))),
    schools: years.map((year) => rounded(joinedSchools(plan, result, may(year)), 1)!),
    added: years.map((year) => {
      const { estimate, low, high } = pairedDifference(without, result, "adoption", may(year));
      return [estimate, low, high].map((value) => rounded(value));
    }),
  };
}

const record: Record<string, Story> = {};

const share = (one: Cells | null): string =>
  one === null ? "none" : `${one[0]!.toFixed(2)} (${one[1]!.toFixed(2)} to ${one[2]!.toFixed(2)})`;

test.for(stories)("$name in its own schools", { timeout: 1_800_000 }, async (strategy, context) => {
  const { name } = strategy;
  const place = placeOf(strategy);
  const plans = [await planIn(name, place, kept.shipped), await planIn(name, place, kept.throughout)] as const;
  const results = (await ensembles(plans, { replicates, seed })) as [Ensemble, Ensemble]; // their common months run once
  const without = await runUsual(place);
  const runs = {
    shipped: found(plans[0], results[0], without),
    throughout: found(plans[1], results[1], without),
  };
  const { reason, ...story } = told[name]!;
  record[name] = { place, ...story, ...(reason === undefined ? {} : { reason }), runs };
  const common = { pattern: "stories", source: story.source, cases: `${replicates} replicates, ${place}` };
  for (const way of ["founded", "joined"] as const) {
    const seen = runs.throughout[way];
    if (seen.every((one) => one === null)) continue;
    const mostly = way === "founded" ? seen.slice(1).every((one) => one !== null && one[0]! > 0.5) : undefined;
    figure(context, {
      ...common,
      statistic: `${name}: share of teachers using in schools ${way}, years 1, 3 and 5${way === "founded" ? " since they opened" : ""}, kept up throughout`,
      simulated: seen.map(share).join(", "),
      ...(mostly === undefined ? {} : { tolerance: "mostly users in years 3 and 5", holds: mostly }),
      note: mostly === false && reason !== undefined ? reason : story.unknown,
    });
    if (mostly === false) expect(reason, `${name}: few use the practice in a school founded round it`).toBeDefined();
  }
  const { schools, added } = runs.throughout;
  figure(context, {
    ...common,
    statistic: `${name}: schools that joined, and points added to the district, years 1, 3 and 5, kept up throughout`,
    simulated: schools.map((count, y) => `${count} and ${share(added[y]!)}`).join(", "),
    note: story.known,
  });
});

test("Napa's practice after two decades", { timeout: 1_800_000 }, async (context) => {
  const plan = await planOf({ strategy: "napa-one-to-all", district: "napa-valley-unified", horizon: 239 });
  const result = await ensemble(plan, { replicates: 32, seed });
  const at = (series: string): string => share(cells(summariseAt(result, series, 238)));
  figure(context, {
    pattern: "stories",
    statistic: "napa-one-to-all: share of schools in the programme, and of all teachers using, in May of year 20",
    simulated: `${at("members")} and ${at("adoption")}`,
    observed: "from one school to every school of the district; the share of teachers was found nowhere",
    source: told["napa-one-to-all"]!.source,
    cases: "32 replicates",
  });
});

test("every network, MC2, Porterville and Napa are told", () => {
  const networks = strategies.filter(({ kind }) => kind === "network").map(({ name }) => name);
  expect(stories.map(({ name }) => name).sort()).toEqual(
    [
      ...networks.filter((name) => name !== "big-picture-subset"),
      "mc2-stem",
      "napa-one-to-all",
      "porterville-linked-learning",
    ].sort(),
  );
  expect(stories.filter(({ name }) => told[name]!.reason !== undefined).length).toBeLessThanOrEqual(2);
});

test("the stories are as recorded", () => {
  const all = {
    model: `uptake ${version}`,
    how: `Where each is set, seed “stories”, replicates 0 to ${replicates - 1} in the kept worlds over ${horizon} months.`,
    replicates,
    years,
    kept,
    stories: record,
  };
  if (process.env.UPDATE_FIGURES === "1") writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  const recorded = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  // JSON has no NaN and no undefined: what a world has no value for is null there.
  const written: unknown = JSON.parse(JSON.stringify(all));
  expect(written, "differs from stories.json; record it with pnpm figures").toEqual(recorded);
});
