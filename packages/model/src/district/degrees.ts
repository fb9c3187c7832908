import type { World } from "../evidence/parameter.ts";
import { pow } from "../numerics/math.ts";
import { absorbWords, DRAWS, derive, draw, hashText, type Key } from "../numerics/random.ts";
import type { Layout } from "./layout.ts";

/** Most colleagues a teacher asks, when ties are drawn; the ten observed schools have 14 at most. */
export const MOST_TIES = 12;

const degreeName = hashText("network.degree");

/** Draws how many colleagues each teacher asks, from slot `first` on, and adds them up in `tieStart`. */
export function drawDegrees(layout: Layout, world: World, key: Key, first: number, tieStart: Int32Array): void {
  const { schools, words, schoolStart, ordinary } = layout;
  const limits = degreeLimits(world["network.outDegree"]!, world["network.outDegreeShape"]!);
  const base = derive(key, degreeName);
  const schoolKey: Key = { a: 0, b: 0 };
  for (let s = 0; s < schools.length; s++) {
    const start = schoolStart[s]!;
    const size = schoolStart[s + 1]! - start;
    if (start < first) continue;
    absorbWords(base, words[s]!.w0, words[s]!.w1, schoolKey);
    const a = schoolKey.a | 0;
    const b = schoolKey.b | 0;
    const outside = schoolStart[ordinary]! - (s < ordinary ? size : 0);
    // A teacher alone in a school can only ask elsewhere.
    const most = size > 1 ? Math.min(MOST_TIES, size - 1) : Math.min(1, outside);
    for (let i = 0; i < size; i++) {
      const bits = draw(a, b, i);
      let degree = 0;
      while (degree < most && bits >= limits[degree]!) degree++;
      tieStart[start + i + 1] = tieStart[start + i]! + degree;
    }
  }
}

/** Returns cumulative chances of 0 … 11 ties, times 2³², of a negative binomial with `mean` and `shape`. */
function degreeLimits(mean: number, shape: number): Float64Array {
  const limits = new Float64Array(MOST_TIES);
  let chance = pow(shape / (shape + mean), shape);
  let sum = 0;
  for (let k = 0; k < MOST_TIES; k++) {
    sum += chance;
    limits[k] = sum * DRAWS;
    chance *= ((k + shape) / (k + 1)) * (mean / (shape + mean));
  }
  return limits;
}
