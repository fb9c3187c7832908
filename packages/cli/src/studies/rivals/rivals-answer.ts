import type { RankedPair, RivalRanking, Rivals } from "@uptake/study/rivals";
import { sharedOf } from "../../words/count-worlds.ts";
import { counted, percent } from "../../words/format.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { rivalsFigures } from "./rivals-figures.ts";
import { isOpen, rivalsSentence } from "./rivals-sentence.ts";
import { rivalsTables } from "./rivals-tables.ts";

/** Turns a ranking under rival assumptions into what is told of it. */
export function answerRivals(found: Rivals): StudyAnswer {
  const { checksums, ...data } = found;
  return {
    sentence: rivalsSentence(found),
    notes: notesOf(found),
    figures: rivalsFigures(found),
    tables: rivalsTables(found),
    data: { ...data, checksums },
    checksums,
  };
}

function notesOf(found: Rivals): string[] {
  const open = found.pairs.filter(({ difference }) => isOpen(difference)).length;
  const most = found.rivals
    .flatMap((rival) => rival.pairs.map((pair) => ({ rival, pair })))
    .reduce<{ rival: RivalRanking; pair: RankedPair } | undefined>(
      (a, b) => (a === undefined || (b.pair.share ?? 0) > (a.pair.share ?? 0) ? b : a),
      undefined,
    );
  return [
    ...(found.pairs.length > 0
      ? [
          "A flip is beyond chance where the mean difference changes its sign and neither interval covers zero; every strategy and rival met the same worlds and luck.",
        ]
      : [
          "Every rival met the same worlds and luck as the assumptions made, so changes are paired; one strategy alone has no place.",
        ]),
    ...(open > 0
      ? [`Of ${counted(found.pairs.length, "pair")}, ${open} cannot be told apart under the assumptions made.`]
      : []),
    ...(most && (most.pair.share ?? 0) > 0
      ? [
          `Single ${sharedOf(found)} change more often than means: most under ${most.rival.name}, where ${most.pair.first} and ${most.pair.second} change places in ${percent(most.pair.share)} of ${sharedOf(found)}.`,
        ]
      : []),
    ...found.rivals.map(({ name, doc }) => `${name}: ${doc || "as written in the study"}.`),
    ...found.skipped.map(({ name, reason }) => `${name} was left out: ${reason}.`),
    ...(found.failures.length > 0 ? [`${counted(found.failures.length, "run")} failed and are left out.`] : []),
  ];
}
