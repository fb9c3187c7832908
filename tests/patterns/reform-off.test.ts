import type { DistrictState, Observer, World } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { mean, planOf, report, runs, show } from "./support.ts";

// P1. Without a programme adoption stays near its start, and people come, stay, move and go as the sources say.

const runsOf = async (district: string, draw: "fixed" | "sampled", replicates: number): Promise<Float64Array[]> => {
  const plan = await planOf({ district, parameters: { draw } });
  return runs(plan, replicates, "reform off").map(({ measures }) => measures.adoption);
};

test.each([
  ["colorado-springs-d11", "fixed", 48],
  ["colorado-springs-d11", "sampled", 96],
  ["us-average", "fixed", 128],
  ["us-average", "sampled", 192],
  ["large-urban", "sampled", 16],
] as const)("P1 adoption stays near its start: %s, worlds %s", async (district, draw, replicates) => {
  const series = await runsOf(district, draw, replicates);
  const means = Array.from({ length: 61 }, (_, m) => mean(series.map((adoption) => adoption[m]!)));
  const ends = series.map((adoption) => adoption[60]!).sort((a, b) => a - b);
  const low = Math.min(...means);
  const high = Math.max(...means);
  report(
    "P1",
    `${district}, ${draw}, ${replicates} replicates: mean adoption ${show(low)} to ${show(high)} over 61 indices (.10 to .20), May of year 3 ${show(means[34]!)}, index 60 ${show(means[60]!)}, p10–p90 there ${show(ends[Math.floor(0.1 * replicates)]!)}–${show(ends[Math.floor(0.9 * replicates)]!)}`,
  );
  expect(low).toBeGreaterThanOrEqual(0.1);
  expect(high).toBeLessThanOrEqual(0.2);
});

/** Counts people at risk and what became of them, over the Julys of many runs. */
class Census {
  readonly stay = new Map<string, { at: number; exits: number }>();
  readonly experience = [0, 1, 2, 3, 4, 5].map(() => new Map<string, number>());
  readonly tenure = new Map<string, number>();
  exits = 0;
  moves = 0;
  kept = 0;
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

  rate(group: string): number {
    const entry = this.stay.get(group)!;
    return entry.exits / entry.at;
  }

  share(year: number, group: string): number {
    const counts = this.experience[year]!;
    return counts.get(group)! / Array.from(counts.values()).reduce((sum, n) => sum + n, 0);
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

const censusOf = async (district: string, replicates: number, values: World = {}): Promise<Census> => {
  const census = new Census();
  const plan = await planOf({
    district,
    // Every new superintendent redraws authority, which makes exits visible and changes nothing else without a programme.
    parameters: { draw: "fixed", values: { "superintendent.redraw": 1, ...values } },
  });
  runs(plan, replicates, "staff", () => [watchStaff(census)]);
  return census;
};

describe("P1 staff", () => {
  let d11: Census;
  let rural: Census;
  beforeAll(async () => {
    d11 = await censusOf("colorado-springs-d11", 60);
    rural = await censusOf("small-rural", 300);
  });

  test("teachers leave their posts at about 16% a year", () => {
    report(
      "P1",
      `teachers leaving their post: D11 ${show(d11.rate("all"))}, small rural ${show(rural.rate("all"))} a year (.14 to .18; N2)`,
    );
    for (const census of [d11, rural]) {
      expect(census.rate("all")).toBeGreaterThan(0.14);
      expect(census.rate("all")).toBeLessThan(0.18);
    }
  });

  test("by experience as in the sources", () => {
    const sources = [0.201, 0.178, 0.14, 0.144];
    report(
      "P1",
      `by years ${classes.map((name, k) => `${name}: ${show(d11.rate(name))} (${show(sources[k]!)})`).join(", ")}, each ± .03; N4`,
    );
    classes.forEach((name, k) => {
      expect([name, Math.abs(d11.rate(name) - sources[k]!) < 0.03]).toEqual([name, true]);
    });
  });

  test("more from high-poverty schools", () => {
    const high = d11.rate("high");
    const low = d11.rate("low");
    const ratio = high / (1 - high) / (low / (1 - low));
    const published = 0.154 / 0.846 / (0.119 / 0.881);
    report(
      "P1",
      `high-poverty ${show(high)} (.15 to .22), low-poverty ${show(low)} (.119 ± .02: ${Math.abs(low - 0.119) <= 0.02 ? "inside" : "MISS"}; N3, 2011-12); ratio of odds ${ratio.toFixed(2)} (${published.toFixed(2)} ± .2)`,
    );
    expect(high).toBeGreaterThan(0.15);
    expect(high).toBeLessThan(0.22);
    expect(Math.abs(ratio - published)).toBeLessThan(0.2);
  });

  test("a quarter of exits are moves within the district", () => {
    const share = d11.moves / d11.exits;
    report(
      "P1",
      `moves within the district: ${show(share)} of exits (.185 to .275: half of exits are moves, .37 to .55 of them inside; N2, N5)`,
    );
    expect(share).toBeGreaterThan(0.185);
    expect(share).toBeLessThan(0.275);
  });

  test("movers drift to schools of lower poverty", () => {
    const down = d11.falls / (d11.falls + d11.rises);
    const from = d11.flows[2]!;
    const known = from.reduce((sum, n) => sum + n, 0);
    const open = d11.vacancies.map((n) => n / d11.vacancies.reduce((sum, x) => sum + x, 0));
    const published = Math.log(18 / 29);
    const ours = Math.log(from[0]! / from[2]!) - Math.log(open[0]! / open[2]!);
    report(
      "P1",
      `movers to a school of lower poverty: ${show(down)} (over .5); from schools ≥75% poor: ${show(from[0]! / known)} to <35%, ${show(from[2]! / known)} to ≥75% (US .18 and .29, .16 unknown), where vacancies are ${show(open[0]!)} and ${show(open[2]!)}; log odds of low against high beyond vacancies ${ours.toFixed(2)}, US raw ${published.toFixed(2)}; mean change of poverty ${(d11.shift / d11.moves).toFixed(3)}`,
    );
    expect(down).toBeGreaterThan(0.5);
    expect(d11.shift).toBeLessThan(0);
  });

  test("experience keeps its mix", () => {
    const mix = (year: number): string => classes.map((name) => show(d11.share(year, name))).join(" ");
    report(
      "P1",
      `experience ${classes.join(" ")}: start ${mix(0)}, after 5 years ${mix(5)} (each within .03 of the start)`,
    );
    for (const name of classes)
      expect([name, Math.abs(d11.share(5, name) - d11.share(0, name)) < 0.03]).toEqual([name, true]);
  });

  test("principals leave at 18–20%, more from high-poverty schools, with tenures as published", () => {
    const total = Array.from(d11.tenure.values()).reduce((sum, n) => sum + n, 0);
    const fresh = d11.tenure.get("<2")! / total;
    const old = (d11.tenure.get("10+") ?? 0) / total;
    report(
      "P1",
      `principals leaving: ${show(d11.rate("principals"))} a year (.18 to .205; N6, N7), high-poverty ${show(d11.rate("principals high"))} (.18 to .23; L2); tenure under 2 years ${show(fresh)} (.35 ± .05), 10 and over ${show(old)} (.11 ± .03)`,
    );
    expect(d11.rate("principals")).toBeGreaterThan(0.18);
    expect(d11.rate("principals")).toBeLessThan(0.205);
    expect(d11.rate("principals high")).toBeGreaterThan(0.18);
    expect(d11.rate("principals high")).toBeLessThan(0.23);
    expect(Math.abs(fresh - 0.35)).toBeLessThan(0.05);
    expect(Math.abs(old - 0.11)).toBeLessThan(0.03);
  });

  test("superintendents leave at about 16%", () => {
    const rate = rural.rate("superintendents");
    report("P1", `superintendents leaving: ${show(rate)} a year over 1,500 district-years (.14 to .18; S1)`);
    expect(rate).toBeGreaterThan(0.14);
    expect(rate).toBeLessThan(0.18);
  });
});
