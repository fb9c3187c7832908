import { hashText, integer } from "../src/numerics/random.ts";
import type { LeverUse } from "../src/scenario/lever.ts";
import { levers } from "../src/scenario/levers/index.ts";

const readings = 16;

/** Returns the k-th shuffle of 0 … 15 for a setting, by the rules of `docs/model.md`. */
function shuffle(setting: string, k: number): number[] {
  const { w0, w1 } = hashText(setting);
  const places = Array.from({ length: readings }, (_, i) => i);
  for (let i = readings - 1; i >= 1; i--) {
    const j = integer({ a: w0, b: w1 }, readings * k + i, i + 1);
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
  return places;
}

/** Returns the correlation of two shuffles of 0 … 15. */
function correlation(a: readonly number[], b: readonly number[]): number {
  let products = 0;
  let squares = 0;
  for (let i = 0; i < readings; i++) {
    products += (a[i]! - 7.5) * (b[i]! - 7.5);
    squares += (i - 7.5) * (i - 7.5);
  }
  return products / squares;
}

/** Returns the places of every setting of every lever, by `lever.setting`. */
function allPlaces(): ReadonlyMap<string, readonly number[]> {
  const all = new Map<string, readonly number[]>();
  for (const { name: lever, settings, choices = [], counts = [] } of levers) {
    for (const { name } of [...settings, ...choices, ...counts]) {
      let k = 0;
      let places = shuffle(`${lever}.${name}`, k);
      while ([...all.values()].some((before) => Math.abs(correlation(places, before)) > 0.5)) {
        places = shuffle(`${lever}.${name}`, ++k);
      }
      all.set(`${lever}.${name}`, places);
    }
  }
  return all;
}

const places = allPlaces();

/** Returns uses of levers as a replicate has them: with a value in the place of everything unknown. */
export function usesIn(
  uses: Readonly<Record<string, LeverUse>>,
  replicate: number,
): Readonly<Record<string, LeverUse>> {
  const known: Record<string, LeverUse> = {};
  for (const [lever, use] of Object.entries(uses)) {
    const counts = levers.find(({ name }) => name === lever)!.counts ?? [];
    const inReading = (setting: string, given: unknown): unknown => {
      if (typeof given !== "object" || given === null) return given;
      const share = (places.get(`${lever}.${setting}`)![replicate % readings]! + 0.5) / readings;
      if ("among" in given) {
        const names = given.among as readonly string[];
        return names[Math.floor(names.length * share)];
      }
      if (!("between" in given)) return given;
      const [low, high] = given.between as readonly [number, number];
      const whole = counts.some(({ name }) => name === setting);
      return whole ? low + Math.floor((high - low + 1) * share) : low + (high - low) * share;
    };
    known[lever] = Object.fromEntries(
      Object.entries(use).map(([setting, given]) => [setting, inReading(setting, given)]),
    ) as LeverUse;
  }
  return known;
}
