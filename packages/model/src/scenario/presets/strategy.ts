import type { LeverUse } from "../lever.ts";

/** Describes a strategy: a named setting of the levers. */
export interface Strategy {
  readonly name: string;
  readonly title: string;
  readonly doc: string;
  readonly levers: Readonly<Record<string, LeverUse>>;
}
