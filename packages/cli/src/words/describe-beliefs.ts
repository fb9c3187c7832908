import { type Beliefs, describePrior, type EffectLevel, parameters, priorOfOwn } from "@uptake/model";
import { counted } from "./format.ts";

/** Names the quartile at which a level holds effects, and the one of the costs of levers. */
const quartiles: Readonly<Record<EffectLevel, string>> = {
  sceptical: "first quartile, and costs of levers at their third,",
  central: "median",
  hopeful: "third quartile, and costs of levers at their first,",
};

/** Says what a scenario believes beside how worlds are drawn, a sentence each: nothing where all is as it ships. */
export function describeBeliefs({ values, priors, worlds, effects, level }: Beliefs): string[] {
  const own = Object.entries(priors).map(([name, prior]) => `${name} (${describePrior(priorOfOwn(prior))})`);
  const among = worlds === null ? "the kept worlds" : "these worlds";
  const apart = parameters.some(({ name, effect }) => effect && (name in values || name in priors));
  const but = apart ? ", but for those with a value or a prior of their own" : "";
  return [
    ...(worlds === null
      ? []
      : [
          `Worlds of the scenario: ${counted(worlds.rows.length, "world")} of ${worlds.source}, in place of the kept ones.`,
        ]),
    ...(effects === "common" ? [`Effects of lessons and levers have one common factor (effects: common)${but}.`] : []),
    ...(level === null
      ? []
      : [
          `Every effect of a lesson or lever is held at its ${quartiles[level]} among ${among} (level: ${level})${but}.`,
        ]),
    ...(own.length === 0 ? [] : [`Own priors, each drawn apart from all other numbers: ${own.join("; ")}.`]),
  ];
}
