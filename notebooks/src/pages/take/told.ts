import type { FrontierData, LevelRowsData } from "@uptake/charts";
import { parameters } from "@uptake/model";
import type { TakeAnswer, TakePlan } from "@uptake/study/questions";
import type { Answered } from "../../kit/answer.js";
import type { Table } from "../../kit/table.js";
import { labelOfBelief } from "../../words/label-of-belief.js";
import { takeWords as say } from "../../words/take.js";
import { titleOf } from "../../words/title-of.js";

/** Names a plan in words: found ones by number, shipped ones by their title. */
export function nameOf({
  label,
  found = /^plan \d+$/.test(label),
}: Pick<TakePlan, "label"> & Partial<Pick<TakePlan, "found">>): string {
  if (found) return say.names.found(label);
  const [name = label, ...scaled] = label.split(", scaled");
  const title = say.names.own[name] ?? titleOf(name) ?? name;
  return scaled.length > 0 ? say.names.scaled(title) : title;
}

/** Names a plan as {@link nameOf} does, whatever it was scaled to. */
export const unscaledNameOf = ({ label }: Pick<TakePlan, "label">): string =>
  nameOf({ label: label.split(", scaled")[0] ?? label });

/** Says what the budget buys. */
export function answerOf(answer: TakeAnswer, district: string): Answered {
  const [best] = answer.plans;
  if (!best?.chance) return { verdict: say.answer.none, rest: "", short: "" };
  const { value, low, high } = best.chance;
  return {
    verdict: say.answer.verdict(value, low, high),
    rest: [
      say.answer.best(answer, best, nameOf(best), district),
      say.answer.ties(answer),
      say.answer.floor(answer, best),
      say.answer.stage(answer),
    ]
      .filter((text) => text !== "")
      .join(" "),
    short: say.answer.short(answer),
  };
}

const provenance = ({ replicates, worlds, draw, seed, version }: TakeAnswer) => ({
  replicates,
  worlds,
  parameters: draw,
  seed,
  version,
});

/** Lists the chances of the best plans, for a chart. */
export function chancesOf(answer: TakeAnswer): LevelRowsData {
  return {
    of: say.figures.chance,
    unit: "share",
    by: say.figures.plan,
    rows: answer.plans.map((plan) => ({ label: nameOf(plan), result: plan.chance })),
    ...provenance(answer),
  };
}

/** Lists the plans that none beats in chance and cost, for a chart. */
export function frontierOf(answer: TakeAnswer): FrontierData {
  return {
    of: say.figures.chance,
    along: { label: say.figures.cost, unit: "dollars" },
    points: answer.frontier.map(({ label, plannedCost, chance, gain }) => ({
      budget: plannedCost,
      value: chance,
      label: nameOf({ label }),
      tied: gain !== null && gain.low <= 0 && gain.high >= 0,
      gain,
    })),
    ...provenance(answer),
  };
}

/** Lists all that is told of the best plans. */
export function plansTable({ plans }: TakeAnswer): Table {
  return {
    columns: [
      "plan",
      ...["chance", "target measure", "sustained", "worst third"].flatMap((of) => [of, `${of}, low`, `${of}, high`]),
      "planned cost, $ of 2024",
      "floor",
      "levers",
    ],
    rows: plans.map((plan) => [
      nameOf(plan),
      ...[plan.chance?.value ?? null, plan.chance?.low ?? null, plan.chance?.high ?? null],
      ...[plan.reached, plan.sustained, plan.worstTier].flatMap((of) => [
        of?.mean ?? null,
        of?.low ?? null,
        of?.high ?? null,
      ]),
      plan.plannedCost,
      plan.floor,
      JSON.stringify(plan.levers),
    ]),
  };
}

/** Lists the plans that none beats. */
export function frontierTable({ frontier }: TakeAnswer): Table {
  return {
    columns: ["plan", "planned cost, $ of 2024", "chance", "chance, low", "chance, high"],
    rows: frontier.map(({ label, plannedCost, chance: { value, low, high } }) => [
      nameOf({ label }),
      plannedCost,
      value,
      low,
      high,
    ]),
  };
}

/** Says where the best plan works, with beliefs in plain words. */
export function worksOf(answer: TakeAnswer): string {
  const [best] = answer.plans;
  const told = say.works.sentence(answer, best ? nameOf(best) : "");
  return (answer.works?.box?.parameters ?? []).reduce(
    (text, name) => text.replaceAll(` ${name} `, ` “${labelOfBelief(name)}” `),
    told,
  );
}

/** Says what the beliefs that a box names are, one a line. */
export function beliefsOf(names: readonly string[]): string[] {
  return names.map((name) =>
    say.works.belief(labelOfBelief(name), name, parameters.find((one) => one.name === name)?.doc ?? ""),
  );
}
