import type { District } from "../district/district.ts";
import { profiles } from "../district/profile.ts";
import type { DistrictTotals } from "../district/profiles/synthesise.ts";
import { readyWorlds } from "../evidence/load-kept-worlds.ts";
import { InputError, type Issue } from "../issue.ts";
import { version } from "../version.ts";
import { checkNames } from "./check-names.ts";
import { checkNumbers } from "./check-numbers.ts";
import { type CompileReadings, compileReadings } from "./compile-readings.ts";
import { districtsAmong } from "./districts-of.ts";
import { foundedSchools } from "./founded-schools.ts";
import type { Driver, LeverNumbers, LeverUse, Schedule, SettingNumbers } from "./lever.ts";
import { leverNumbers } from "./levers/lever-numbers.ts";
import type { ChargeTable, DistrictPlan, Plan, ShockTables } from "./plan.ts";
import type { Scenario } from "./scenario.ts";
import { tabulate } from "./schedule.ts";
import { type Shock, shockCourses } from "./shock.ts";
import { unreadSettings } from "./unread-settings.ts";
import { checkRepeats } from "./validate-repeats.ts";

/** Holds a lever as used: its strength as paid and as effective, and its settings, by month. */
interface Used {
  readonly lever: LeverNumbers;
  readonly use: LeverUse;
  readonly paid: Float64Array;
  readonly effective: Float64Array;
  readonly settings: ReadonlyMap<string, Float64Array>;
}

/** Reads a whole number of a lever, chosen once. */
function countOf(lever: LeverNumbers, use: LeverUse | undefined, name: string): number {
  const count = lever.counts?.find((c) => c.name === name);
  const given = use?.[name];
  return typeof given === "number" ? given : (count?.default ?? 0);
}

/** Reads a choice of a lever. */
function choiceOf(scenario: Scenario, lever: string, name: string): string {
  const given = scenario.levers[lever]?.[name];
  const fallback = leverNumbers.find((l) => l.name === lever)?.choices?.find((c) => c.name === name)?.default;
  return typeof given === "string" ? given : (fallback as string);
}

/** Computes a lever's strength by month: intensity in [from, end), rising over `ramp` months. */
function strength(intensity: Float64Array, from: number, end: number, ramp: number): Float64Array {
  return intensity.map((x, t) => {
    if (t < from || t >= end) return 0;
    return ramp > 0 ? x * Math.min(1, (t - from + 1) / ramp) : x;
  });
}

async function tabulateLever(lever: LeverNumbers, use: LeverUse, scenario: Scenario, issues: Issue[]): Promise<Used> {
  const { horizon } = scenario;
  const path = `levers.${lever.name}`;
  const intensity = await tabulate(use.intensity ?? 1, horizon, 0, [0, 1], `${path}.intensity`, issues);
  const start = use.start ?? 0;
  const end = use.end ?? scenario.funded;
  const ramp = use.ramp ?? 0;
  const settings = new Map<string, Float64Array>();
  for (const setting of lever.settings) {
    const given = (use[setting.name] as Schedule | undefined) ?? setting.default;
    const before = Number.isFinite(setting.statusQuo) ? setting.statusQuo : setting.range[1];
    settings.set(
      setting.name,
      await tabulate(given, horizon, before, setting.range, `${path}.${setting.name}`, issues),
    );
  }
  return {
    lever,
    use,
    paid: strength(intensity, start, end, ramp),
    effective: strength(intensity, start + (use.delay ?? lever.delay), end, ramp),
    settings,
  };
}

/** Returns the effective value of a setting: status quo + strength × (setting − status quo); fractions hold unscaled. */
function effectOf(setting: SettingNumbers, table: Float64Array, by: Float64Array): Float64Array {
  const { statusQuo, fraction } = setting;
  return table.map((value, t) => {
    const x = by[t]!;
    return fraction ? (x > 0 ? value : statusQuo) : statusQuo + x * (value - statusQuo);
  });
}

/** Builds the table of every setting of every lever, used or not, under a budget cut by month. */
function effectTables(
  used: ReadonlyMap<string, Used>,
  scenario: Scenario,
  cut: Float64Array,
): Record<string, Float64Array> {
  const { horizon } = scenario;
  const effects: Record<string, Float64Array> = {
    load: new Float64Array(horizon),
    launch: new Float64Array(horizon).fill(1),
    "coaching.density": new Float64Array(horizon),
  };
  for (const lever of leverNumbers) {
    const one = used.get(lever.name);
    // A cut takes what money buys; how much of the practice is taken up costs nothing.
    const by = lever.name === "practice" ? one?.effective : one?.effective.map((x, t) => x * (1 - cut[t]!));
    for (const setting of lever.settings) {
      if (!Number.isFinite(setting.statusQuo)) continue;
      const table = one?.settings.get(setting.name);
      effects[`${lever.name}.${setting.name}`] =
        table && by ? effectOf(setting, table, by) : new Float64Array(horizon).fill(setting.statusQuo);
    }
    if (by) for (let t = 0; t < horizon; t++) effects.load![t] = effects.load![t]! + by[t]!;
    if (one && by && lever.name === "coaching") {
      effects["coaching.density"] = (one.settings.get("teachersPerCoach") as Float64Array).map((n, t) => by[t]! / n);
    }
    if (one && by && lever.name === "assessment") closeWhileAssessing(one, by, effects);
  }
  effects.wave = waves(effects, used.get("entry"));
  return effects;
}

/** Returns how long the assessment takes at its strength in its first month. */
function assessmentMonths(one: Used, by: Float64Array, from: number): number {
  return Math.floor(countOf(one.lever, one.use, "months") * (by[from] ?? 0) + 0.5);
}

/** Keeps the programme shut while the assessment runs, and ends the assessment when it is done. */
function closeWhileAssessing(one: Used, by: Float64Array, effects: Record<string, Float64Array>): void {
  const from = (one.use.start ?? 0) + (one.use.delay ?? one.lever.delay);
  const months = assessmentMonths(one, by, from);
  const launch = effects.launch!;
  const effort = effects["assessment.effort"]!;
  launch.fill(0, from, Math.min(launch.length, from + months));
  effort.fill(0, Math.min(effort.length, from + Math.max(months, 1)));
}

/** Marks the months of a wave of invitations: as soon as cohorts are invited and the programme is open, then every so often. */
function waves(effects: Readonly<Record<string, Float64Array>>, entry: Used | undefined): Float64Array {
  const cohorts = effects["entry.cohorts"]!;
  const every = entry ? countOf(entry.lever, entry.use, "every") : 1;
  let due = 0;
  return cohorts.map((x, t) => {
    if (t < due || !(x > 0) || !(effects.launch![t]! > 0)) return 0;
    due = t + every;
    return 1;
  });
}

/** Adds up the charges of all levers, by price and driver. */
function chargeTables(used: ReadonlyMap<string, Used>, scenario: Scenario, cut: Float64Array): ChargeTable[] {
  const tables = new Map<string, { price: string; per: Driver; quantity: Float64Array }>();
  for (const one of used.values()) {
    const { lever, use, paid, settings } = one;
    const from = use.start ?? 0;
    const funded = paid.map((x, t) => x * (1 - cut[t]!));
    const assessing =
      lever.name === "assessment" ? from + Math.max(1, assessmentMonths(one, funded, from)) : scenario.horizon;
    for (let t = 0; t < Math.min(assessing, scenario.horizon); t++) {
      const spent = funded[t]!;
      const read = (name: string): number => {
        const setting = lever.settings.find((s) => s.name === name);
        const above = (settings.get(name)?.[t] ?? 0) - (setting?.statusQuo ?? 0);
        return setting?.fraction ? (spent > 0 ? above : 0) : spent * above;
      };
      for (const { price, per, quantity } of lever.charges(read, t)) {
        const name = `${price} ${per}`;
        let table = tables.get(name);
        if (!table) {
          table = { price, per, quantity: new Float64Array(scenario.horizon) };
          tables.set(name, table);
        }
        table.quantity[t] = table.quantity[t]! + quantity;
      }
    }
  }
  // Sums depend on their order in the last digit, so the order must not depend on which levers are used.
  return [...tables.keys()].sort().map((name) => tables.get(name) as ChargeTable);
}

const shockTable: Readonly<Record<string, keyof ShockTables>> = {
  "turnover-wave": "exits",
  "coaching-pause": "coaching",
  "superintendent-exit": "superintendentExit",
  "principal-exit": "principalExit",
  "policy-churn": "initiatives",
  "hostile-accountability": "pressure",
  "survey-gap": "survey",
};

const shares: readonly (keyof ShockTables)[] = ["coaching", "superintendentExit", "principalExit", "survey"];

/** Lays the shocks that hit a district onto tables; budget cuts come apart, since they act on the levers. */
function shockTables(shocks: readonly Shock[], horizon: number): { tables: ShockTables; cut: Float64Array } {
  const zero = (): Float64Array => new Float64Array(horizon);
  const tables: ShockTables = {
    exits: zero(),
    coaching: zero(),
    pressure: zero(),
    initiatives: zero(),
    superintendentExit: zero(),
    principalExit: zero(),
    survey: zero(),
  };
  const cut = zero();
  for (const shock of shocks) {
    const kind = shockCourses.find((k) => k.kind === shock.kind);
    const name = shockTable[shock.kind];
    const target = name ? tables[name] : cut;
    const instant = shock.kind === "superintendent-exit" || shock.kind === "principal-exit";
    const months = instant ? 1 : (shock.months ?? kind?.default.months ?? 1);
    const size = shock.size ?? kind?.default.size ?? 0;
    for (let t = shock.month; t < Math.min(horizon, shock.month + months); t++) target[t] = target[t]! + size;
  }
  for (const table of [...shares.map((name) => tables[name]), cut]) {
    for (let t = 0; t < horizon; t++) table[t] = Math.min(1, table[t]!);
  }
  return { tables, cut };
}

/** Lists the districts of a scenario with what they know of themselves. */
function withOwnFigures(scenario: Scenario, among: readonly DistrictTotals[]): District[] {
  const districts = districtsAmong(scenario, among);
  const { own } = scenario;
  return own === null ? districts : districts.map((district) => ({ ...district, own: { ...district.own, ...own } }));
}

/** Says what a plan is prepared for. */
export interface PrepareOptions {
  /**
   * Whether the kept worlds are loaded where runs depend on them (default true). Not needed where workers make the runs,
   * which load what they need themselves.
   */
  readonly loadWorlds?: boolean;
}

/**
 * Compiles a scenario to the monthly tables that {@link simulate} reads; one that leaves settings unknown to a plan for
 * each of its 16 readings. Loads mathjs only when the scenario holds a formula, and the kept worlds only when its runs
 * depend on them.
 *
 * @throws InputError with every name that nothing has, number out of its range, id that comes twice and formula that
 *   cannot be computed.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * console.log(plan.districts.map(({ district, charges }) => [district.name, charges.length]));
 * ```
 */
export function prepare(scenario: Scenario, options: PrepareOptions = {}): Promise<Plan> {
  return prepareAmong(scenario, profiles, options, compileReadings);
}

/**
 * Compiles a scenario as {@link prepare} does, names of districts being those of some totals. Without `readings` it refuses
 * one that leaves settings unknown.
 */
export async function prepareAmong(
  scenario: Scenario,
  among: readonly DistrictTotals[],
  { loadWorlds = true }: PrepareOptions,
  readings?: CompileReadings,
): Promise<Plan> {
  const issues = [...checkNames(scenario), ...checkNumbers(scenario), ...checkRepeats(scenario)];
  if (!readings) issues.push(...unreadSettings(scenario.levers));
  if (issues.length > 0) throw new InputError(issues);
  const known = (one: Scenario): Promise<Plan> => compile(one, among);
  const plan = await (readings ? readings(scenario, known) : known(scenario));
  if (loadWorlds) await readyWorlds(scenario.parameters);
  return plan;
}

/** Compiles a scenario that leaves nothing unknown. */
async function compile(scenario: Scenario, among: readonly DistrictTotals[]): Promise<Plan> {
  const issues: Issue[] = [];
  const used = new Map<string, Used>();
  for (const lever of leverNumbers) {
    const use = scenario.levers[lever.name];
    if (use) used.set(lever.name, await tabulateLever(lever, use, scenario, issues));
  }
  if (issues.length > 0) throw new InputError(issues);

  const entry = used.get("entry");
  const entryLever = leverNumbers.find((l) => l.name === "entry") as LeverNumbers;
  const month = countOf(entryLever, entry?.use, "newSchoolMonth");
  const opens = Math.ceil(month / 12) * 12;
  const founds = Math.floor(countOf(entryLever, entry?.use, "newSchools") * (entry?.effective[opens - 1] ?? 0) + 0.5);
  const size = countOf(entryLever, entry?.use, "newSchoolSize");

  const cache = new Map<string, Pick<DistrictPlan, "effects" | "charges" | "shocks">>();
  const districts = withOwnFigures(scenario, among).map((district): DistrictPlan => {
    const hit = scenario.shocks.filter((s) => s.districts === undefined || s.districts.includes(district.id));
    const key = hit.map((s) => scenario.shocks.indexOf(s)).join(",");
    let shared = cache.get(key);
    if (!shared) {
      const { tables, cut } = shockTables(hit, scenario.horizon);
      shared = {
        effects: effectTables(used, scenario, cut),
        charges: chargeTables(used, scenario, cut),
        shocks: tables,
      };
      cache.set(key, shared);
    }
    return { district, founded: foundedSchools(district, founds, size), ...shared };
  });

  return {
    version,
    scenario,
    districts,
    cohortOrder: choiceOf(scenario, "entry", "order") as Plan["cohortOrder"],
    allocation: choiceOf(scenario, "coaching", "allocation") as Plan["allocation"],
    levels: choiceOf(scenario, "entry", "levels") as Plan["levels"],
    places: countOf(entryLever, entry?.use, "places"),
    opens: founds > 0 ? opens : -1,
    leadYear: countOf(entryLever, entry?.use, "leadYear") > 0,
  };
}
