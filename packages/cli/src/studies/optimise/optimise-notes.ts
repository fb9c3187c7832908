import { levers, type Scenario } from "@uptake/model";
import type { BudgetAnswer, Frontier, FrontierPlan, Optimised } from "@uptake/study/optimise";
import { countWorlds } from "../../words/count-worlds.ts";
import { counted, dollars } from "../../words/format.ts";
import { againstIn, isTold, shortName, soughtIn, tenth } from "./optimise-words.ts";

/** Says what an answer rests on, what its terms mean, and what it cannot tell. */
export function optimiseNotes(result: Optimised, scenario: Scenario): string[] {
  const { budgets, infeasible, cheapest, failures, floor } = result;
  const cannot = infeasible.map((budget) => dollars(budget)).join(", ");
  return [
    ...frontierNotes(result),
    ...(cannot === ""
      ? []
      : [`No plan within the ranges fits ${cannot}: the cheapest is planned to cost ${dollars(cheapest.cost)}.`]),
    "Planned cost is what a budget is drawn up from: known prices, no shocks. Every plan ranked for a sum is planned to cost no more; what is then spent differs by world, and may be more (cost, cost_p10 and cost_p90 in the table of plans). In the search, a candidate that costs more is moved towards the cheapest plan until it fits.",
    heldNote(result, scenario),
    "Plans are told apart by what they come to in the same worlds and luck: two cannot be told apart where the 95% interval of that difference holds zero, however far their own intervals overlap or not.",
    "Yardsticks are strategies as they ship or were given. One that costs more than the sum is scaled down to it, all its levers but an assessment by one factor; one that costs less stands as it is. Found plans are numbered from the smallest sum, best first.",
    ...(Object.keys(floor).length > 0
      ? [
          "The equity floor is kept where the whole 95% interval of what it bounds keeps it, and broken where the whole of it does not. Plans that keep it rank before those of which the runs do not tell, and these before those that break it.",
        ]
      : []),
    `Candidates share worlds and luck. ${heldOutNote(result, scenario)}, for the best of many tries is partly lucky: ${budgets.map(promiseOf).join("; ")}. The best of those tried again is still a little flattered by being picked from them.`,
    "A search finds good plans, not surely the best; every plan tried again is in the table.",
    ...budgets.flatMap(({ budget, missing }) =>
      missing.map((one) => `For ${dollars(budget)} there is no yardstick of ${one}.`),
    ),
    ...(failures.length > 0 ? [`${counted(failures.length, "run")} failed and are left out.`] : []),
  ];
}

/** Says what plans have that was not chosen: of a lever that the plan asked about does not use, its usual settings. */
function heldNote({ decisions }: Optimised, scenario: Scenario): string {
  const chosen = new Set(decisions.map(({ name }) => name));
  const brought = levers.filter(
    ({ name }) => scenario.levers[name] === undefined && decisions.some(({ lever }) => lever === name),
  );
  const usual = brought.map(({ name, settings, counts = [], choices = [] }) => {
    const all = [{ name: "intensity", default: 1 }, { name: "start", default: 0 }, ...settings, ...counts, ...choices];
    const held = all.filter((one) => !chosen.has(`levers.${name}.${one.name}`));
    return `${name} with ${held.map((one) => `${one.name} ${one.default}`).join(", ")}`;
  });
  const stays = `What is not chosen stays as “${scenario.strategy}” has it.`;
  if (usual.length === 0) return stays;
  const [it, these] = usual.length === 1 ? ["a lever", "it"] : ["levers", "them"];
  return `${stays} It does not use ${it} of which settings are chosen; every plan searched has ${these}, the settings that are not chosen at their usual values: ${usual.join("; ")}.`;
}

/** Says where each frontier runs, and from how many of its steps nothing is told. */
function frontierNotes(result: Optimised): string[] {
  return [
    ...result.frontiers.flatMap((one) => frontierNote(result, one)),
    ...(result.tradeOff.includes("gap")
      ? [
          "The gap is the mean lead of the low-poverty over the high-poverty third of schools; below zero the high-poverty third leads.",
        ]
      : []),
  ];
}

function frontierNote(result: Optimised, frontier: Frontier): string[] {
  const { against, plans } = frontier;
  const [first] = plans;
  const last = plans.at(-1);
  if (!first || !last) return [];
  const measures = `${soughtIn(result)} and ${againstIn(frontier)}`;
  const at = (plan: FrontierPlan): string =>
    [
      `${tenth(plan.value?.value ?? 0)} with ${plan.values ? `${plan.label} (${shortName(plan)})` : plan.label}`,
      ...(against.includes("cost") ? [`for ${dollars(plan.plannedCost)}`] : []),
      ...(against.includes("gap") && plan.gap ? [`at a gap of ${tenth(plan.gap.mean)}`] : []),
    ].join(" ");
  if (plans.length === 1) return [`One plan is not beaten by any other in ${measures}: ${at(first)}.`];
  const made = `${plans.length} plans make the frontier of ${measures}: none of the others is as good in each and better in one`;
  if (against.length > 1) return [`${made}.`];
  const steps = plans.filter(({ gain }) => gain !== null && !isTold(gain)).length;
  const untold =
    steps === 0 ? "" : ` ${steps === 1 ? "One step" : `${steps} steps`} along it cannot be told from none.`;
  return [`${made}. It runs from ${at(first)} to ${at(last)}.${untold}`];
}

/** Says which worlds were searched and which judged. */
function heldOutNote({ worlds, replicates }: Optimised, { parameters: { draw } }: Scenario): string {
  const searched = counted(worlds.searched, "world");
  const judged = countWorlds({ replicates, worlds: worlds.judged, parameters: draw });
  switch (draw) {
    case "fixed":
      return `All runs have one world, so only luck is fresh in the ${judged} in which the plans named were tried again`;
    case "priors":
      return `They were tried in ${searched} of the priors, and the plans named again in ${judged} that no search had seen`;
    case "sampled":
      return `They were tried in ${searched} of one half, and the plans named again in ${judged} of the other half, which neither the search nor planned costs had seen`;
  }
}

/** Says what the search thought of its best plan; what was held out from it shows is in the table. */
function promiseOf({ budget, promised, plans }: BudgetAnswer): string {
  if (promised === null) return `for ${dollars(budget)} the search found none that keeps the floor in its own worlds`;
  const found = plans.find((plan) => plan.found);
  const shown = found?.value ? tenth(found.value.value) : "nothing";
  return `for ${dollars(budget)} the search saw ${tenth(promised)} where what it had not seen shows ${shown} with the first of the found plans`;
}
