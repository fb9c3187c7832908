import { parameters } from "@uptake/model";
import type { Stress } from "@uptake/study/stress";
import { counted } from "../../words/format.ts";
import { seriesName } from "../../words/series-words.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { stressFigures } from "./stress-figures.ts";
import { stressSentence } from "./stress-sentence.ts";
import { stressTables } from "./stress-tables.ts";
import { differenceSize, successWords } from "./stress-words.ts";

/** Turns a stress test into what is told of it. */
export function answerStress(found: Stress): StudyAnswer {
  const sentence = stressSentence(found);
  const others = found.vulnerabilities.filter((one) => !sentence.endsWith(one.sentence));
  return {
    sentence,
    notes: [...others.map((one) => one.sentence), ...notesOf(found)],
    figures: stressFigures(found),
    tables: stressTables(found),
    data: found,
    checksums: found.checksums,
  };
}

/** Says where worlds come from. */
const originOf: Readonly<Record<Stress["worlds"]["from"], string>> = {
  kept: "Worlds are those kept because they show the patterns of the model's design; shares of them are not chances of the future.",
  table: "Worlds are those of the scenario's own table.",
  priors: "Worlds are drawn from the wide priors, whatever patterns they show.",
};

function notesOf(found: Stress): string[] {
  const { worlds, shocks, tolerance, threshold, failures, underShocks } = found;
  const leftOut = underShocks.reduce((sum, one) => sum + one.leftOut, 0);
  const named = new Set(
    found.vulnerabilities.flatMap(({ boxes }) => boxes.flatMap((box) => box.restrictions.map(({ input }) => input))),
  );
  return [
    `Success is ${successWords(found)}; every strategy met the same worlds, luck and shocks, so differences are paired.`,
    originOf[worlds.from],
    `The outcome of a world ${worlds.luck > 1 ? `is the mean over ${worlds.luck} runs with luck of their own` : "is that of one run, so luck is part of it"}.`,
    `Shocks are readings of what districts met; no likelihood is attached to them. ${shocks.map(({ name, doc }) => `${name}: ${doc}`).join("; ")}.`,
    "Circumstances of failure, a box of limits on numbers of the world, were sought in one half of the worlds by peeling off slices with few failures (PRIM), and tested in the other; where few worlds fail or succeed, nothing is found. Density is the share of cases in the box that fail, coverage the share of all failures that are in it.",
    ...(found.strategies.length > 1
      ? ["Regret is what a strategy forgoes in a world against the strategy that is best there."]
      : ["One strategy alone has no place among others, and nothing to be regretted against."]),
    ...(tolerance > 0 ? [`Outcomes within ${differenceSize(found, tolerance)} of the best are no regret.`] : []),
    ...[...named].flatMap((name) => {
      const parameter = parameters.find((one) => one.name === name);
      return parameter ? [`${name}: ${parameter.doc} (${parameter.unit}).`] : [];
    }),
    ...(failures.length > 0 ? [`${counted(failures.length, "run")} failed and are left out.`] : []),
    ...(leftOut > 0
      ? [
          `${counted(leftOut, "world")} under shocks are left out: some strategy has no value of ${seriesName(threshold.measure)} there.`,
        ]
      : []),
  ];
}
