import type { World } from "../evidence/parameter.ts";
import { type Book, type Ledger, openLedger } from "../measures/ledger.ts";
import { measuresOf } from "../measures/measures-of.ts";
import { openTally, type Tally } from "../measures/tally.ts";
import type { DistrictPlan, Plan } from "../scenario/plan.ts";
import { type Month, monthsOf } from "../state/month.ts";
import type { Added } from "./added.ts";
import { areCoupled } from "./coupled.ts";
import { DistrictSimulation } from "./district-simulation.ts";
import type { Draws } from "./draws.ts";
import type { DistrictRun, Run } from "./run.ts";
import type { Tables } from "./tables.ts";

/** Holds a plan whose run a run under way stands for, and what it has cost so far. */
export interface Follower {
  readonly plan: Plan;
  readonly ledger: Ledger;
}

/** Opens the books of a plan. */
export function followerOf(plan: Plan): Follower {
  return { plan, ledger: openLedger(plan.scenario.horizon) };
}

/**
 * Holds the run of a plan as far as it has come: district after district, each with all its months; or month after month,
 * each with all districts, where those visit each other. Its steps are numbered in that order. Until plans part, it is the
 * run of each of them; money apart, which changes nothing else and is booked for each.
 */
export interface RunUnderWay {
  readonly plan: Plan;
  readonly draws: Draws;
  readonly extensions: Added;
  readonly world: World;
  readonly tables: Tables;
  readonly tally: Tally;
  /** Simulations of the districts by their place; of those that are not run together, only the one under way. */
  readonly simulations: (DistrictSimulation | undefined)[];
  readonly done: DistrictRun[];
  readonly observed: Record<string, Float64Array>;
  checksum: number;
}

/** Sets up the first day of the run of a plan. */
export function beginRun(draws: Draws, plan: Plan, extensions: Added): RunUnderWay {
  const { scenario, districts } = plan;
  const { observers = [] } = extensions;
  const length = districts.length * (scenario.horizon + 1);
  const run: RunUnderWay = {
    plan,
    draws,
    extensions,
    ...draws.world(scenario),
    tally: openTally(scenario.horizon),
    simulations: [],
    done: [],
    observed: Object.fromEntries(observers.map(({ name }) => [name, new Float64Array(length)])),
    checksum: 0x811c9dc5,
  };
  if (areCoupled(plan)) for (const d of districts.keys()) beginDistrict(run, d);
  else if (districts.length > 0) beginDistrict(run, 0);
  return run;
}

/** Makes the steps `from` … `to` − 1 of a run, and books what they cost for each of `followers`. */
export function goOn(run: RunUnderWay, from: number, to: number, followers: readonly Follower[]): void {
  const { districts, scenario } = run.plan;
  const { horizon } = scenario;
  const books = (d: number): Book[] =>
    followers.map(({ plan, ledger }) =>
      (run.simulations[d] as DistrictSimulation).bookOf(plan.districts[d] as DistrictPlan, ledger),
    );
  if (areCoupled(run.plan))
    goTogether(
      run,
      from,
      to,
      districts.map((_, d) => books(d)),
    );
  else
    for (let step = from; step < to; ) {
      const d = Math.floor(step / horizon);
      const end = Math.min(to, (d + 1) * horizon);
      goAlone(run, d, step - d * horizon, end - d * horizon, books(d));
      step = end;
    }
}

/** Returns the run of a follower, when all steps are made. */
export function finishedRun(run: RunUnderWay, { plan, ledger }: Follower): Run {
  const { seed, replicate } = run.draws;
  return {
    version: plan.version,
    seed,
    replicate,
    world: run.world,
    measures: measuresOf(run.tally, ledger, plan.scenario.survey),
    districts: run.done,
    observed: run.observed,
    checksum: (run.checksum >>> 0).toString(16).padStart(8, "0"),
  };
}

/** Moves all districts, month by month. */
function goTogether(run: RunUnderWay, from: number, to: number, books: readonly (readonly Book[])[]): void {
  const { districts, scenario } = run.plan;
  const simulations = run.simulations as DistrictSimulation[];
  for (let t = from; t < to; t++) {
    const elsewhere = simulations.map((_, d) => adoptionElsewhere(simulations, d));
    simulations.forEach((simulation, d) => {
      const at = monthsOf(districts[d] as DistrictPlan, scenario.horizon)[t] as Month;
      simulation.step(at, elsewhere[d] as number, books[d] as readonly Book[]);
    });
  }
  if (to === scenario.horizon) for (const d of simulations.keys()) finishDistrict(run, d);
}

/** Moves a district through its months `from` … `to` − 1, and opens the next one after the last. */
function goAlone(run: RunUnderWay, d: number, from: number, to: number, books: readonly Book[]): void {
  const { districts, scenario } = run.plan;
  const simulation = run.simulations[d] as DistrictSimulation;
  const months = monthsOf(districts[d] as DistrictPlan, scenario.horizon);
  for (let t = from; t < to; t++) simulation.step(months[t] as Month, 0, books);
  if (to < scenario.horizon) return;
  finishDistrict(run, d);
  if (d + 1 < districts.length) beginDistrict(run, d + 1);
}

function beginDistrict({ plan, draws, extensions, world, tables, tally, simulations }: RunUnderWay, d: number): void {
  const one = plan.districts[d] as DistrictPlan;
  const start = draws.start(one, world, plan.scenario.switches.everyoneAware);
  simulations[d] = new DistrictSimulation(plan, one, start, tables, tally, extensions);
}

/** Keeps what is told of a district that has made its months, and lets the rest of it go. */
function finishDistrict(run: RunUnderWay, d: number): void {
  const simulation = run.simulations[d] as DistrictSimulation;
  run.simulations[d] = undefined;
  run.done.push(simulation.run());
  run.checksum = Math.imul(run.checksum ^ simulation.checksum(), 0x01000193);
  const length = run.plan.scenario.horizon + 1;
  for (const [name, values] of simulation.progress.observed) run.observed[name]!.set(values, d * length);
}

/** Returns adoption in all districts but `d` together, given users and teachers of each. */
function adoptionElsewhere(simulations: readonly DistrictSimulation[], d: number): number {
  let users = 0;
  let teachers = 0;
  simulations.forEach((simulation, other) => {
    if (other === d) return;
    users += simulation.users();
    teachers += simulation.teachers();
  });
  return teachers > 0 ? users / teachers : 0;
}
