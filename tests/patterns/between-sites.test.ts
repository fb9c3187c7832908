import type { World } from "@uptake/model";
import { betweenSites, dispersion, intraclassCorrelation, neutralInnovation } from "@uptake/study/patterns";
import { meanInterval } from "@uptake/study/statistics";
import { beforeAll, describe, expect, test } from "vitest";
import { needs, sharedFile } from "../shared.ts";
import { figure } from "./figures.ts";
import { readRecords } from "./records.ts";
import { estimate, noExits } from "./support.ts";
import { keptOf, measureWorlds, shareOf, short, spreadOf, withInterval, worldSets } from "./worlds.ts";

// P5. Under the same parameters sites end up apart: how far, beside the classic diffusion sets with many sites.

const bounds = betweenSites.statistics.correlation!.bounds!;
const tolerance = `${short(bounds[0])}–${short(bounds[1])}`;
const source = "V1b; diffusion-classics";
const within = ({ mean }: { readonly mean: number }): boolean => mean >= bounds[0] && mean <= bounds[1];

/** Adopters and members by site; `last` is the last time at which adoption was recorded. */
function sitesOf(file: string, site: string, last: number): { adopters: number[]; members: number[] } {
  const found = new Map<string, [number, number]>();
  for (const person of readRecords(file)) {
    const [adopters, members] = found.get(person[site]!) ?? [0, 0];
    found.set(person[site]!, [adopters + (Number(person.toa) <= last ? 1 : 0), members + 1]);
  }
  const all = Array.from(found.values());
  return { adopters: all.map(([adopters]) => adopters), members: all.map(([, members]) => members) };
}

/** The correlation and its standard error, leaving out one site at a time. */
function observedIn({ adopters, members }: ReturnType<typeof sitesOf>): { correlation: number; error: number } {
  const without = members.map((_, s) =>
    intraclassCorrelation(
      adopters.filter((_, k) => k !== s),
      members.filter((_, k) => k !== s),
    ),
  );
  const { error } = estimate(without);
  return { correlation: intraclassCorrelation(adopters, members), error: error * (members.length - 1) };
}

/** Correlations at the end of `count` runs of one kind. */
async function correlations(worlds: (r: number) => World, count: number, levers = {}): Promise<number[]> {
  const found: number[] = [];
  for (let r = 0; r < count; r++) found.push((await dispersion(worlds(r), `P5 ${r}`, levers)).correlation);
  return found;
}

describe("P5 sites under the same parameters", () => {
  let villages: { correlation: number; error: number };
  let cities: { correlation: number; error: number };
  let observed: string;
  beforeAll(() => {
    const korean = sharedFile("data/diffusion-classics/korean_family_planning.csv");
    const medical = sharedFile("data/diffusion-classics/med_innovations.csv");
    if (!korean || !medical) return;
    villages = observedIn(sitesOf(korean, "village", 10));
    cities = observedIn(sitesOf(medical, "city", 17));
    observed = `25 Korean villages ${short(villages.correlation)} (s.e. ${short(villages.error)}); 4 US cities of physicians ${short(cities.correlation)} (s.e. ${short(cities.error)}, too few sites to tell)`;
  });

  test("the villages differ beyond chance, by what is on record", (context) => {
    needs(context, "the classic diffusion sets beside the repository", villages);
    expect(villages.correlation).toBeCloseTo(0.0407, 4);
    expect(cities.correlation).toBeCloseTo(-0.026, 3);
    expect(villages.correlation - 2 * villages.error).toBeGreaterThan(0);
  });

  test.for([
    ["fixed world", 40],
    ["kept worlds", 240],
  ] as const)("a neutral innovation that spreads by itself: %s", async ([name, count], context) => {
    needs(context, "the classic diffusion sets beside the repository", villages);
    const found = await measureWorlds(betweenSites, worldSets[name], count);
    const mean = meanInterval(found.correlation!);
    figure(context, {
      pattern: "P5",
      statistic: `between-site intraclass correlation of final adoption, neutral innovation, ${name}`,
      simulated: `${spreadOf(found.correlation!, bounds)}; adoption ${spreadOf(found.adoption!)}`,
      observed,
      tolerance,
      holds: within(mean),
      source,
      cases: `${count} runs of 80 schools of 36 teachers, 60 months`,
      note: "analysis-of-variance estimator, so binomial noise is taken out; the mean is what must lie within",
    });
    expect(mean.low).toBeGreaterThan(0);
    expect(within(mean)).toBe(true);
    if (name !== "kept worlds") return;
    const kept = keptOf(betweenSites, found);
    figure(context, {
      pattern: "P5",
      statistic: "kept worlds that pass as a filter",
      simulated: shareOf(kept),
      cases: `${count} worlds`,
    });
    expect(kept.filter(Boolean).length / count).toBeGreaterThan(0.5);
  });

  // What the figure rests on. Each row changes one thing; none of them is held to the villages but the first.
  const practice = (world: World): World => world;
  test.for<[string, (world: World) => World, object, string, boolean]>([
    [
      "the practice itself, no programme",
      practice,
      {},
      "hires bring the district's mix into every school, and without a programme hardly anyone else changes, so that the difference of the start fades; villages keep their people",
      true,
    ],
    [
      "the practice itself, nearly all schools in a coached programme",
      practice,
      { entry: { cohorts: 1, every: 1, order: "random" }, coaching: { teachersPerCoach: 20 } },
      "coaching is the same everywhere; as adoption grows, norms and peers set schools apart again",
      false,
    ],
    [
      "neutral innovation, nobody leaves a post",
      (world) => ({ ...neutralInnovation(world), ...noExits }),
      {},
      "without turnover schools drift further apart",
      false,
    ],
    [
      "neutral innovation, begun by 2% spread evenly over schools",
      (world) => ({ ...neutralInnovation(world), "start.adoption": 0.02, "start.icc": 0 }),
      {},
      "the difference is made by the run, not left over from the start",
      false,
    ],
    [
      "neutral innovation, no spread of norms between schools",
      (world) => ({ ...neutralInnovation(world), "trying.normSd": 0 }),
      {},
      "what peers and principals alone make of like schools",
      false,
    ],
  ])("%s", async ([name, change, levers, note, held], context) => {
    needs(context, "the classic diffusion sets beside the repository", villages);
    const found = meanInterval(await correlations(() => change(worldSets["fixed world"]()), 40, levers));
    figure(context, {
      pattern: "P5",
      statistic: `the same correlation: ${name}`,
      simulated: withInterval(found),
      ...(held ? { observed, tolerance, holds: within(found), source } : {}),
      cases: "40 runs of 80 schools of 36 teachers, fixed world",
      note,
    });
    if (held) expect(within(found)).toBe(true);
  });
});
