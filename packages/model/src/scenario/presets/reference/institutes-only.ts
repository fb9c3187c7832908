import type { Strategy } from "../strategy.ts";
import { head, invitation, plainest } from "./plainest.ts";

/** Describes the strategy “Institutes only”. */
export const institutesOnly: Strategy = {
  ...head,
  name: "institutes-only",
  title: "Institutes only",
  doc: "Every school is invited; five institute days each June, nothing else",
  levers: { entry: invitation, learning: { institutes: 5 } },
  readings: [plainest("entry", "learning")],
};
