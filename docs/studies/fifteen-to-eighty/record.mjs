import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { questions, studies, teachersOf, textOf } from "./questions.mjs";
import { recordBeliefs } from "./record/beliefs.mjs";
import { recordEarly } from "./record/early.mjs";
import { recordRivals } from "./record/rivals.mjs";
import { rounded } from "./record/rounded.mjs";
import { recordSearch } from "./record/search.mjs";
import { recordShares } from "./record/shares.mjs";
import { recordStart } from "./record/start.mjs";
import { recordStress } from "./record/stress.mjs";

const recorders = {
  start: recordStart,
  early: (_, folder, place) => recordEarly(teachersOf(place), folder),
  "search-support": recordSearch,
  "search-decide": recordSearch,
  stress: recordStress,
  rivals: recordRivals,
  beliefs: recordBeliefs,
  "beliefs-decide": recordBeliefs,
  shares: recordShares,
};

/** Records one study from its folder of results: its receipt, how many runs it took, and what is told of it. */
export async function recordOf({ name, question, place }, folder) {
  const answer = JSON.parse(readFileSync(join(folder, name, "answer.json"), "utf8"));
  const { seed, version, runs, failed, receipt, data } = answer;
  return rounded({
    seed,
    version,
    runs,
    failed,
    receipt,
    ...(await recorders[question](data, join(folder, name), place)),
  });
}

/** Takes the SHA-256 of each question as it is asked, so that a record of another question is noticed. */
export const asked = () =>
  Object.fromEntries(
    [...questions.everywhere, ...questions.napa].map((question) => [
      question,
      createHash("sha256").update(textOf(question)).digest("hex"),
    ]),
  );

/** Records every study of a folder of results. */
export async function recordAll(folder) {
  const entries = [];
  for (const study of studies) entries.push([study.name, await recordOf(study, folder)]);
  return { asked: asked(), studies: Object.fromEntries(entries) };
}

/** Writes a record as the file has it. */
export const written = (record) => `${JSON.stringify(record, null, 1)}\n`;
