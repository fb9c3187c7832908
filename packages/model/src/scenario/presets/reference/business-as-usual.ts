import type { Strategy } from "../strategy.ts";
import { head } from "./plainest.ts";

/** Describes the strategy “Business as usual”. */
export const businessAsUsual: Strategy = {
  ...head,
  name: "business-as-usual",
  title: "Business as usual",
  doc: "No lever is used",
  levers: {},
  readings: [],
};
