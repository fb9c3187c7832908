import type { LeverUse } from "../lever.ts";
import type { FoundingDocument } from "./documents.ts";

/** Rests settings of a strategy on a passage of a founding document. */
export interface Reading {
  /** Settings it speaks for, as in `coaching.release`, or `coaching` for all of a lever's. */
  readonly settings: readonly string[];
  /** Name of the document's file; none where no document says it and the plainest form is taken. */
  readonly file?: FoundingDocument;
  /** What the passage says, in our own words, and how a number was read from it. */
  readonly passage: string;
}

/** Describes a strategy: a named setting of the levers. */
export interface Strategy {
  /** Name by which a scenario asks for it, in kebab-case. */
  readonly name: string;
  /** Name as shown. */
  readonly title: string;
  /** Says what it is, in a sentence without a final stop. */
  readonly doc: string;
  /** Groups strategies: plain ones to compare with, networks of schools, districts' stories, the equity case, grants. */
  readonly kind: "reference" | "network" | "district" | "equity" | "grant";
  /** Says what its numbers are, and what they are not. */
  readonly note: string;
  /** Name of an embedded district its story is set in, as a suggestion; it runs anywhere. */
  readonly place?: string;
  /** Levers it sets, by name; all others are not used. */
  readonly levers: Readonly<Record<string, LeverUse>>;
  /** Passages that its settings rest on. */
  readonly readings: readonly Reading[];
}
