import { levers as catalogue, type LeverUse, type Scenario, scenario as scenarioOf, strategies } from "@uptake/model";
import type { Chosen, DecisionInput } from "../../optimise/decision.ts";
import { referenceYardsticks, type Yardstick } from "../../optimise/yardsticks.ts";

/** Name of the plan that has some of everything a search may set. */
export const middling = "some-of-everything";

/** Lists what a search may set: how schools come in, and the settings of eight levers from nothing to much. */
export const mayBeSet: readonly DecisionInput[] = [
  { name: "levers.entry.cohorts", range: [0, 1] },
  { name: "levers.entry.mandate", range: [0, 1] },
  { name: "levers.coaching.teachersPerCoach", range: [8, 160] },
  { name: "levers.learning.institutes", range: [0, 8] },
  { name: "levers.vision.clarity", range: [0, 1] },
  { name: "levers.vision.protection", range: [0, 1] },
  { name: "levers.vision.equityPriority", range: [0, 1] },
  { name: "levers.investment.time", range: [0, 1] },
  { name: "levers.investment.principals", range: [0, 1] },
  { name: "levers.leadership.preparation", range: [0, 1] },
  { name: "levers.design.time", range: [0, 1] },
  { name: "levers.guidance.choice", range: [0, 1] },
];

/** Levers with some of everything that may be set, and nothing else in force. */
const some: NonNullable<Scenario["levers"]> = {
  entry: { cohorts: 0.5, mandate: 0, every: 12, order: "openness" },
  coaching: { teachersPerCoach: 40 },
  learning: { institutes: 2 },
  vision: { clarity: 0.5, protection: 0.5, equityPriority: 0.5 },
  investment: { time: 0.25, principals: 0.25, office: 0, coaches: 0 },
  leadership: { preparation: 0.5, pipeline: 0 },
  design: { time: 0.25, teams: 0 },
  guidance: { prescription: 0.3, choice: 0.6 },
};

/** Returns the scenario that a search sets: the place, years, target and beliefs of the one asked about, with some of everything. */
export function searchedScenario(asked: Scenario): Scenario {
  return scenarioOf({ ...asked, strategy: { name: middling }, levers: some });
}

/** Lists what found plans are held against beside business as usual: shipped strategies and grants, and the plan asked about. */
export function heldAgainst(asked: Scenario): Yardstick[] {
  const grants = strategies.filter(({ kind }) => kind === "grant");
  return [
    ...referenceYardsticks(asked),
    ...grants.map(({ name }) => ({ label: name, scenario: scenarioOf({ ...asked, strategy: name, levers: {} }) })),
    { label: "this plan", scenario: asked },
    { label: middling, scenario: searchedScenario(asked) },
  ];
}

/**
 * Returns what a plan sets of all that may be set, for a search to begin with: a lever of half the strength counts as half
 * its setting, and whatever is not in use, or changes over time, as little as there is.
 */
export function settingsOf(levers: Readonly<Record<string, LeverUse>>): Chosen {
  return Object.fromEntries(
    mayBeSet.map(({ name, range: [low, high] = [0, 1] }) => {
      const [, lever = "", setting = ""] = name.split(".");
      const record = catalogue.find((one) => one.name === lever)?.settings.find((one) => one.name === setting);
      const use = levers[lever];
      const strength = use?.intensity ?? 1;
      const value = use?.[setting] ?? record?.default;
      const perPerson = setting === "teachersPerCoach";
      if (!use || typeof value !== "number" || typeof strength !== "number") return [name, perPerson ? high : low];
      return [name, perPerson ? value / Math.max(strength, 0.01) : value * strength];
    }),
  );
}
