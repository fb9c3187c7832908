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
  readonly name: string;
  readonly title: string;
  readonly doc: string;
  /** Groups strategies: plain ones to compare with, networks of schools, districts' stories, the equity case, grants. */
  readonly kind: "reference" | "network" | "district" | "equity" | "grant";
  /** Says what its numbers are, and what they are not. */
  readonly note: string;
  /** Name of an embedded district its story is set in, as a suggestion; it runs anywhere. */
  readonly place?: string;
  readonly levers: Readonly<Record<string, LeverUse>>;
  readonly readings: readonly Reading[];
}
