import type { Transition } from "./transition.ts";

/** Describes a transition. */
export interface TransitionKind {
  /** The transition it describes. */
  readonly name: Transition;
  /** Who takes it. */
  readonly of: "schools" | "teachers";
  /** Whether it leads toward the practice. */
  readonly gain: boolean;
  /** Says who does what, in a sentence without a final stop. */
  readonly doc: string;
}

/** Lists the transitions, schools' first, in the order in which they are taken. */
export const transitions: readonly TransitionKind[] = [
  { name: "join", of: "schools", gain: true, doc: "A school joins the programme: by call, invitation or mandate" },
  { name: "drop", of: "schools", gain: false, doc: "A member school leaves the programme" },
  { name: "hear", of: "teachers", gain: true, doc: "A teacher hears of the practice" },
  { name: "try", of: "teachers", gain: true, doc: "A teacher who knows the practice, or once gave it up, tries it" },
  { name: "give-up", of: "teachers", gain: false, doc: "A teacher who tries gives up before using the practice" },
  { name: "use", of: "teachers", gain: true, doc: "A teacher who tries comes to use the practice: depth grows to .3" },
  { name: "own", of: "teachers", gain: true, doc: "A teacher who uses the practice comes to own it" },
  { name: "lapse", of: "teachers", gain: false, doc: "A teacher who uses or owns the practice stops" },
  { name: "leave", of: "teachers", gain: false, doc: "A teacher leaves the post in July" },
];
