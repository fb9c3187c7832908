import { copyData } from "../copy-data.ts";
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
export class RunUnderWay {
  #plan: Plan;
  readonly #replicate: Draws;
  readonly #extensions: Added;
  readonly #world: World;
  readonly #tables: Tables;
  readonly #coupled: boolean;
  readonly #tally: Tally;
  /** Simulations of the districts by their place; of those that are not run together, only the one under way. */
  readonly #simulations: (DistrictSimulation | undefined)[];
  readonly #done: DistrictRun[];
  readonly #observed: Record<string, Float64Array>;
  #checksum = 0x811c9dc5;

  /** Sets up the first day of `plan`, or where `from`, whose plan it is, has come to. */
  constructor(replicate: Draws, plan: Plan, extensions: Added, from?: RunUnderWay) {
    const { scenario, districts } = plan;
    const { observers = [] } = extensions;
    this.#plan = plan;
    this.#replicate = replicate;
    this.#extensions = extensions;
    this.#coupled = areCoupled(plan);
    if (from) {
      this.#world = from.#world;
      this.#tables = from.#tables;
      this.#tally = copyData(from.#tally);
      this.#simulations = from.#simulations.map((simulation) => simulation?.fork(this.#tally));
      this.#done = copyData(from.#done);
      this.#observed = copyData(from.#observed);
      this.#checksum = from.#checksum;
      return;
    }
    ({ world: this.#world, tables: this.#tables } = replicate.world(scenario));
    this.#simulations = [];
    this.#done = [];
    this.#tally = openTally(scenario.horizon);
    const length = districts.length * (scenario.horizon + 1);
    this.#observed = Object.fromEntries(observers.map(({ name }) => [name, new Float64Array(length)]));
    if (this.#coupled) for (const d of districts.keys()) this.#begin(d);
    else if (districts.length > 0) this.#begin(0);
  }

  /** Teachers of the districts under way. */
  get teachers(): number {
    return this.#simulations.reduce((sum, simulation) => sum + (simulation?.teachers() ?? 0), 0);
  }

  /** Copies the run as it stands, to go on by itself. */
  fork(): RunUnderWay {
    return new RunUnderWay(this.#replicate, this.#plan, this.#extensions, this);
  }

  /** Goes on by another plan, under which all would have come as it has. */
  follow(plan: Plan): void {
    this.#plan = plan;
    this.#simulations.forEach((simulation, d) => {
      simulation?.follow(plan, plan.districts[d] as DistrictPlan);
    });
  }

  /** Makes the steps `from` … `to` − 1, and books what they cost for each of `followers`. */
  go(from: number, to: number, followers: readonly Follower[]): void {
    const { districts, scenario } = this.#plan;
    const { horizon } = scenario;
    const books = (d: number): Book[] =>
      followers.map(({ plan, ledger }) =>
        (this.#simulations[d] as DistrictSimulation).bookOf(plan.districts[d] as DistrictPlan, ledger),
      );
    if (this.#coupled)
      this.#goTogether(
        from,
        to,
        districts.map((_, d) => books(d)),
      );
    else
      for (let step = from; step < to; ) {
        const d = Math.floor(step / horizon);
        const end = Math.min(to, (d + 1) * horizon);
        this.#goAlone(d, step - d * horizon, end - d * horizon, books(d));
        step = end;
      }
  }

  /** Returns the run of a follower, when all steps are made. */
  run({ plan, ledger }: Follower): Run {
    const { seed, replicate } = this.#replicate;
    return {
      version: plan.version,
      seed,
      replicate,
      world: this.#world,
      measures: measuresOf(this.#tally, ledger, plan.scenario.survey),
      districts: this.#done,
      observed: this.#observed,
      checksum: (this.#checksum >>> 0).toString(16).padStart(8, "0"),
    };
  }

  /** Moves all districts, month by month. */
  #goTogether(from: number, to: number, books: readonly (readonly Book[])[]): void {
    const { districts, scenario } = this.#plan;
    const simulations = this.#simulations as DistrictSimulation[];
    for (let t = from; t < to; t++) {
      const elsewhere = simulations.map((_, d) => adoptionElsewhere(simulations, d));
      simulations.forEach((simulation, d) => {
        const at = monthsOf(districts[d] as DistrictPlan, scenario.horizon)[t] as Month;
        simulation.step(at, elsewhere[d] as number, books[d] as readonly Book[]);
      });
    }
    if (to === scenario.horizon) for (const d of simulations.keys()) this.#finish(d);
  }

  /** Moves a district through its months `from` … `to` − 1, and opens the next one after the last. */
  #goAlone(d: number, from: number, to: number, books: readonly Book[]): void {
    const { districts, scenario } = this.#plan;
    const simulation = this.#simulations[d] as DistrictSimulation;
    const months = monthsOf(districts[d] as DistrictPlan, scenario.horizon);
    for (let t = from; t < to; t++) simulation.step(months[t] as Month, 0, books);
    if (to < scenario.horizon) return;
    this.#finish(d);
    if (d + 1 < districts.length) this.#begin(d + 1);
  }

  #begin(d: number): void {
    const { districts, scenario } = this.#plan;
    const one = districts[d] as DistrictPlan;
    const start = this.#replicate.start(one, this.#world, scenario.switches.everyoneAware);
    const tally = this.#tally;
    this.#simulations[d] = new DistrictSimulation(this.#plan, one, start, this.#tables, tally, this.#extensions);
  }

  /** Keeps what is told of a district that has made its months, and lets the rest of it go. */
  #finish(d: number): void {
    const simulation = this.#simulations[d] as DistrictSimulation;
    this.#simulations[d] = undefined;
    this.#done.push(simulation.run());
    this.#checksum = Math.imul(this.#checksum ^ simulation.checksum(), 0x01000193);
    const length = this.#plan.scenario.horizon + 1;
    for (const [name, values] of simulation.observed()) this.#observed[name]!.set(values, d * length);
  }
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
