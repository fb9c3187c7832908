import type { District, School } from "../district/district.ts";
import { openDesk } from "../district/open-desk.ts";
import type { World } from "../evidence/parameter.ts";
import { parameterNumbers } from "../evidence/parameter-numbers.ts";
import { drawWorld } from "../evidence/world.ts";
import { sameData } from "../same-data.ts";
import { assumedParameters } from "../scenario/assumed-parameters.ts";
import type { DistrictPlan } from "../scenario/plan.ts";
import type { Scenario, Switches } from "../scenario/scenario.ts";
import { checkReplicate } from "./check-replicate.ts";
import { type DistrictStart, drawStart } from "./district-start.ts";
import { drawDistrict } from "./draws.ts";
import { buildTables, type Tables } from "./tables.ts";

/** Worlds, and populations of one district, that are kept at most: the last ones. */
const keptLast = 4;
/** Teachers of all districts that are kept at most, some 60 bytes each; what is beyond them is drawn anew. */
const keptTeachers = 100_000;
/** What a world takes, and the tables of one kind of contagion. */
const worldBytes = 38_000;
const tablesBytes = 32_000;

/** Names the parameters that shape a population: see {@link populate}. */
const shaping = parameterNumbers
  .map(({ name }) => name)
  .filter((name) => /^(?:population|network|start)\.|^peers\.threshold/.test(name));

/** Holds a world and the tables computed of it, by the kind of contagion. */
interface KeptWorld {
  readonly parameters: Scenario["parameters"];
  readonly world: World;
  readonly tables: Map<Switches["contagion"], Tables>;
}

/** Holds a district, and what it starts from in the world asked for last. */
interface KeptDistrict {
  readonly district: District;
  readonly founded: readonly School[];
  readonly everyoneAware: boolean;
  start: DistrictStart;
}

/**
 * Holds one replicate of a seed, in which any number of plans are run by {@link simulateIn}. It remembers the last worlds
 * and districts drawn, so that plans which start alike share their start, and never where anything that shapes it
 * differs: every run has the bits that it has alone. Drop it with its replicate, and the memory is free.
 */
export class Replicate {
  /** Seed text; any text but the empty one. */
  readonly seed: string;
  /** Whole number, 0 to 4,294,967,295. */
  readonly replicate: number;
  readonly #worlds: KeptWorld[] = [];
  readonly #districts = new Map<string, KeptDistrict[]>();
  #teachers = 0;

  /** @throws InputError when the seed is empty or no text, or the replicate is not a whole number in its range. */
  constructor(seed: string, replicate: number) {
    checkReplicate(seed, replicate);
    this.seed = seed;
    this.replicate = replicate;
  }

  /** Tells how many bytes, about, are kept for runs to come; the districts of plans are not counted. */
  get bytes(): number {
    const worlds = this.#worlds.reduce((sum, { tables }) => sum + worldBytes + tables.size * tablesBytes, 0);
    const starts = [...this.#districts.values()].flat();
    return starts.reduce((sum, { start }) => sum + arrayBytes(start.population) + arrayBytes(start.schools), worlds);
  }

  /**
   * Returns a scenario's world, drawn as the scenario says, and the tables of its runs.
   *
   * @internal
   */
  world(scenario: Scenario): { readonly world: World; readonly tables: Tables } {
    const { world, tables } = this.#worldOf(assumedParameters(scenario));
    const { switches } = scenario;
    // A run on a complete graph refills a column each month.
    if (switches.network === "complete") return { world, tables: buildTables(world, switches) };
    let found = tables.get(switches.contagion);
    if (!found) {
      found = buildTables(world, switches);
      tables.set(switches.contagion, found);
    }
    return { world, tables: found };
  }

  /**
   * Returns what a district starts from in `world`.
   *
   * @internal
   */
  start(plan: DistrictPlan, world: World, everyoneAware: boolean): DistrictStart {
    const { id } = plan.district;
    const kept = this.#districts.get(id) ?? [];
    let found = kept.find((one) => startsAlike(one, plan, world, everyoneAware));
    if (!found) {
      const { district, founded } = plan;
      found = { district, founded, everyoneAware, start: drawDistrict(openDesk, this, plan, world, everyoneAware) };
      this.#keep(id, kept, found);
    }
    if (found.start.world !== world) found.start = drawStart(plan, world, found.start.key, found.start.population);
    return found.start;
  }

  #worldOf(how: Scenario["parameters"]): KeptWorld {
    const known = this.#worlds.find((one) => sameData(one.parameters, how));
    if (known) return known;
    const drawn = { parameters: how, world: drawWorld(this.seed, this.replicate, how), tables: new Map() };
    this.#worlds.push(drawn);
    if (this.#worlds.length > keptLast) this.#worlds.shift();
    return drawn;
  }

  #keep(id: string, kept: KeptDistrict[], drawn: KeptDistrict): void {
    if (kept.length === keptLast) this.#teachers -= kept.shift()!.start.population.teachers;
    const { teachers } = drawn.start.population;
    if (this.#teachers + teachers > keptTeachers) return;
    this.#teachers += teachers;
    kept.push(drawn);
    this.#districts.set(id, kept);
  }
}

/** Returns the bytes of the arrays in a record. */
function arrayBytes(record: object): number {
  return Object.values(record).reduce((sum, one) => (ArrayBuffer.isView(one) ? sum + one.byteLength : sum), 0);
}

/** Tells whether a district would be drawn with the same teachers as one that is kept. */
function startsAlike(kept: KeptDistrict, plan: DistrictPlan, world: World, everyoneAware: boolean): boolean {
  const { world: before } = kept.start;
  return (
    kept.everyoneAware === everyoneAware &&
    (before === world || shaping.every((name) => before[name] === world[name])) &&
    sameData(kept.district, plan.district) &&
    sameData(kept.founded, plan.founded)
  );
}
