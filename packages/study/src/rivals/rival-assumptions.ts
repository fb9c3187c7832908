import type { Switches, World } from "@uptake/model";

/** Describes an assumption put in the place of the default one. */
export interface RivalAssumption {
  /** Names the rival, in kebab-case. */
  readonly name: string;
  /** Says what is assumed, in a sentence. */
  readonly doc: string;
  /** Switches it sets. */
  readonly switches?: Partial<Switches>;
  /** Parameters it holds, in every world. */
  readonly values?: World;
  /** Whether adoption is read from a survey of teachers instead of counted. */
  readonly survey?: true;
}

/** Lists the rival assumptions that a ranking of strategies is tried under. */
export const rivalAssumptions: readonly RivalAssumption[] = [
  {
    name: "complex-contagion",
    doc: "Peers influence once the share of ties who use the practice comes near a teacher's own threshold",
    switches: { contagion: "complex" },
  },
  {
    name: "strong-peers",
    doc: "Peers weigh twice as much as the default, in every world",
    values: { "peers.strength": 1.5 },
  },
  { name: "no-peers", doc: "Peers neither inform nor influence nor teach", switches: { contagion: "none" } },
  { name: "complete-network", doc: "Everyone in the district sees everyone", switches: { network: "complete" } },
  {
    name: "levels-sum",
    doc: "Time, leadership and office add up to support: one makes up for another",
    switches: { levels: "sum" },
  },
  { name: "levels-product", doc: "Time, leadership and office multiply", switches: { levels: "product" } },
  {
    name: "levels-weakest",
    doc: "The weakest of time, leadership and office rules support",
    switches: { levels: "weakest" },
  },
  {
    name: "free-prescription",
    doc: "Prescription neither raises lapsing nor lowers ownership",
    switches: { prescriptionCosts: false },
  },
  {
    name: "everyone-aware",
    doc: "Every teacher knows of the practice from the start",
    switches: { everyoneAware: true },
  },
  {
    name: "design-no-prerequisite",
    doc: "School design does not limit the depth that can be reached",
    switches: { designPrerequisite: false },
  },
  {
    name: "measured-by-survey",
    doc: "Adoption is what teachers report, those who try or have lapsed among them, and not all answer",
    survey: true,
  },
];

/** Lists rivals that were tried where the default was another. Studies that name them still find them. */
export const formerRivals: readonly RivalAssumption[] = [
  {
    name: "simple-contagion",
    doc: "Peers influence in proportion to the share of ties who use the practice, without thresholds",
    switches: { contagion: "simple" },
  },
];
