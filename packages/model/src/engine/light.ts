/**
 * Makes single runs in a browser page that counts its bytes: `scenario`, `prepare` and `simulate` with the bits of
 * `@uptake/model`, but with no strategies and districts other than those handed to them, no settings left unknown unless
 * `readings` is handed to them, no worlds but those of a table unless `drawWorld` is, and without the compiled pass, which
 * takes a third of the time off large districts.
 *
 * @module
 */
import type { DistrictTotals } from "../district/profiles/synthesise.ts";
import type { CompileReadings } from "../scenario/compile-readings.ts";
import type { Plan } from "../scenario/plan.ts";
import { type PrepareOptions, prepareAmong } from "../scenario/prepare.ts";
import type { Strategy } from "../scenario/presets/strategy.ts";
import { type Scenario, type ScenarioInput, scenarioAmong } from "../scenario/scenario.ts";

export { coloradoSpringsD11 } from "../district/profiles/colorado-springs-d11.ts";
export { largeUrban } from "../district/profiles/large-urban.ts";
export { napaValleyUnified } from "../district/profiles/napa-valley-unified.ts";
export { partnershipDistrict } from "../district/profiles/partnership-district.ts";
export { portervilleUnified } from "../district/profiles/porterville-unified.ts";
export { smallRural } from "../district/profiles/small-rural.ts";
export type { DistrictTotals, LevelTotals } from "../district/profiles/synthesise.ts";
export { usAverage } from "../district/profiles/us-average.ts";
export { readyWorlds } from "../evidence/load-kept-worlds.ts";
export { drawWorld } from "../evidence/world.ts";
export { type CompileReadings, compileReadings as readings } from "../scenario/compile-readings.ts";
export * from "../scenario/presets/each.ts";
export type { DrawWorld } from "./draws.ts";
export { type AloneOptions, simulateAlone as simulate } from "./simulate-alone.ts";

/** Says what the names of a scenario stand for. */
export interface Known {
  /** Strategies that a scenario may name (default none). */
  readonly strategies?: readonly Strategy[];
  /** Embedded districts that a scenario may name (default none); districts of one's own are written out in it. */
  readonly districts?: readonly DistrictTotals[];
  /** How settings that a scenario leaves unknown are read: `readings`, or not at all (default). */
  readonly readings?: CompileReadings;
}

/**
 * Completes and freezes a scenario, which may name the strategies of `known` alone. Levers under the name of one of these
 * are told as `(changed)`; all other names are names of one's own.
 *
 * @throws InputError as `scenario` of `@uptake/model` does.
 */
export function scenario(input: ScenarioInput, { strategies = [] }: Known = {}): Scenario {
  return scenarioAmong(input, strategies);
}

/**
 * Compiles a scenario, which may name the districts of `known` alone, to the monthly tables that `simulate` reads. One that
 * leaves settings unknown needs `readings` in `known`.
 *
 * @throws InputError as `prepare` of `@uptake/model` does, and with every setting left unknown where `known` has no `readings`.
 *
 * @example
 * ```ts
 * import { coachingOnly, prepare, scenario, simulate, smallRural } from "@uptake/model/light";
 *
 * const known = { strategies: [coachingOnly], districts: [smallRural] };
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }, known), known);
 * console.log(simulate(plan, { seed: "demo", replicate: 0 }).measures.adoption[34]);
 * ```
 */
export function prepare(
  scenario: Scenario,
  { districts = [], readings }: Known = {},
  options: PrepareOptions = {},
): Promise<Plan> {
  return prepareAmong(scenario, districts, options, readings);
}
