import { createHash, type Hash } from "node:crypto";
import type { District, Level } from "../src/district/district.ts";
import { populate } from "../src/district/population.ts";
import { recount } from "../src/engine/count.ts";
import { districtKey } from "../src/engine/district-key.ts";
import type { Mechanism } from "../src/engine/extension.ts";
import type { Run } from "../src/engine/run.ts";
import { simulate } from "../src/engine/simulate.ts";
import { simulateAlone } from "../src/engine/simulate-alone.ts";
import type { World } from "../src/evidence/parameter.ts";
import { parameters } from "../src/evidence/parameters.ts";
import { defaultWorld, drawWorld } from "../src/evidence/world.ts";
import type { Way } from "../src/mechanisms/admit-schools.ts";
import { startDistrict } from "../src/mechanisms/start.ts";
import type { Plan } from "../src/scenario/plan.ts";
import { prepare } from "../src/scenario/prepare.ts";
import { type ScenarioInput, scenario } from "../src/scenario/scenario.ts";
import { easeOf } from "../src/scenario/transition.ts";
import type { DistrictState } from "../src/state/district-state.ts";
import type { Month } from "../src/state/month.ts";

/** Makes up a district of a school for each poverty given, each with as many teachers. */
export function districtOf(
  id: string,
  poverty: readonly number[],
  teachers: number = 12,
  level: Level = "middle",
): District {
  return {
    id,
    name: id,
    source: "Made up for a test",
    schools: poverty.map((lowIncomeShare, s) => ({
      id: `school-${s}`,
      name: `School ${s}`,
      level,
      enrolment: teachers * 15,
      teachers,
      lowIncomeShare,
    })),
  };
}

/** Five schools of twelve teachers, from rich to poor. */
export const five: District = districtOf("five", [0.1, 0.3, 0.5, 0.7, 0.9]);

/** Forty schools of four teachers, from rich to poor. */
export const forty: District = districtOf(
  "forty",
  Array.from({ length: 40 }, (_, s) => s / 39),
  4,
);

/** Sets up a district on the first day, with `values` in place of the defaults of single parameters. */
export function startState(values: World = {}, district: District = five, seed: string = "state"): DistrictState {
  const world = defaultWorld(values);
  const key = districtKey(seed, 0, district.id);
  const state = startDistrict(district, [], populate(district, world, key, { everyoneAware: false }), world, key);
  recount(state);
  return state;
}

/** Returns a teaching month in which no lever works and nothing happens, but for what is given. */
export function month(given: Partial<Month> = {}): Month {
  return {
    t: 0,
    season: "teaching",
    load: 0,
    launched: true,
    wave: false,
    clarity: 0,
    equityPriority: 0,
    protection: 0,
    effort: 0,
    time: 0,
    principals: 0,
    office: 0,
    coaches: 0,
    departments: new Float64Array(6),
    engaged: given.departments?.reduce((sum, e) => sum + e, 0) ?? 0,
    embed: 0,
    volunteers: 0,
    cohorts: 0,
    mandate: 0,
    tailored: 0,
    decided: 0,
    prescription: 0,
    choice: 0.5,
    density: 0,
    release: 0,
    institutes: 0,
    visits: 0,
    repository: 0,
    interDistrict: 0,
    preparation: 0,
    pipeline: 0,
    designTime: 0,
    designTeams: 0,
    coDesign: 0,
    waivers: 0,
    cycle: 0,
    scope: 1,
    exitShock: 0,
    coachingShock: 0,
    pressureShock: 0,
    initiatives: 0,
    superintendentShock: 0,
    principalShock: 0,
    surveyShock: 0,
    ...given,
  };
}

/** Returns a way in that is open to all schools of a district of `schools`, with places for all, but for what is given. */
export function wayOf(schools: number, given: Partial<Way> = {}): Way {
  return { eligible: new Uint8Array(schools).fill(1), places: 10_000, ease: easeOf(), ...given };
}

const known = new Set(parameters.map(({ name }) => name));

/**
 * Completes a scenario (five schools, fixed parameters, unless it says otherwise) and compiles it. Fixed parameters have
 * the defaults of their records rather than the fixed world's, so that no test here depends on which worlds are kept.
 */
export function planOf(input: ScenarioInput): Promise<Plan> {
  const unknown = Object.keys(input.parameters?.values ?? {}).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`no parameter is called ${unknown.join(" or ")}`);
  const { draw = "fixed", values } = input.parameters ?? {};
  const parameters = draw === "fixed" ? { draw, values: defaultWorld(values) } : { draw, ...(values && { values }) };
  return prepare(scenario({ district: five, ...input, parameters }));
}

/** Says which run to make, and with which mechanisms. */
export interface RunOptions {
  readonly seed?: string;
  readonly replicate?: number;
  readonly mechanisms?: readonly Mechanism[];
}

/** Runs a scenario once; see {@link planOf}. */
export async function runOf(input: ScenarioInput, options: RunOptions = {}): Promise<Run> {
  return simulate(await planOf(input), { seed: "a", replicate: 0, ...options });
}

/** Copies all that changes in a district, but for what a month only works with: signals, and weights of coach hours. */
function copy({ office, school, climate, teacher, counts, nextPerson, spent }: DistrictState) {
  const { signal: _, nextSignal: __, ...teachers } = teacher;
  const { weight: ___, ...schools } = school;
  return structuredClone({ office, school: schools, climate, teacher: teachers, counts, nextPerson, spent });
}

/** Holds what changes in a district, as it is at one index. */
export type Snapshot = ReturnType<typeof copy>;

/**
 * Runs a plan and returns, beside the run, every district at every index: `[index][district]`. Its months are those in
 * TypeScript, in districts of any size: so tests of a rule see the rule as it is written. That the compiled months have the
 * same bits is held in `src/engine/faster-month.test.ts` and `src/engine/simulate-alone.test.ts`.
 */
export function watch(plan: Plan, options: RunOptions = {}): { run: Run; trace: Snapshot[][] } {
  const ids = plan.districts.map(({ district }) => district.id);
  const trace: Snapshot[][] = Array.from({ length: plan.scenario.horizon + 1 }, () => []);
  const observer = {
    name: "watch",
    observe(state: DistrictState, index: number): number {
      trace[index]![ids.indexOf(state.district.id)] = copy(state);
      return 0;
    },
  };
  return { run: simulateAlone(plan, { seed: "a", replicate: 0, drawWorld, ...options, observers: [observer] }), trace };
}

/** Runs a scenario of one district and returns it at every index. */
export async function watchOf(input: ScenarioInput, options: RunOptions = {}): Promise<Snapshot[]> {
  return watch(await planOf(input), options).trace.map(([district]) => district!);
}

/** Returns a short text that two values share when every bit of them is the same. */
export function printOf(value: unknown): string {
  return absorb(createHash("sha1"), value).digest("base64");
}

function absorb(hash: Hash, value: unknown): Hash {
  if (typeof value === "number") return hash.update(new Uint8Array(Float64Array.of(value).buffer));
  if (ArrayBuffer.isView(value)) return hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  if (typeof value !== "object" || value === null) return hash.update(`${typeof value} ${value};`);
  for (const [name, inner] of Object.entries(value)) absorb(hash.update(`${name}:`), inner);
  return hash.update("end;");
}

/** Returns the mean of some numbers. */
export function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
}
