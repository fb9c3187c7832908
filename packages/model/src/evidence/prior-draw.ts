import { clamp } from "../numerics/math.ts";
import { byteSum, DRAWS, standardise } from "../numerics/random.ts";
import type { OwnPrior } from "./beliefs.ts";
import type { ParameterNumbers, Prior } from "./parameter.ts";

/** Draws one value from a prior of a parameter, by default its own; `bits` is a draw of 32 bits. */
export function drawPrior(parameter: ParameterNumbers, bits: number, prior: Prior = parameter.prior): number {
  const { range } = parameter;
  switch (prior.shape) {
    case "held":
      return parameter.default;
    case "uniform":
      return prior.low + (prior.high - prior.low) * (bits / DRAWS);
    case "bell":
      return clamp(prior.mean + prior.sd * standardise(byteSum(bits)), range[0], range[1]);
    case "rivals":
      return prior.values[Math.floor((bits / DRAWS) * prior.values.length)]!;
  }
}

/** Returns the value below which a parameter's prior has the share `bits` / 2³²: spread as {@link drawPrior}, and rising. */
export function priorQuantile(parameter: ParameterNumbers, bits: number): number {
  const { prior, range } = parameter;
  if (prior.shape === "bell") return clamp(prior.mean + prior.sd * standardise(sumAt(bits)), range[0], range[1]);
  if (prior.shape !== "rivals") return drawPrior(parameter, bits);
  return drawPrior(parameter, bits, { shape: "rivals", values: [...prior.values].sort((a, b) => a - b) });
}

/** Writes a user's own evidence as a prior. */
export function priorOfOwn(own: OwnPrior): Prior {
  if ("bell" in own) return { shape: "bell", mean: own.bell[0], sd: own.bell[1] };
  return { shape: "uniform", low: own[0], high: own[1] };
}

let ways: Float64Array | undefined;

/** Counts the draws of 32 bits with a byte sum of at most 0 … 1,020. */
function waysBelow(): Float64Array {
  if (ways) return ways;
  let counts = Float64Array.of(1);
  for (let byte = 0; byte < 4; byte++) {
    const next = new Float64Array(counts.length + 255);
    for (let sum = 0; sum < counts.length; sum++)
      for (let add = 0; add < 256; add++) next[sum + add] = next[sum + add]! + counts[sum]!;
    counts = next;
  }
  for (let sum = 1; sum < counts.length; sum++) counts[sum] = counts[sum]! + counts[sum - 1]!;
  ways = counts;
  return ways;
}

/** Returns the least byte sum that more than `bits` of all draws do not exceed. */
function sumAt(bits: number): number {
  const below = waysBelow();
  let low = 0;
  let high = below.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (below[middle]! > bits) high = middle;
    else low = middle + 1;
  }
  return low;
}
