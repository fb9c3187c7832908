import type { StudyKind } from "./study-kind.ts";

/** Says what a kind of study is called and what it answers. */
export type KindHead = Pick<StudyKind, "kind" | "doc">;

/** Holds the kinds of study that commands know: their heads at once, and the rest when a study is asked for. */
export interface Kinds {
  readonly heads: readonly KindHead[];
  readonly load: () => Promise<readonly StudyKind[]>;
}

/** Heads of the kinds of this package, in the order in which `uptake list studies` shows them; a test holds them to it. */
const kindHeads: readonly KindHead[] = [
  { kind: "start", doc: "compare the reference strategies on a district: a first look at what each comes to" },
  { kind: "run", doc: "simulate one scenario: adoption, chance of the target, gap, cost, and where people get stuck" },
  { kind: "compare", doc: "compare strategies with a baseline in the same worlds and luck, as precisely as asked for" },
  { kind: "explain", doc: "tell one teacher's or one school's story through one run, month by month" },
  {
    kind: "sweep",
    doc: "run a scenario over a grid, a spread or a list of settings, parameters and named choices, all in the same worlds and luck",
  },
  { kind: "sensitivity", doc: "say what an outcome's variation comes from: parameters that are not known, and luck" },
  {
    kind: "stress",
    doc: "try strategies in every world under every set of shocks: how often they succeed, what they forgo, what breaks them",
  },
  {
    kind: "optimise",
    doc: "seek the settings of levers that do best within budgets, with an equity floor, beside the reference strategies",
  },
  { kind: "calibrate", doc: "learn from surveys of adoption what assumptions may be, and say where they cannot tell" },
  {
    kind: "attribute",
    doc: "share out what a strategy adds between its levers and peers, and what rival assumptions change",
  },
  {
    kind: "rivals",
    doc: "rank strategies under each rival assumption in the same worlds, and say where the order flips",
  },
];

/** Holds the kinds of this package: charts and all that answers need take half a second to load, which help does without. */
export const shippedKinds: Kinds = {
  heads: kindHeads,
  load: async () => (await import("./index.ts")).studyKinds,
};
