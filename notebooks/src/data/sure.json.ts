// Gathers the model's record: what it cannot say, which patterns it holds, how forecasts fared, what the kept worlds are.

import { keptWorlds, loadKeptWorlds, parameters, scenario, version } from "@uptake/model";
import { scenarioSchema } from "@uptake/model/validate";
import type { KeptSpread, RivalSwitch, SureRecord } from "../pages/sure/record.js";
import { fileOf, forecastScores, groupsIn, limitsIn, recordedFigures, summaryOf } from "./read-record.js";

interface Stated {
  readonly description: string;
  readonly enum?: readonly string[];
}

const { properties } = scenarioSchema() as unknown as {
  readonly properties: { readonly switches: { readonly properties: Readonly<Record<string, Stated>> } };
};
const usual = scenario().switches as unknown as Readonly<Record<string, string | boolean>>;
const switches = Object.entries(properties.switches.properties).map(
  ([name, { description, enum: options }]): RivalSwitch => ({
    name,
    doc: description,
    options: options ?? [true, false],
    default: usual[name] ?? false,
  }),
);

const table = await loadKeptWorlds();
const spread = (name: string): KeptSpread => {
  const column = table.parameters.indexOf(name);
  const values = table.rows.map((row) => row[column] ?? Number.NaN).sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((values[Math.round(share * (values.length - 1))] ?? Number.NaN).toPrecision(4));
  return [at(0.1), at(0.5), at(0.9)];
};

const record: SureRecord = {
  version,
  limits: limitsIn(fileOf("docs/model.md")),
  groups: summaryOf(groupsIn(fileOf("docs/validation.md"), recordedFigures())),
  switches,
  ...forecastScores(fileOf("tests/patterns/forecasts.json")),
  kept: Object.fromEntries(parameters.map(({ name }) => [name, spread(name)])),
  keptWorlds: keptWorlds.count,
};
process.stdout.write(JSON.stringify(record));
