import type { World } from "./parameter.ts";
import type { WorldTable } from "./world-table.ts";

/**
 * Names a way of drawing worlds: `sampled` from a table of worlds, by default the kept ones, which show the patterns of
 * the model's design; `priors` from the wide priors, whatever patterns they show; `fixed` is the fixed world in every
 * replicate.
 */
export type Draw = "sampled" | "priors" | "fixed";

/** Lists how the effects of lessons and levers can hang together. */
export const effectTies = ["independent", "common"] as const;
/**
 * Names how effects hang together: as the worlds have them, or with one common factor, so that where one is large all
 * are. Each by itself is spread as before.
 */
export type EffectTies = (typeof effectTies)[number];

/** Lists the levels at which all effects can be held. */
export const effectLevels = ["sceptical", "central", "hopeful"] as const;
/** Names a level at which all effects are held: the first quartile among the worlds of a table, the median, the third. */
export type EffectLevel = (typeof effectLevels)[number];

/** Describes a user's own evidence of a parameter: evenly spread over `[low, high]`, or a bell of `[mean, sd]`. */
export type OwnPrior = readonly [low: number, high: number] | { readonly bell: readonly [mean: number, sd: number] };

/** Says in which worlds a scenario runs. Plain and serialisable. */
export interface Beliefs {
  /** How worlds are drawn (default `sampled`). */
  readonly draw: Draw;
  /** Values in place of single parameters: they win over all else. */
  readonly values: World;
  /**
   * Own evidence of single parameters. Each is drawn by itself in every replicate, however the others are drawn, so what
   * ties it to them in a table of worlds is lost.
   */
  readonly priors: Readonly<Record<string, OwnPrior>>;
  /** Worlds in place of the kept ones, where `draw` is `sampled`. */
  readonly worlds: WorldTable | null;
  /** How effects of lessons and levers hang together (default `independent`). */
  readonly effects: EffectTies;
  /** Level at which all effects are held; null leaves them as drawn. */
  readonly level: EffectLevel | null;
}

/** Says as much of the beliefs as is not the default: own priors and values none, the kept worlds, effects as drawn. */
export type BeliefsInput = Pick<Beliefs, "draw"> & Partial<Beliefs>;

/** Tells whether worlds drawn so depend on the kept ones, which must then be loaded. */
export function needKeptWorlds({ draw, worlds, level }: BeliefsInput): boolean {
  return (worlds ?? null) === null && (draw === "sampled" || (level ?? null) !== null);
}
