import { derive, type Key, rootKey, uniform } from "@uptake/model";
import { type ActiveWords, priorWords, proposedWords } from "./world-words.ts";

/** Holds a world on its way to the kept ones. */
export interface Particle {
  /** A 32-bit word for each parameter that varies: its place in the prior. */
  readonly words: Uint32Array;
  /** Most by which a statistic lies outside its bounds, in units of its scale; 0 where every pattern is shown. */
  readonly distance: number;
}

/** Asks for the distance of a world, measured under a luck of its own; one above `tolerance` may be told as infinite. */
export interface Asked {
  /** Words of the draws that the world is made of. */
  readonly words: Uint32Array;
  /** Seed of the luck. */
  readonly luck: string;
  /** Distance above which it may be told as infinite. */
  readonly tolerance: number;
}

/** Says how worlds are sampled. */
export interface SampleOptions {
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Worlds drawn from the priors to begin with, at least `worlds`. */
  readonly particles: readonly Particle[];
  /** Number of worlds sampled, 2 or more, and of those on the way while the tolerance falls (default as many). */
  readonly worlds: number;
  /** Worlds on the way (default as many as are sampled). */
  readonly onTheWay?: number;
  /** Words that any pattern depends on; the others are drawn anew from the priors at the end. */
  readonly active: ActiveWords;
  /** Measures how far each world asked for is from the patterns. */
  readonly measure: (asked: readonly Asked[]) => Promise<readonly number[]>;
  /** Share of the worlds that a new tolerance keeps, 0 to 1 (default 0.5). */
  readonly survival?: number;
  /** Steps of each world at a tolerance, and at the end (default 2 and 6). */
  readonly steps?: number;
  /** Steps of each world at the end (default 6). */
  readonly lastSteps?: number;
  /**
   * Returns also where every so manieth world was after an earlier one of the last steps, if it has moved since: as good a
   * draw as where it is (default none).
   */
  readonly earlier?: { readonly step: number; readonly every: number };
  /** Called after each tolerance. */
  readonly onGeneration?: (generation: Generation) => void;
}

/** Holds how one generation went. */
export interface Generation {
  /** Largest distance allowed. */
  readonly tolerance: number;
  /** Proposals accepted. */
  readonly accepted: number;
  /** Proposals made. */
  readonly proposed: number;
  /** The worlds at its end. */
  readonly particles: readonly Particle[];
}

/** Returns the tolerance that keeps the nearest `share` of the particles; 0 as soon as that many show every pattern. */
function toleranceOf(particles: readonly Particle[], share: number): number {
  const sorted = particles.map(({ distance }) => distance).sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Draws `count` of the particles within a tolerance: each as often as any other, but for one. */
function resampled(particles: readonly Particle[], tolerance: number, count: number, key: Key): Particle[] {
  const within = particles.filter(({ distance }) => distance <= tolerance);
  const offset = uniform(key, 0);
  return Array.from({ length: count }, (_, i) => within[Math.floor(((i + offset) / count) * within.length)]!);
}

/**
 * Samples worlds from the priors given that they show every pattern, by sequential Monte Carlo with Metropolis steps (Del
 * Moral, Doucet and Jasra 2012): the tolerance falls to 0 by the distances of the worlds themselves, and each world takes
 * steps that leave the priors as they are, accepted where the patterns, measured under fresh luck, lie within the
 * tolerance. Every sampled world weighs the same. The law sampled is that of plain rejection.
 */
export async function sampleWorlds(options: SampleOptions): Promise<Particle[]> {
  const {
    seed,
    worlds,
    onTheWay = worlds,
    active,
    measure,
    survival = 0.5,
    steps = 2,
    lastSteps = 6,
    earlier,
  } = options;
  const root = rootKey(seed);
  let particles: readonly Particle[] = options.particles;
  let before: readonly Particle[] = [];
  let tolerance = Number.POSITIVE_INFINITY;
  for (let generation = 1; tolerance > 0; generation++) {
    const next = toleranceOf(particles, survival);
    // A tolerance that does not fall would go on for ever.
    tolerance = next < tolerance ? next : tolerance * 0.9;
    const last = tolerance === 0;
    let moved = resampled(particles, tolerance, last ? worlds : onTheWay, derive(derive(root, generation), 0));
    let accepted = 0;
    const rounds = last ? lastSteps : steps;
    for (let round = 1; round <= rounds; round++) {
      const keyOf = (i: number): Key => derive(derive(derive(root, generation), round), i + 1);
      const asked = moved.map(({ words }, i) => ({
        words: proposedWords(words, active, keyOf(i)),
        luck: `${seed} ${generation} ${round} ${i}`,
        tolerance,
      }));
      const distances = await measure(asked);
      moved = moved.map((particle, i) => {
        if (!(distances[i]! <= tolerance)) return particle;
        accepted++;
        return { words: asked[i]!.words, distance: distances[i]! };
      });
      if (last && round === earlier?.step) before = moved;
    }
    particles = moved;
    options.onGeneration?.({ tolerance, accepted, proposed: rounds * moved.length, particles });
  }
  const moves = new Set([...active.binding, ...active.loose]);
  const moved = before.filter((particle, i) => i % (earlier?.every ?? 1) === 0 && particle !== particles[i]);
  return [...particles, ...moved].map(({ words, distance }, i) => {
    const fresh = priorWords(derive(derive(root, 0), i));
    return { words: words.map((word, k) => (moves.has(k) ? word : fresh[k]!)), distance };
  });
}
