import { derive, rootKey, uniform } from "@uptake/model";
import type { ForecastSeries } from "@uptake/study/forecast";

/**
 * Plants a series by the discrete Bass curve: p even in its logarithm over .0005–.3, q over 0–2.5, who ever adopts even from
 * one to everyone, as {@link bass} believes; one adopter at the first count. Everyone draws for themselves in every period.
 */
export function bassSeries(replicate: number, counts: number, population: number): ForecastSeries {
  const key = derive(rootKey("planted"), replicate);
  const p = 0.0005 * 600 ** uniform(key, 0);
  const q = 2.5 * uniform(key, 1);
  const ever = 1 + Math.floor(uniform(key, 2) * population);
  const found = [1];
  for (let period = 1; period < counts; period++) {
    const had = found.at(-1)!;
    const chance = Math.min(0.999, p + (q * had) / ever);
    const luck = derive(key, period);
    let next = had;
    for (let person = had; person < ever; person++) if (uniform(luck, person) < chance) next++;
    found.push(next);
  }
  return {
    name: `planted ${replicate}`,
    source: "the Bass curve",
    period: "period",
    times: found.map((_, k) => k),
    counts: found,
    population,
  };
}
