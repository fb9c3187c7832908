import { type District, defaultWorld, drawWorld, type Observer, type Scenario, type World } from "@uptake/model";
import { describe, expect, type TestContext, test } from "vitest";
import { networkPattern } from "../../packages/model/test-support/network-pattern.ts";
import { needs, sharedFile } from "../shared.ts";
import { type Advice, adviceOf, clusteringOverRewired, readAdvice, type SchoolAdvice } from "./advice.ts";
import { figure } from "./figures.ts";
import { bootstrap, inside, print } from "./observed.ts";
import { identicalSchools, mean, planOf, runs, show } from "./support.ts";

// P9. Advice networks of the populations that runs start from, beside those of ten observed schools.

const folderOfTen = sharedFile("data/teacher-advice-networks");
const reason = "the ten schools' advice networks beside the repository";
const source = "teacher-advice-networks";

/** Collects the advice networks that runs start from. */
async function drawn(
  district: Scenario["district"],
  draw: "fixed" | "sampled",
  replicates: number,
  values: World = {},
): Promise<Advice[]> {
  const all: Advice[] = [];
  const watch: Observer = {
    name: "population",
    observe: ({ population }, index) => {
      if (index === 0) all.push(population);
      return 0;
    },
  };
  const plan = await planOf({ district, horizon: 1, parameters: { draw, values } });
  runs(plan, replicates, "networks", () => [watch]);
  return all;
}

const schoolsOf = (all: readonly Advice[], least: number): SchoolAdvice[] =>
  all
    .flatMap((advice) => Array.from({ length: advice.schoolStart.length - 1 }, (_, s) => adviceOf(advice, s)))
    .filter(({ teachers }) => teachers >= least);

const statistics = [
  ["outDegree", "colleagues asked for advice"],
  ["reciprocity", "share of ties returned"],
  ["clustering", "clustering"],
  ["mostAsked", "asked of the most asked, over the mean"],
  ["gini", "Gini coefficient of the number who ask"],
  ["topTenth", "share of ties that go to the most asked tenth"],
] as const;
type Name = (typeof statistics)[number][0];

const known = (schools: readonly SchoolAdvice[], name: Name): number[] =>
  schools.map((school) => school[name]).filter((value) => value !== null);
const rangeOf = (values: readonly number[]) => ({ low: Math.min(...values), high: Math.max(...values) });
const meanOf = (name: Name) => (schools: readonly SchoolAdvice[]) => mean(known(schools, name));
const oddsOf = (schools: readonly SchoolAdvice[]): number => networkPattern(schools).sameTeamOdds;

/** Records each statistic of drawn schools beside the range of the ten observed ones; returns those that fall outside. */
function besideTen(context: TestContext, place: string, schools: readonly SchoolAdvice[]): string[] {
  const ten = readAdvice(needs(context, reason, folderOfTen)).map((advice) => adviceOf(advice, 0));
  const misses: string[] = [];
  for (const [name, said] of statistics) {
    const simulated = bootstrap(schools, meanOf(name), 100);
    const range = rangeOf(known(ten, name));
    const values = known(schools, name);
    const share = values.filter((value) => inside(value, range)).length / values.length;
    const holds = inside(simulated.value, range);
    if (!holds) misses.push(name);
    figure(context, {
      pattern: "P9",
      statistic: `${place}, ${said}`,
      simulated: `${print(simulated, 2)}; ${show(share)} of schools inside the range`,
      observed: `${meanOf(name)(ten).toFixed(2)}, ten schools ${range.low.toFixed(2)} to ${range.high.toFixed(2)}`,
      tolerance: "the range of the ten schools",
      holds,
      source,
      cases: `${schools.length} schools`,
    });
  }
  const simulated = bootstrap(schools, oddsOf, 100);
  const observed = bootstrap(ten, oddsOf, 400);
  const holds = inside(simulated.value, observed);
  if (!holds) misses.push("sameTeamOdds");
  figure(context, {
    pattern: "P9",
    statistic: `${place}, odds of a tie in the same grade or team over others (Mantel and Haenszel)`,
    simulated: print(simulated, 2),
    observed: print(observed, 2),
    tolerance: "the interval of the ten schools",
    holds,
    source,
    cases: `${schools.length} schools`,
  });
  return misses;
}

describe("P9", () => {
  test.for([
    ["colorado-springs-d11", "fixed", 12],
    ["colorado-springs-d11", "sampled", 24],
    ["large-urban", "sampled", 6],
  ] as const)("in %s, worlds %s", async ([district, draw, replicates], context) => {
    const schools = schoolsOf(await drawn(district, draw, replicates), 12);
    expect(besideTen(context, `${district}, worlds ${draw}`, schools)).toEqual([]);
    const sizes = [
      [12, 25],
      [25, 50],
      [50, 400],
    ] as const;
    const bySize = sizes.map(([low, high]) =>
      bootstrap(
        schools.filter(({ teachers }) => teachers >= low && teachers < high),
        (some) => networkPattern(some).outDegree,
        100,
      ),
    );
    const holds = bySize.every(({ value }) => value > 2 && value < 5);
    figure(context, {
      pattern: "P9",
      statistic: `${district}, worlds ${draw}, colleagues asked in schools of 12–24, 25–49, 50 and more teachers`,
      simulated: bySize.map((one) => print(one, 2)).join(", "),
      observed: "density falls as 1/N",
      tolerance: "2–5 whatever the size",
      holds,
      source,
      cases: `${schools.length} schools`,
    });
    expect(holds).toBe(true);
  });

  test("at the sizes of the ten observed schools", async (context) => {
    const ten = readAdvice(needs(context, reason, folderOfTen)).map((advice) => adviceOf(advice, 0));
    const district: District = {
      ...identicalSchools(ten.length, 1),
      id: "ten",
      schools: identicalSchools(ten.length, 1).schools.map((school, s) => ({
        ...school,
        teachers: ten[s]!.teachers,
        enrolment: 15 * ten[s]!.teachers,
      })),
    };
    // What was fitted is the records' defaults; kept worlds draw around them.
    const schools = schoolsOf(await drawn(district, "fixed", 60, defaultWorld({ "network.crossSchool": 0 })), 1);
    expect(besideTen(context, "the ten schools' sizes, records' defaults", schools)).toEqual([]);
    const [ours, real] = [networkPattern(schools), networkPattern(ten)];
    const close = [
      ["outDegree", "colleagues asked, pooled", 0.12],
      ["reciprocity", "share of ties returned", 0.12],
      ["clustering", "clustering", 0.12],
      ["sameTeamOdds", "odds of a tie in the same grade", 0.12],
      ["mostAsked", "asked of the most asked, over the mean", 0.2],
    ] as const;
    for (const [name, said, tolerance] of close) {
      const simulated = bootstrap(schools, (some) => networkPattern(some)[name], 60);
      const observed = bootstrap(ten, (some) => networkPattern(some)[name], 400);
      const holds = Math.abs(ours[name] / real[name] - 1) < tolerance;
      figure(context, {
        pattern: "P9",
        statistic: `the ten schools' sizes, mean of ${said}, beside theirs`,
        simulated: print(simulated, 2),
        observed: print(observed, 2),
        tolerance: `± ${100 * tolerance}%`,
        holds,
        source,
        cases: "600 drawn schools, 10 observed",
      });
      expect([name, holds]).toEqual([name, true]);
    }
  });

  test("clustering is beyond what the numbers asked and asking alone would give", async (context) => {
    const ten = readAdvice(needs(context, reason, folderOfTen));
    const ratios = ten.map((advice) => clusteringOverRewired(advice, 0, 10)).filter((ratio) => ratio !== null);
    const ours = (await drawn("colorado-springs-d11", "fixed", 3)).flatMap((advice) =>
      Array.from({ length: advice.schoolStart.length - 1 }, (_, s) => s)
        .filter((s) => advice.schoolStart[s + 1]! - advice.schoolStart[s]! >= 12)
        .map((s) => clusteringOverRewired(advice, s, 4))
        .filter((ratio) => ratio !== null),
    );
    const simulated = bootstrap(ours, mean);
    const observed = bootstrap(ratios, mean);
    const range = rangeOf(ratios);
    const holds = inside(simulated.value, range) && simulated.low > 1;
    figure(context, {
      pattern: "P9",
      statistic: "clustering over that of degree-preserving rewirings, colorado-springs-d11",
      simulated: `${print(simulated, 2)}; ${show(ours.filter((ratio) => ratio > 1).length / ours.length)} of schools over 1`,
      observed: `${print(observed, 2)}, ten schools ${range.low.toFixed(2)} to ${range.high.toFixed(2)}`,
      tolerance: "the range of the ten schools, and over 1",
      holds,
      source,
      cases: `${ours.length} drawn schools, ${ratios.length} observed`,
    });
    expect(holds).toBe(true);
  });

  test("ties between schools are sparse", async (context) => {
    const sites = 25;
    const networks = await drawn(identicalSchools(sites, 32), "fixed", 12);
    const shares: number[] = [];
    const densities: number[] = [];
    const all = { leave: 0, ties: 0 };
    for (const { schoolStart, tieStart, ties } of networks) {
      const schoolAt = (slot: number): number => schoolStart.findIndex((start) => start > slot) - 1;
      const linked = new Set<number>();
      let outside = 0;
      for (let s = 0; s < sites; s++)
        for (let k = tieStart[schoolStart[s]!]!; k < tieStart[schoolStart[s + 1]!]!; k++) {
          const to = schoolAt(ties[k]!);
          if (to === s) continue;
          outside++;
          linked.add(s * sites + to);
        }
      all.leave += outside;
      all.ties += ties.length;
      shares.push(outside / (sites * 32));
      densities.push(linked.size / (sites * (sites - 1)));
    }
    const common = {
      pattern: "P9",
      source: "district-leader-network",
      cases: "12 districts of 25 schools, 32 teachers each",
    };
    figure(context, {
      ...common,
      statistic: "ties to other schools a teacher, beside a site leader's",
      simulated: print(bootstrap(shares, mean)),
      observed: "1.2 a site leader (density .050 among 25)",
      note: "the leaders' ties are a ceiling: linking schools is their task, and no count of teachers' ties between schools was found, so network.crossSchool is a choice with a prior from none to .08",
    });
    figure(context, {
      ...common,
      statistic: "share of ordered pairs of schools with any tie between their teachers, beside their leaders",
      simulated: print(bootstrap(densities, mean)),
      observed: ".050 (collaboration), .037 (confidential), one leader a site",
      note: "the model's pair of schools has 1,024 pairs of teachers, the observed one pair of leaders",
    });
    expect(mean(shares)).toBeLessThan(1.2);
    // Each tie leaves its school with the world's chance, apart from the others.
    const chance = drawWorld("", 0, { draw: "fixed" })["network.crossSchool"]!;
    const error = Math.sqrt((chance * (1 - chance)) / all.ties);
    expect(Math.abs(all.leave / all.ties - chance) / error).toBeLessThan(4);
  });
});
