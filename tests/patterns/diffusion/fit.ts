import type { Histories } from "./histories.ts";
import { type Contagion, type Hazard, logLikelihood } from "./likelihood.ts";
import { nelderMead } from "./nelder-mead.ts";

/** Bounds within which each number of a hazard is sought. */
const bounds = {
  level: [-12, 4],
  calendar: [-6, 6],
  dispositionSd: [0, 3],
  siteSd: [0, 2],
  strength: [-10, 10],
  width: [0.05, 2],
  thresholdMean: [0, 1],
} as const;

/** Names a number of a hazard. */
export type Term = keyof typeof bounds;

/** Names a rival: what the odds depend on besides a level and people's dispositions. */
export interface Rival {
  readonly contagion: Contagion;
  readonly calendar: boolean;
  readonly sites: boolean;
}

/** Lists the numbers fitted for a rival. */
export const termsOf = ({ contagion, calendar, sites }: Rival): Term[] => [
  "level",
  "dispositionSd",
  ...(calendar ? (["calendar"] as const) : []),
  ...(sites ? (["siteSd"] as const) : []),
  ...(contagion === "none" ? [] : (["strength"] as const)),
  ...(contagion === "complex" ? (["width", "thresholdMean"] as const) : []),
];

/** Holds a rival fitted by maximum likelihood. */
export interface Fit {
  readonly hazard: Hazard;
  readonly logLikelihood: number;
  /** Akaike's criterion: twice the number of numbers fitted less twice the log-likelihood. */
  readonly aic: number;
}

const neutral: Hazard = {
  contagion: "none",
  level: -2.5,
  calendar: 0,
  dispositionSd: 0,
  siteSd: 0,
  strength: 0,
  width: 0.5,
  thresholdMean: 0.44,
};

const inside = (term: Term, x: number): number => {
  const [low, high] = bounds[term];
  return low + (high - low) / (1 + Math.exp(-x));
};
const outside = (term: Term, value: number): number => {
  const [low, high] = bounds[term];
  const share = Math.min(0.97, Math.max(0.03, (value - low) / (high - low)));
  return Math.log(share / (1 - share));
};

/** Finds the `terms` that make the histories likeliest, the other numbers staying as in `start`. */
export function fitTerms(
  histories: Histories,
  start: Hazard,
  terms: readonly Term[],
): { readonly hazard: Hazard; readonly logLikelihood: number } {
  const hazardAt = (x: readonly number[]): Hazard => ({
    ...start,
    ...Object.fromEntries(terms.map((term, i) => [term, inside(term, x[i]!)])),
  });
  const found = nelderMead(
    (x) => -logLikelihood(histories, hazardAt(x)),
    terms.map((term) => outside(term, start[term])),
  );
  const kept = logLikelihood(histories, start);
  return kept > -found.value
    ? { hazard: start, logLikelihood: kept }
    : { hazard: hazardAt(found.x), logLikelihood: -found.value };
}

/** Starting points of the search for contagion: narrow or wide ramps, low or high thresholds. */
const starts = {
  none: [{}],
  simple: [{ strength: 1 }],
  complex: [
    { strength: 1, width: 0.5, thresholdMean: 0.44 },
    { strength: 1, width: 0.2, thresholdMean: 0.2 },
    { strength: 1, width: 1, thresholdMean: 0.8 },
  ],
} as const;

/**
 * Fits a rival. The search starts from the likeliest of the `nested` fits with the same contagion, or from several points
 * where there are none; no fit is kept that is less likely than one nested in it.
 */
export function fitRival(histories: Histories, rival: Rival, nested: readonly Fit[] = []): Fit {
  const terms = termsOf(rival);
  const base: Hazard = { ...neutral, contagion: rival.contagion, dispositionSd: 0.5 };
  const within = nested.map(({ hazard }) => ({ ...hazard, contagion: rival.contagion }));
  const same = nested
    .filter(({ hazard }) => hazard.contagion === rival.contagion)
    .sort((a, b) => b.logLikelihood - a.logLikelihood);
  const from = same[0] ? [same[0].hazard] : starts[rival.contagion].map((start) => ({ ...base, ...start }));
  const found = [
    ...from.map((start) => fitTerms(histories, start, terms)),
    ...within.map((hazard) => ({ hazard, logLikelihood: logLikelihood(histories, hazard) })),
  ];
  const best = found.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
  return { ...best, aic: 2 * terms.length - 2 * best.logLikelihood };
}

/**
 * Returns the interval of strengths whose profile (the other fitted numbers at their likeliest) is within 1.92 of the
 * highest log-likelihood: about 95%, to within .05, sought from −2 to 6.
 */
export function strengthInterval(
  histories: Histories,
  { hazard, logLikelihood: most }: Fit,
  terms: readonly Term[],
): [number, number] {
  const others = terms.filter((term) => term !== "strength");
  const edge = (far: number): number => {
    let inner = hazard.strength;
    let outer = far;
    let warm = hazard;
    while (Math.abs(outer - inner) > 0.05) {
      const strength = (inner + outer) / 2;
      const at = fitTerms(histories, { ...warm, strength }, others);
      if (most - at.logLikelihood < 1.92) {
        inner = strength;
        warm = at.hazard;
      } else outer = strength;
    }
    return inner;
  };
  return [edge(-2), edge(6)];
}
