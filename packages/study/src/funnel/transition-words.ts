import type { FunnelSeries, Transition } from "@uptake/model";

/** Says a transition in words, wherever one is told of: in stories, sentences, tables and charts. */
export interface TransitionWords {
  /** Heads a row of a table or a chart. */
  readonly label: string;
  /** Says that it came to pass, after the name of who took it, as in `heard of the practice`. */
  readonly did: string;
  /** Says what stands in the way: a whole clause, as in `teachers do not hear of the practice`. */
  readonly obstacle: string;
  /** Says that it came to pass nowhere: a whole clause, as in `no teacher hears of the practice`. */
  readonly nowhere: string;
}

/** Gives the words of each transition. */
export const transitionWords: Readonly<Record<Transition, TransitionWords>> = {
  join: {
    label: "Schools join the programme",
    did: "joined the programme",
    obstacle: "schools do not join the programme",
    nowhere: "no school joins the programme",
  },
  drop: {
    label: "Schools leave the programme",
    did: "left the programme",
    obstacle: "schools leave the programme",
    nowhere: "no school leaves the programme",
  },
  hear: {
    label: "Teachers hear of the practice",
    did: "heard of the practice",
    obstacle: "teachers do not hear of the practice",
    nowhere: "no teacher hears of the practice",
  },
  try: {
    label: "Teachers try it",
    did: "began to try it",
    obstacle: "teachers know the practice and do not try it",
    nowhere: "no teacher begins to try it",
  },
  "give-up": {
    label: "Teachers give up trying",
    did: "gave up before using it",
    obstacle: "teachers give up before they use it",
    nowhere: "no teacher gives up trying",
  },
  use: {
    label: "Teachers come to use it",
    did: "came to use it",
    obstacle: "teachers who try it are slow to use it",
    nowhere: "no teacher comes to use it",
  },
  own: {
    label: "Users come to own it",
    did: "came to own it",
    obstacle: "users do not come to own it",
    nowhere: "no user comes to own it",
  },
  lapse: {
    label: "Users stop",
    did: "stopped using it",
    obstacle: "users stop",
    nowhere: "no user stops",
  },
  leave: {
    label: "Teachers leave",
    did: "left",
    obstacle: "teachers leave",
    nowhere: "no teacher leaves",
  },
};

/** Says what a standing is a share of (`of` whom, `who`), and what that share does, as in `know the practice and do not try it`. */
export interface StandingWords {
  readonly of: "schools" | "teachers";
  readonly who: string;
  readonly stand: string;
}

/** Gives the words of the share that stands at each step, or has been lost at it. */
export const standingWords: Readonly<Record<Transition, StandingWords>> = {
  join: { of: "schools", who: "", stand: "are not in the programme" },
  drop: { of: "schools", who: " that were in the programme", stand: "have left it" },
  hear: { of: "teachers", who: "", stand: "have not heard of the practice" },
  try: { of: "teachers", who: "", stand: "know the practice and do not try it" },
  "give-up": { of: "teachers", who: " who tried the practice", stand: "gave up before they used it" },
  use: { of: "teachers", who: "", stand: "try the practice and do not use it yet" },
  own: { of: "teachers", who: " who use the practice", stand: "do not own it" },
  lapse: { of: "teachers", who: " who used the practice", stand: "have stopped" },
  leave: { of: "teachers", who: " who used the practice", stand: "have left their school" },
};

/** Says a series of the funnel in words: as the head of a row, and what is counted. */
export interface FunnelWords {
  /** Head of a row, in two or three words. */
  readonly label: string;
  /** Says what is counted, in a sentence without a final stop. */
  readonly doc: string;
}

/** Gives the words of each series of the funnel. */
export const funnelWords: Readonly<Record<FunnelSeries, FunnelWords>> = {
  schools: { label: "schools", doc: "open schools at the index" },
  invited: { label: "asked to join", doc: "schools asked to join for the first time, founded ones among them" },
  joined: { label: "joined", doc: "times a school joined the programme, founded ones among them" },
  dropped: { label: "left", doc: "times a school left the programme" },
  unaware: { label: "have not heard", doc: "teachers who have not heard of the practice, at the index" },
  aware: { label: "know, never tried", doc: "teachers who know the practice and have not tried it, at the index" },
  trying: { label: "try", doc: "teachers who try the practice, at the index" },
  using: { label: "use", doc: "teachers who use the practice and do not own it, at the index" },
  owning: { label: "own", doc: "teachers who own the practice, at the index" },
  lapsed: { label: "have stopped", doc: "teachers who tried or used the practice and stopped, at the index" },
  heard: { label: "heard of it", doc: "times a teacher heard of the practice" },
  tried: { label: "began to try", doc: "times a teacher began to try the practice, each new try counted" },
  gaveUp: { label: "gave up trying", doc: "times a teacher gave up before using the practice" },
  used: { label: "came to use", doc: "times a teacher came to use the practice" },
  owned: { label: "came to own", doc: "times a teacher came to own the practice" },
  stopped: { label: "stopped using", doc: "times a teacher who used or owned the practice stopped" },
  left: { label: "left the post", doc: "times a teacher left the post, to another school too" },
  leftUsing: { label: "left while using", doc: "times a teacher who used or owned the practice left the post" },
};
