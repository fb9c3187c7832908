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
  const plain = (text) =>
    text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".svg"))
    .sort()
    .map((file) => ({
      name: file.slice(0, -".svg".length),
      path: `../packages/charts/src/__snapshots__/${file}`,
      sentence: plain(/ aria-label="([^"]*)"/.exec(readFileSync(new URL(file, folder), "utf8"))?.[1] ?? ""),
    }));
}

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

/** Reads what the reference strategies did before support moved people, and what they do now once that is recorded. */
function support() {
  const after = "tests/patterns/strategies.json";
  return {
    before: read("tests/patterns/before-support.json"),
    after: existsSync(new URL(`../../${after}`, import.meta.url)) ? read(after) : undefined,
  };
}

/** Reads what networks, districts and schools come to in their own schools, once that is recorded. */
function stories() {
  const file = "tests/patterns/stories.json";
  return existsSync(new URL(`../../${file}`, import.meta.url)) ? read(file) : undefined;
}

/** Reads what `pnpm bench --record` and `pnpm bench:pages --record` recorded, if they did, and what is known of peers. */
function performance() {
  const recorded = (file) => (existsSync(new URL(`../../${file}`, import.meta.url)) ? read(file) : undefined);
  return {
    recorded: recorded("packages/cli/bench/recorded.json"),
    pages: recorded("tests/browser/bench/recorded.json"),
    peers: read("packages/cli/bench/peers.json"),
  };
}

/** Reads what the worked study recorded, once it is. */
function fifteen() {
  const file = "docs/studies/fifteen-to-eighty/answers.json";
  return existsSync(new URL(`../../${file}`, import.meta.url)) ? read(file) : undefined;
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
    stories: stories(),
    forecasts: read("tests/patterns/forecasts.json"),
    performance: performance(),
    fifteen: fifteen(),
    charts: charts(),
    studySchema,
    rosterFields,
    rosterFormats,
    rosterMarks,
  };
}
