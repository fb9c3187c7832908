import type { StudyKind } from "./study-kind.ts";

/** Says what a kind of study is called and what it answers, and loads the rest of it when one is asked for. */
export interface KindHead extends Pick<StudyKind, "kind" | "doc"> {
  readonly load: () => Promise<StudyKind>;
}

/** Lists the kinds of study that commands know. */
export type Kinds = readonly KindHead[];

/** Makes heads of kinds that are loaded already. */
export function headsOf(kinds: readonly StudyKind[]): Kinds {
  return kinds.map((one) => ({ kind: one.kind, doc: one.doc, load: async () => one }));
}

/** Loads every kind. */
export function loadKinds(kinds: Kinds): Promise<readonly StudyKind[]> {
  return Promise.all(kinds.map(({ load }) => load()));
}

/** The kinds of this package, in the order in which `uptake list studies` shows them; a test holds the heads to them. */
export const shippedKinds: Kinds = [
  {
    kind: "start",
    doc: "compare the reference strategies on a district: a first look at what each comes to",
    load: async () => (await import("./start/start.ts")).startKind,
  },
  {
    kind: "run",
    doc: "simulate one scenario: adoption, chance of the target, gap, cost, and where people get stuck",
    load: async () => (await import("./run/run.ts")).runKind,
  },
  {
    kind: "compare",
    doc: "compare strategies with a baseline in the same worlds and luck, as precisely as asked for",
    load: async () => (await import("./compare/compare.ts")).compareKind,
  },
  {
    kind: "country",
    doc: "run one scenario in every district of a country, district by district, and add up by state",
    load: async () => (await import("./country/country.ts")).countryKind,
  },
  {
    kind: "explain",
    doc: "tell one teacher's or one school's story through one run, month by month",
    load: async () => (await import("./explain/explain.ts")).explainKind,
  },
  {
    kind: "sweep",
    doc: "run a scenario over a grid, a spread or a list of settings, parameters and named choices, all in the same worlds and luck",
    load: async () => (await import("./sweep/sweep.ts")).sweepKind,
  },
  {
    kind: "sensitivity",
    doc: "say what an outcome's variation comes from: parameters that are not known, and luck",
    load: async () => (await import("./sensitivity/sensitivity.ts")).sensitivityKind,
  },
  {
    kind: "stress",
    doc: "try strategies in every world under every set of shocks: how often they succeed, what they forgo, what breaks them",
    load: async () => (await import("./stress/stress.ts")).stressKind,
  },
  {
    kind: "optimise",
    doc: "seek the settings of levers that do best within budgets, with an equity floor, beside the reference strategies",
    load: async () => (await import("./optimise/optimise.ts")).optimiseKind,
  },
  {
    kind: "calibrate",
    doc: "learn from surveys of adoption what assumptions may be, and say where they cannot tell",
    load: async () => (await import("./calibrate/calibrate.ts")).calibrateKind,
  },
  {
    kind: "attribute",
    doc: "share out what a strategy adds between its levers and peers, and what rival assumptions change",
    load: async () => (await import("./attribute/attribute.ts")).attributeKind,
  },
  {
    kind: "rivals",
    doc: "rank strategies under each rival assumption in the same worlds, and say where the order flips",
    load: async () => (await import("./rivals/rivals.ts")).rivalsKind,
  },
];
