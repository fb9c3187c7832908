import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  levers,
  parameters,
  profile,
  profileNames,
  rosterFields,
  rosterFormats,
  rosterMarks,
  scenario,
  shockKinds,
  strategies,
} from "@uptake/model";
import { scenarioSchema } from "@uptake/model/validate";
import { sentenceOf } from "./svg-sentence.mjs";

/** Reads the rival assumptions as the scenario format and its defaults state them. */
function switches() {
  const stated = scenarioSchema().properties.switches.properties;
  const defaults = scenario().switches;
  return Object.entries(stated).map(([name, { description, enum: options }]) => ({
    name,
    doc: description,
    options: options ?? [true, false],
    default: defaults[name],
  }));
}

/** Reads the charts of the gallery: where each lies, seen from docs/, and the sentence that names it. */
function charts() {
  const folder = new URL("../../packages/charts/src/__snapshots__/", import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".svg"))
    .sort()
    .map((file) => ({
      name: file.slice(0, -".svg".length),
      path: `../packages/charts/src/__snapshots__/${file}`,
      sentence: sentenceOf(readFileSync(new URL(file, folder), "utf8")),
    }));
}

const at = (path) => new URL(`../../${path}`, import.meta.url);
const read = (path) => JSON.parse(readFileSync(at(path), "utf8"));
const readIfThere = (path) => (existsSync(at(path)) ? read(path) : undefined);

/** Reads what the reference strategies did before support moved people, and what they do now once that is recorded. */
function support() {
  return {
    before: read("tests/patterns/before-support.json"),
    after: readIfThere("tests/patterns/strategies.json"),
  };
}

/** Reads what `pnpm bench --record` and `pnpm bench:pages --record` recorded, if they did, and what is known of peers. */
function performance() {
  return {
    recorded: readIfThere("packages/cli/bench/recorded.json"),
    pages: readIfThere("tests/browser/bench/recorded.json"),
    peers: read("packages/cli/bench/peers.json"),
  };
}

/** Reads all that the documents state: the records of the model, the recorded figures, the charts and the study files. */
export function readFacts() {
  const figures = read("tests/patterns/figures.json");
  const studySchema = read("packages/cli/studies/study.schema.json");
  const districts = profileNames.map(profile);
  return {
    parameters,
    levers,
    strategies,
    shockKinds,
    switches: switches(),
    districts,
    figures,
    support: support(),
    stories: readIfThere("tests/patterns/stories.json"),
    forecasts: read("tests/patterns/forecasts.json"),
    performance: performance(),
    fifteen: readIfThere("docs/studies/fifteen-to-eighty/answers.json"),
    charts: charts(),
    studySchema,
    rosterFields,
    rosterFormats,
    rosterMarks,
  };
}
