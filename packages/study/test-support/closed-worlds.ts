import { type District, defaultWorld, type ScenarioInput, type Transition, type World } from "@uptake/model";

/** Twelve schools of twenty teachers each. */
const district: District = {
  id: "closed",
  name: "Closed",
  source: "Made up for a test",
  schools: Array.from({ length: 12 }, (_, i) => ({
    id: `school-${i}`,
    name: `School ${i}`,
    level: "middle" as const,
    enrolment: 240,
    teachers: 20,
    lowIncomeShare: 0.2 + 0.05 * i,
  })),
};

const exits = (share: number): World => ({
  "exit.novice": share,
  "exit.early": share,
  "exit.middle": share,
  "exit.senior": share,
});

/** A world without an obstacle: schools join at once and stay, teachers know of the practice, try and use it, and stay. */
const open: World = {
  "start.adoption": 0.1,
  "start.aware": 1,
  "trying.intercept": 4,
  "trying.normSd": 0,
  "trying.dispositionSd": 0,
  "depth.practice": 0.6,
  "lapsing.intercept": -40,
  ...exits(0.01),
  "exit.districtSd": 0,
  "membership.drop": -40,
  "entry.rate": 1,
  "entry.risk": 0,
  "entry.openness": 0,
  "entry.vision": 10,
  "entry.legitimacy": 10,
  "entry.mismatch": 0,
};

/** Nobody but teachers of coached schools begins. */
const coachedOnly: World = { "trying.intercept": -9, "trying.support": 10, "trying.coaching": 200 };

const slowGrowth: World = { "depth.support": 0, "depth.peers": 0 };

/** What is closed by hand in the open world, and how the plan differs from an open call with many coaches. */
const closed: Partial<Record<Transition, { readonly values: World; readonly plan?: ScenarioInput }>> = {
  join: { values: { ...coachedOnly, "entry.rate": 0.01 } },
  // All are invited once, so whoever leaves does not come back, and practice lasts no longer than support.
  drop: {
    values: {
      ...coachedOnly,
      "membership.drop": 1,
      "membership.complexity": 0,
      "membership.support": 0,
      "lapsing.intercept": 1,
      "lapsing.support": 6,
      "lapsing.withdrawal": 200,
    },
    plan: { levers: { entry: { volunteers: 0, cohorts: 1, every: 60 } } },
  },
  hear: {
    values: {
      "start.aware": 0,
      "awareness.messages": 0.01,
      "awareness.peers": 0,
      "awareness.vision": 0,
      "awareness.repository": 0,
      "awareness.institutes": 0,
      "awareness.mandate": 0,
    },
  },
  try: { values: { "trying.intercept": -5, "trying.support": 0, "trying.coaching": 0, "trying.risk": 0 } },
  // All try in the two months that are funded, and two months later use the practice or have given up, for good.
  "give-up": {
    values: {
      ...coachedOnly,
      ...slowGrowth,
      "support.hiring": 1,
      "depth.practice": 0.28,
      "lapsing.intercept": -3.4,
      "lapsing.trying": 5,
      "lapsing.depth": 0,
      "lapsing.complexity": 0,
      "lapsing.support": 0,
      "lapsing.exposure": 0,
      "lapsing.coaching": 0,
      "lapsing.withdrawal": 0,
    },
    plan: { funded: 2, target: { month: 10 } },
  },
  use: { values: { ...slowGrowth, "depth.practice": 0.009 } },
  lapse: {
    values: {
      "lapsing.intercept": 1,
      "lapsing.trying": -5,
      "lapsing.complexity": 0,
      "lapsing.support": 0,
      "lapsing.depth": 0,
      "lapsing.exposure": 0,
      "lapsing.joint": 0,
    },
  },
  // All use it after the year that is funded, and nobody who comes later begins.
  leave: { values: { ...coachedOnly, ...exits(0.4) }, plan: { funded: 11 } },
};

/** Lists the transitions that can hold adoption back most: owning only keeps users from stopping. */
export const closable = Object.keys(closed) as Transition[];

/** Returns a plan in a world in which everything is easy but one transition, or nothing is hard. */
export function closedWorld(transition?: Transition): ScenarioInput {
  const { values = {}, plan = {} } = transition === undefined ? {} : (closed[transition] ?? {});
  const { levers, ...rest } = plan;
  return {
    name: transition ?? "open",
    district,
    strategy: { levers: { coaching: { teachersPerCoach: 5 }, entry: { volunteers: 1, ...levers?.["entry"] } } },
    switches: { designPrerequisite: false },
    parameters: { draw: "fixed", values: { ...defaultWorld(), ...open, ...values } },
    ...rest,
  };
}
