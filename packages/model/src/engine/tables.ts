import { thresholdOfClass } from "../district/threshold.ts";
import type { World } from "../evidence/parameter.ts";
import { clamp, exp, odds } from "../numerics/math.ts";
import { standardise } from "../numerics/random.ts";
import type { Switches } from "../scenario/scenario.ts";

/** Columns of exposure: 0 … 16 sixteenths, and one for a complete graph, refilled each month. */
export const EXPOSURES = 18;
/** The column of a complete graph. */
export const MIXED = 17;

/** Most colleagues, a visited one included, whose signals are added up as they stand. */
export const MOST_COUNTED = 16;

/** Holds every factor of a teacher's odds that does not change within a run (column {@link MIXED} apart). */
export interface Tables {
  /** Exposure column by (degree << 10 | lapsed << 5 | using). */
  readonly exposure: Uint8Array;
  /** Weight of a colleague who lapsed lately against one who uses the practice; −1 where colleagues do not matter. */
  readonly failure: number;
  /** Exposure as a share, by column. */
  readonly share: Float64Array;
  /** Chance of hearing nothing from peers in a teaching month, by column. */
  readonly quiet: Float64Array;
  /** Factor of the odds of trying by (visibility · 8 + threshold class) · 18 + column. */
  readonly push: Float64Array;
  /**
   * The least of {@link quiet}, the most of {@link lapseDepth} times {@link lapseExposure}, and the most of {@link push}
   * by visibility: bounds on what colleagues can do.
   */
  quietLeast: number;
  lapseMost: number;
  readonly pushMost: Float64Array;
  /** Factor of the odds of trying by byte sum of disposition. */
  readonly disposition: Float64Array;
  /** Factor of a lapsed teacher's odds of trying, by depth in 64ths. */
  readonly memory: Float64Array;
  /** Factors of the odds of lapsing, by depth in 64ths and by exposure column. */
  readonly lapseDepth: Float64Array;
  readonly lapseExposure: Float64Array;
  readonly owner: number;
  /** 1/k. */
  readonly reciprocal: Float64Array;
}

/** Returns `count` entries, each as `entry` has it for its place. */
function entries(count: number, entry: (place: number) => number): Float64Array {
  // Float64Array.from with a function takes several times as long.
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = entry(i);
  return values;
}

/** Holds what the columns of exposure hang on; thresholds by class. */
interface PeerConstants {
  readonly awareness: number;
  readonly lapsing: number;
  readonly strength: number;
  readonly floor: number;
  readonly width: number;
  readonly thresholds: Float64Array;
}

function peerConstants(world: World): PeerConstants {
  const mean = world["peers.thresholdMean"]!;
  const sd = world["peers.thresholdSd"]!;
  return {
    awareness: world["awareness.peers"]!,
    lapsing: world["lapsing.exposure"]!,
    strength: world["peers.strength"]!,
    floor: world["peers.visibilityFloor"]!,
    width: Math.max(1e-9, world["peers.width"]!),
    thresholds: entries(8, (k) => thresholdOfClass(k, mean, sd)),
  };
}

/** Writes one column of the tables for exposure `share`. */
function fillColumn(tables: Tables, column: number, share: number, peers: PeerConstants, complex: boolean): void {
  const { strength, floor, width, thresholds } = peers;
  tables.share[column] = share;
  tables.quiet[column] = 1 - peers.awareness * share;
  tables.lapseExposure[column] = odds(-peers.lapsing * share);
  for (let level = 0; level < 4; level++) {
    const visible = floor + ((1 - floor) * level) / 3;
    for (let k = 0; k < 8; k++) {
      const ramp = complex ? clamp((share - thresholds[k]!) / width + 0.5, 0, 1) : share;
      const push = exp(strength * visible * ramp);
      tables.push[(level * 8 + k) * EXPOSURES + column] = push;
      if (push > tables.pushMost[level]!) tables.pushMost[level] = push;
    }
  }
  // The odds of lapsing fall with depth.
  const lapse = tables.lapseDepth[0]! * tables.lapseExposure[column]!;
  if (lapse > tables.lapseMost) tables.lapseMost = lapse;
  if (tables.quiet[column]! < tables.quietLeast) tables.quietLeast = tables.quiet[column]!;
}

/** Returns the exposure to `using` and `lapsed` of `degree` colleagues, in sixteenths. */
export function exposureColumn(using: number, lapsed: number, degree: number, failure: number): number {
  return Math.floor(16 * clamp((using - failure * lapsed) / degree, 0, 1) + 0.5);
}

/** Computes the tables of a world, once a run. */
export function buildTables(world: World, switches: Switches): Tables {
  const p = (name: string): number => world[name]!;
  const peers = switches.contagion !== "none";
  const failure = p("peers.failure");
  const dispositionSd = p("trying.dispositionSd");
  const memory = p("trying.memory");
  const depth = p("lapsing.depth");
  const tables: Tables = {
    exposure: new Uint8Array((MOST_COUNTED + 1) << 10),
    failure: peers ? failure : -1,
    share: new Float64Array(EXPOSURES),
    quiet: new Float64Array(EXPOSURES),
    push: new Float64Array(4 * 8 * EXPOSURES),
    quietLeast: 1,
    lapseMost: 0,
    pushMost: new Float64Array(4),
    disposition: entries(1021, (sum) => odds(dispositionSd * standardise(sum))),
    memory: entries(64, (j) => odds((memory * (j + 0.5)) / 64)),
    lapseDepth: entries(64, (j) => odds((-depth * (j + 0.5)) / 64)),
    lapseExposure: new Float64Array(EXPOSURES),
    owner: odds(-p("lapsing.owner")),
    reciprocal: entries(33, (k) => (k === 0 ? 0 : 1 / k)),
  };
  for (let degree = 1; peers && degree <= MOST_COUNTED; degree++) {
    for (let using = 0; using <= degree; using++) {
      for (let lapsed = 0; using + lapsed <= degree; lapsed++) {
        tables.exposure[(degree << 10) | (lapsed << 5) | using] = exposureColumn(using, lapsed, degree, failure);
      }
    }
  }
  const constants = peerConstants(world);
  for (let e = 0; e <= 16; e++) fillColumn(tables, e, e / 16, constants, switches.contagion === "complex");
  return tables;
}

/** Refills the column of a complete graph for the exact shares of users and of the recently lapsed. */
export function mixTables(tables: Tables, using: number, lapsed: number, world: World, switches: Switches): void {
  const peers = switches.contagion !== "none";
  const share = peers ? clamp(using - world["peers.failure"]! * lapsed, 0, 1) : 0;
  fillColumn(tables, MIXED, share, peerConstants(world), switches.contagion === "complex");
}
