import type { Forecaster } from "./forecast.ts";
import { ceilings, lawForecaster } from "./law-forecaster.ts";

/** Chance a period of adopting with nobody to follow (p): steps evenly apart in its logarithm. */
const alone = Array.from({ length: 24 }, (_, i) => 0.0005 * 600 ** (i / 23));
/** What following everyone who ever adopts adds to it (q), a period. */
const following = Array.from({ length: 24 }, (_, i) => i / 10);

/**
 * Predicts by the discrete Bass curve: of those who ever adopt and have not, each adopts in a period with chance p + q · F,
 * F being the share of them who have. Believed before the data: p even in its logarithm over .0005–.3, q even over 0–2.3,
 * who ever adopts even from those who have to everyone (24, 24 and 10 values).
 *
 * Source: Bass 1969, Management Science 15, 215–227.
 */
export const bass: Forecaster = lawForecaster("Bass", (series, known) =>
  ceilings(series, known, 10).flatMap((ceiling) =>
    alone.flatMap((p) =>
      following.map((q) => ({
        ceiling,
        hazard: (count: number) => Math.min(0.999, p + (q * count) / ceiling),
      })),
    ),
  ),
);
