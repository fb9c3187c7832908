import { readFileSync } from "node:fs";
import { levers, parameters, profile, profileNames, scenario, shockKinds, strategies } from "@uptake/model";
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

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

/** Reads all that the documents state in numbers: the records of the model, and the recorded figures. */
export function readFacts() {
  const figures = read("tests/patterns/figures.json");
  const studySchema = read("packages/cli/studies/study.schema.json");
  const districts = profileNames.map(profile);
  return { parameters, levers, strategies, shockKinds, switches: switches(), districts, figures, studySchema };
}
