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

/** Reads all that the documents state in numbers: the records of the model, and the recorded figures. */
export function readFacts() {
  const figures = JSON.parse(readFileSync(new URL("../../tests/patterns/figures.json", import.meta.url), "utf8"));
  const districts = profileNames.map(profile);
  return { parameters, levers, strategies, shockKinds, switches: switches(), districts, figures };
}
