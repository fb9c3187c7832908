import { type DistrictState, defaultWorld, type Observer } from "@uptake/model";
import { beforeAll, describe, expect, type TestContext, test } from "vitest";
import { figure } from "./figures.ts";
import { bootstrap, type Interval, inside, print, quantile } from "./observed.ts";
import { mean, planOf, runs, show } from "./support.ts";

// P1. Without a programme adoption stays near its start, and people come, stay, move and go as the sources say.

const runsOf = async (district: string, draw: "fixed" | "sampled", replicates: number): Promise<Float64Array[]> => {
  const plan = await planOf({ district, parameters: { draw } });
  return runs(plan, replicates, "reform off").map(({ measures }) => measures.adoption);
};

test.for([
  ["colorado-springs-d11", "fixed", 48],
  ["colorado-springs-d11", "sampled", 96],
  ["us-average", "fixed", 128],
  ["us-average", "sampled", 192],
  ["large-urban", "sampled", 16],
] as const)("P1 adoption stays near its start: %s, worlds %s", async ([district, draw, replicates], context) => {
  const series = await runsOf(district, draw, replicates);
  const means = Array.from({ length: 61 }, (_, m) => mean(series.map((adoption) => adoption[m]!)));
  const ends = series.map((adoption) => adoption[60]!);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const holds = low >= 0.1 && high <= 0.2;
  const spread = [0.1, 0.9].map((p) => show(quantile(ends, p))).join(" to ");
  figure(context, {
    pattern: "P1",
    statistic: `mean adoption without a programme, months 0 to 60, ${district}, worlds ${draw}`,
    simulated: `${show(low)} to ${show(high)}; at month 60 ${print(bootstrap(ends, mean))}, tenth to ninetieth percentile ${spread}`,
    observed: ".15 at the start",
    tolerance: ".10–.20 at every month",
    holds,
    cases: `${replicates} replicates`,
  });
  expect(holds).toBe(true);
});

/** Counts people at risk and what became of them, over the Julys of many runs. */
class Census {
  readonly stay = new Map<string, { at: number; exits: number }>();
  readonly experience = [0, 1, 2, 3, 4, 5].map(() => new Map<string, number>());
  readonly tenure = new Map<string, number>();
  exits = 0;
  moves = 0;
  staff = 0;
  /** Moves by band of origin and destination, and vacancies by band. */
  readonly flows = [0, 1, 2].map(() => [0, 0, 0]);
  readonly vacancies = [0, 0, 0];
  shift = 0;
  rises = 0;
  falls = 0;

  at(group: string, left: boolean): void {
    const entry = this.stay.get(group) ?? { at: 0, exits: 0 };
    entry.at++;
    if (left) entry.exits++;
    this.stay.set(group, entry);
  }
}

const classes = ["0–3", "4–9", "10–14", "15+"];
const classOf = (years: number): string => classes[years <= 3 ? 0 : years <= 9 ? 1 : years <= 14 ? 2 : 3]!;
const bandOf = (poverty: number): number => (poverty < 0.35 ? 0 : poverty < 0.75 ? 1 : 2);
const bandNames = ["low", "middle", "high"];

/** Watches who is where before and after each July. */
function watchStaff(census: Census): Observer {
  let before: { person: Int32Array; experience: Uint8Array } | undefined;
  let authority = Number.NaN;
  return {
    name: "staff",
    observe(state: DistrictState, index: number): number {
      const { school, population, teacher } = state;
      const schools = school.teachers.length;
      if (index % 12 === 0) {
        for (const years of teacher.experience) {
          const counts = census.experience[index / 12]!;
          counts.set(classOf(years), (counts.get(classOf(years)) ?? 0) + 1);
        }
      }
      if (index > 0 && index % 12 === 0) {
        const { person, experience } = before!;
        const slotOf = new Map(Array.from(teacher.person, (id, i) => [id, i]));
        const schoolAt = (slot: number): number => {
          let s = 0;
          while (population.schoolStart[s + 1]! <= slot) s++;
          return s;
        };
        for (let s = 0; s < schools; s++) {
          const poverty = school.poverty[s]!;
          const band = bandOf(poverty);
          for (let i = population.schoolStart[s]!; i < population.schoolStart[s + 1]!; i++) {
            const left = teacher.person[i] !== person[i];
            for (const group of ["all", classOf(experience[i]!), bandNames[band]!]) census.at(group, left);
            census.staff++;
            if (!left) continue;
            census.exits++;
            census.vacancies[band]!++;
            const now = slotOf.get(person[i]!);
            if (now === undefined) continue;
            const to = school.poverty[schoolAt(now)]!;
            census.moves++;
            census.flows[band]![bandOf(to)]!++;
            census.shift += to - poverty;
            if (to < poverty) census.falls++;
            if (to > poverty) census.rises++;
          }
          const gone = school.tenure[s] === 0;
          census.at("principals", gone);
          census.at(`principals ${bandNames[band]}`, gone);
        }
        census.at("superintendents", state.office.authority !== authority);
      }
      if (index === 60)
        for (let s = 0; s < schools; s++) {
          const years = school.tenure[s]! / 12;
          const group = years < 2 ? "<2" : years < 10 ? "2–9" : "10+";
          census.tenure.set(group, (census.tenure.get(group) ?? 0) + 1);
        }
      if (index % 12 === 11) before = { person: teacher.person.slice(), experience: teacher.experience.slice() };
      authority = state.office.authority;
      return 0;
    },
  };
}

const censusesOf = async (district: string, replicates: number): Promise<Census[]> => {
  const plan = await planOf({
    district,
    // Every new superintendent redraws authority, which makes exits visible and changes nothing else without a programme.
    // Staffing is held at the records' defaults, which were calibrated to it; kept worlds draw around them.
    parameters: { draw: "fixed", values: defaultWorld({ "superintendent.redraw": 1 }) },
  });
  const all: Census[] = [];
  runs(plan, replicates, "staff", () => {
    const census = new Census();
    all.push(census);
    return [watchStaff(census)];
  });
  return all;
};

/** Returns the sum of a count over runs. */
const total = (runsOf: readonly Census[], of: (census: Census) => number): number =>
  runsOf.reduce((sum, census) => sum + of(census), 0);
/** Returns one count over another, each summed over runs. */
const ratio =
  (of: (census: Census) => number, over: (census: Census) => number) =>
  (runsOf: readonly Census[]): number =>
    total(runsOf, of) / total(runsOf, over);
const rateOf = (group: string) =>
  ratio(
    (census) => census.stay.get(group)?.exits ?? 0,
    (census) => census.stay.get(group)?.at ?? 0,
  );
const oddsOf = (share: number): number => share / (1 - share);

describe("P1 staff", () => {
  let d11: Census[];
  let average: Census[];
  let rural: Census[];
  beforeAll(async () => {
    d11 = await censusesOf("colorado-springs-d11", 60);
    average = await censusesOf("us-average", 200);
    rural = await censusesOf("small-rural", 300);
  }, 60_000);

  /** Records a figure with its bootstrap interval over runs, and holds it to `low` … `high` unless it is known to miss. */
  function hold(
    context: TestContext,
    said: {
      readonly statistic: string;
      readonly of: (runsOf: readonly Census[]) => number;
      readonly runsOf?: readonly Census[];
      readonly observed: string;
      readonly range?: readonly [number, number];
      readonly source: string;
      readonly note?: string;
      readonly mayMiss?: boolean;
    },
  ): Interval {
    const runsOf = said.runsOf ?? d11;
    const simulated = bootstrap(runsOf, said.of);
    const held = said.range && { low: said.range[0], high: said.range[1] };
    const holds = held && inside(simulated.value, held);
    figure(context, {
      pattern: "P1",
      statistic: said.statistic,
      simulated: print(simulated),
      observed: said.observed,
      ...(held ? { tolerance: `${show(held.low)} to ${show(held.high)}`, holds: holds! } : {}),
      source: said.source,
      cases: `${runsOf.length} runs of five years`,
      ...(said.note && holds !== true ? { note: said.note } : {}),
    });
    if (held && !said.mayMiss) expect([said.statistic, holds]).toEqual([said.statistic, true]);
    return simulated;
  }

  test("teachers leave their posts at about 16% a year", (context) => {
    const common = { of: rateOf("all"), observed: ".16 (8% move, 8% leave)", source: "N2" };
    const range = [0.14, 0.18] as const;
    hold(context, { ...common, statistic: "teachers leaving their post a year, colorado-springs-d11", range });
    hold(context, { ...common, statistic: "teachers leaving their post a year, us-average", runsOf: average, range });
    hold(context, {
      ...common,
      statistic: "teachers leaving their post a year, small-rural",
      runsOf: rural,
      note: "no national figure by size; Texas's small districts lose more than its large ones, which exit.size follows",
    });
  });

  test("by experience as in the sources", (context) => {
    [0.201, 0.178, 0.14, 0.144].forEach((published, k) => {
      hold(context, {
        statistic: `teachers of ${classes[k]} years leaving their post a year, colorado-springs-d11`,
        of: rateOf(classes[k]!),
        observed: show(published),
        range: [published - 0.03, published + 0.03],
        source: "N4",
      });
    });
  });

  test("more from high-poverty schools", (context) => {
    const common = { source: "N3", observed: ".154 (2011-12)" };
    hold(context, {
      ...common,
      statistic: "teachers leaving their post a year, high-poverty schools of colorado-springs-d11",
      of: rateOf("high"),
      range: [0.15, 0.22],
    });
    hold(context, {
      ...common,
      statistic: "teachers leaving their post a year, low-poverty schools of colorado-springs-d11",
      of: rateOf("low"),
      observed: ".119 (2011-12)",
      range: [0.099, 0.139],
      mayMiss: true,
      note: "the hazards by experience are of 2021-22, when all schools lost more than in 2011-12: a slope on poverty that gave .119 here would give over .22 in high-poverty schools; the ratio is the one that is kept",
    });
    const published = oddsOf(0.154) / oddsOf(0.119);
    hold(context, {
      ...common,
      statistic: "odds of leaving, high- over low-poverty schools of colorado-springs-d11",
      of: (runsOf) => oddsOf(rateOf("high")(runsOf)) / oddsOf(rateOf("low")(runsOf)),
      observed: published.toFixed(2),
      range: [published - 0.2, published + 0.2],
    });
  });

  test("a quarter of exits are moves within the district", (context) => {
    hold(context, {
      statistic: "moves within the district, share of exits, colorado-springs-d11",
      of: ratio(
        ({ moves }) => moves,
        ({ exits }) => exits,
      ),
      observed: ".185 to .275 (half of exits are moves, .37 to .55 of them inside)",
      range: [0.185, 0.275],
      source: "N2, N5",
    });
  });

  test("movers drift to schools of lower poverty", (context) => {
    hold(context, {
      statistic: "movers to a school of lower poverty, of those to a school of other poverty, colorado-springs-d11",
      of: ratio(
        ({ falls }) => falls,
        ({ falls, rises }) => falls + rises,
      ),
      observed: "more to lower poverty than their schools of origin",
      range: [0.5, 1],
      source: "N5",
    });
    const flow = (to: number) =>
      ratio(
        ({ flows }) => flows[2]![to]!,
        ({ flows }) => flows[2]!.reduce((sum, n) => sum + n, 0),
      );
    const vacant = (band: number) =>
      ratio(
        ({ vacancies }) => vacancies[band]!,
        ({ vacancies }) => vacancies.reduce((sum, n) => sum + n, 0),
      )(d11);
    for (const [to, name, published] of [
      [0, "under 35%", ".18"],
      [2, "75% or over", ".29"],
    ] as const)
      hold(context, {
        statistic: `of movers from schools 75% or over low-income, those to a school ${name}, colorado-springs-d11`,
        of: flow(to),
        observed: `${published} of all the country's movers, .16 unknown`,
        source: "N5",
        note: `such schools have ${show(vacant(to))} of this district's vacancies; the nation's destinations include moves between districts, so they fix the direction only`,
      });
  });

  test("experience keeps its mix", (context) => {
    for (const name of classes) {
      const share = (year: number) =>
        ratio(
          ({ experience }) => experience[year]!.get(name) ?? 0,
          ({ experience }) => Array.from(experience[year]!.values()).reduce((sum, n) => sum + n, 0),
        );
      const start = share(0)(d11);
      hold(context, {
        statistic: `teachers of ${name} years after five years, colorado-springs-d11`,
        of: share(5),
        observed: `${show(start)} at the start`,
        range: [start - 0.03, start + 0.03],
        source: "tx-district-staffing",
      });
    }
  });

  test("principals leave at 18–20%, more from high-poverty schools, with tenures as published", (context) => {
    const tenure = (group: string) =>
      ratio(
        (census) => census.tenure.get(group) ?? 0,
        (census) => Array.from(census.tenure.values()).reduce((sum, n) => sum + n, 0),
      );
    const place = "colorado-springs-d11";
    for (const [statistic, of, observed, range, source] of [
      ["principals leaving a year", rateOf("principals"), ".18 (2016-17), .204 (2021-22)", [0.18, 0.205], "N6, N7"],
      ["principals of high-poverty schools leaving a year", rateOf("principals high"), ".20", [0.18, 0.23], "L2"],
      ["principals with under 2 years in the school", tenure("<2"), ".35", [0.3, 0.4], "L2"],
      ["principals with 10 years or more in the school", tenure("10+"), ".11", [0.08, 0.14], "L2"],
    ] as const)
      hold(context, { statistic: `${statistic}, ${place}`, of, observed, range, source });
  });

  test("superintendents leave at about 16%", (context) => {
    hold(context, {
      statistic: "superintendents leaving a year, small-rural",
      of: rateOf("superintendents"),
      runsOf: rural,
      observed: ".142 to .171",
      range: [0.14, 0.18],
      source: "S1",
    });
  });
});
