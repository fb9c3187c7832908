import type { Beliefs } from "@uptake/model";
import { countWorlds } from "./count-worlds.ts";
import { describeDependence } from "./describe-headline.ts";
import { describeSuspect, type Entry } from "./describe-suspect.ts";
import { dollars, interval, percent, points, sparkline } from "./format.ts";
import { table } from "./table.ts";

const at = (column: readonly (number | null)[] | undefined, month: number): number | null => column?.[month] ?? null;

/** Writes the table that compares strategies, one a row. */
export function studyTable(entries: readonly Entry[]): string {
  const head = [
    ["", "Adoption,", "", "", "Chance", "", "Gap,", "Adoption,", "", "Cost per", "Adoption by month,"],
    ["", "May year 3", "95%", "August", "of 80%,", "95%", "low–high", "May year 5", "", "added", "0–100%"],
    [
      "Strategy",
      "(mean)",
      "interval",
      "year 3",
      "May year 3",
      "interval",
      "poverty",
      "(unfunded)",
      "Cost",
      "adopter",
      "(5 years)",
    ],
  ];
  const rows = entries.map(({ title, answer: { adoption, target, gap, cost } }) => [
    title,
    percent(at(adoption.mean, 34)),
    interval(at(adoption.low, 34), at(adoption.high, 34)),
    percent(at(adoption.mean, 36)),
    percent(target.probability),
    interval(target.low, target.high),
    points(at(gap?.mean, 34)),
    percent(at(adoption.mean, 58)),
    dollars(cost.total),
    cost.perAddedSustainedAdopter === null ? "undefined" : dollars(cost.perAddedSustainedAdopter),
    sparkline(adoption.mean.filter((_, month) => month % 4 === 0)),
  ]);
  return table([...head, ...rows], [0, 10]);
}

/** Says what a chance is, given what is believed. */
function meaningOfChance({ worlds, level }: Beliefs): string {
  const from = worlds === null ? "kept from wide priors for the patterns they show" : `those of ${worlds.source}`;
  const effects = level === null ? "in which any lesson may have no effect" : `with every effect at its ${level} level`;
  return `A chance is the share of worlds, ${from}, ${effects}: it says what is believed possible, and is no forecast.`;
}

/** Says in a few sentences what the table means. */
export function studyMeaning(entries: readonly Entry[]): string {
  const ranked = entries.filter(({ answer }) => answer.target.probability !== null);
  const by = (one: Entry): number =>
    (one.answer.target.probability as number) * 1000 + (at(one.answer.adoption.mean, 34) ?? 0);
  const [first] = ranked;
  if (!first)
    return `The horizon ends before May of year 3, so there is no chance of 80% to report.\n${describeSuspect(entries)}`;
  const best = ranked.reduce((a, b) => (by(b) > by(a) ? b : a), first);
  const { target, adoption } = best.answer;
  const chance = `${percent(target.probability)} (95% interval ${interval(target.low, target.high)}, ${countWorlds(best.answer)})`;
  const dependence = describeDependence(best.answer, best.title);
  const sentences = [
    target.probability === 0
      ? `No strategy took the district to 80% of its teachers by May of year 3 in any of ${countWorlds(best.answer)}; “${best.title}” came nearest, at ${percent(at(adoption.mean, 34))} on average.`
      : `“${best.title}” has the best chance of 80% of teachers by May of year 3: ${chance}.`,
    ...(dependence === "" ? [] : [dependence.trimEnd()]),
    meaningOfChance(best.answer.scenario.parameters),
  ];
  return `${sentences.join("\n")}\n${describeSuspect(entries)}`;
}
