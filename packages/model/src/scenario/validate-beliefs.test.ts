import { beforeAll, describe, expect, test } from "vitest";
import { loadKeptWorlds } from "../evidence/load-kept-worlds.ts";
import { parameters } from "../evidence/parameters.ts";
import type { WorldTable } from "../evidence/world-table.ts";
import type { Issue } from "../issue.ts";
import { scenarioSchema, validateScenario } from "./validate.ts";

let kept: WorldTable;
beforeAll(async () => {
  kept = await loadKeptWorlds();
});

async function issuesOf(beliefs: object, rest: object = {}): Promise<string[]> {
  const result = await validateScenario({ ...rest, parameters: beliefs });
  const issues: readonly Issue[] = "issues" in result ? result.issues : [];
  return issues.map(
    ({ code, path, message, allowed, nearest }) =>
      `${code} ${path}: ${message}${allowed && !nearest ? ` (${allowed})` : ""}${nearest ? `; did you mean ${nearest}?` : ""}`,
  );
}

const at = (name: string, rest = ""): string => `parameters.priors["${name}"]${rest}`;
const effects = Object.fromEntries(parameters.filter(({ effect }) => effect).map((one) => [one.name, one.default]));

describe("own priors", () => {
  test.for<[priors: unknown, ...issues: string[]]>([
    [
      { "trying.support": [2, 2] },
      `no-width ${at("trying.support")}: both ends are 2, so the prior has no width (low below high)`,
    ],
    [{ "trying.support": [3, 1] }, `no-width ${at("trying.support")}: 3 is above 1 (low below high)`],
    [
      { "trying.support": { bell: [1, 0] } },
      `no-width ${at("trying.support", ".bell[1]")}: the standard deviation is 0, so the prior has no width (more than 0)`,
    ],
    [
      { "trying.support": { bell: [11, -1] } },
      `out-of-range ${at("trying.support", ".bell[0]")}: 11 is out of range (0 to 10 log-odds per unit)`,
      `no-width ${at("trying.support", ".bell[1]")}: the standard deviation is -1, so the prior has no width (more than 0)`,
    ],
    [
      { "support.rho": [-3, 4] },
      `out-of-range ${at("support.rho", "[0]")}: -3 is out of range (-2 to 1 exponent)`,
      `out-of-range ${at("support.rho", "[1]")}: 4 is out of range (-2 to 1 exponent)`,
    ],
    [
      { "trying.suport": [1, 2] },
      `unknown-parameter ${at("trying.suport")}: no parameter is called “trying.suport”; did you mean trying.support?`,
    ],
    [
      { "trying.support": [Number.NaN, "2"] },
      `not-finite ${at("trying.support", "[0]")}: NaN is not a finite number`,
      `wrong-kind ${at("trying.support", "[1]")}: “2” is not a number`,
    ],
    [{ "trying.support": [1, 2, 3] }, `too-long ${at("trying.support")}: has more than 2 entries`],
    [{ "trying.support": 3 }, `wrong-kind ${at("trying.support")}: 3 is not a list or a group of fields`],
    [{ "trying.support": { bell: 3 } }, `wrong-kind ${at("trying.support", ".bell")}: 3 is not a list`],
  ])("%o are refused", async ([priors, ...issues]) => {
    expect(await issuesOf({ priors })).toEqual(issues);
  });
  test("of what has a value, or what a switch holds, are refused", async () => {
    const beliefs = { priors: { "support.rho": [-1, 1] }, values: { "support.rho": 1 } };
    expect(await issuesOf(beliefs)).toEqual([
      `given-value ${at("support.rho")}: values give support.rho the value 1, so it is not drawn (a value or a prior, not both)`,
    ]);
    expect(await issuesOf({ priors: beliefs.priors }, { switches: { levels: "product" } })).toEqual([
      `given-value ${at("support.rho")}: a switch holds support.rho at 0, so it is not drawn (a value or a prior, not both)`,
    ]);
  });
});

describe("a table of worlds", () => {
  const of = (change: Partial<Record<keyof WorldTable, unknown>>): object => ({ worlds: { ...kept, ...change } });
  const changed = (r: number, change: (row: readonly number[]) => readonly unknown[]): object =>
    of({ rows: kept.rows.slice(0, 3).map((row, i) => (i === r ? change(row) : row)) });

  test("passes, and comes back as it was", async () => {
    const result = await validateScenario({ parameters: of({}) });
    expect("scenario" in result && result.scenario.parameters.worlds).toEqual(kept);
  });
  test("has two worlds or more", async () => {
    const end = "(2 to 100000 worlds)";
    expect(await issuesOf(of({ rows: [] }))).toEqual([`empty parameters.worlds.rows: there are no worlds ${end}`]);
    expect(await issuesOf(of({ rows: kept.rows.slice(0, 1) }))).toEqual([
      `too-few-worlds parameters.worlds.rows: there is only one world; give its numbers as values to run in it alone ${end}`,
    ]);
  });
  test("has a column for each parameter, in order, and no other", async () => {
    const names = kept.parameters.with(0, "trying.suport");
    expect(await issuesOf(of({ parameters: names }))).toEqual([
      `missing-column parameters.worlds.parameters: ${kept.parameters[0]}: the column is missing`,
      "unknown-column parameters.worlds.parameters: trying.suport: there is no column “trying.suport”; did you mean trying.support?",
    ]);
    const twice = [...kept.parameters, "support.rho"];
    expect(await issuesOf(of({ parameters: twice }))).toEqual([
      "repeated-column parameters.worlds.parameters: support.rho: the column is there twice",
    ]);
    const [first, second, ...others] = kept.parameters;
    expect(await issuesOf(of({ parameters: [second, first, ...others] }))).toEqual([
      "wrong-order parameters.worlds.parameters[0]: the parameters are not in the order of the record",
    ]);
    expect(await issuesOf(of({ parameters: [] }))).toHaveLength(13);
  });
  test("has numbers in range in every place", async () => {
    const place = kept.parameters.indexOf("support.rho");
    expect(await issuesOf(changed(1, (row) => row.with(place, 7)))).toEqual([
      `out-of-range parameters.worlds.rows[1][${place}]: support.rho: 7 is out of range (-2 to 1 exponent)`,
    ]);
    expect(await issuesOf(changed(2, (row) => row.slice(1)))).toEqual([
      `ragged-row parameters.worlds.rows[2]: has ${kept.parameters.length - 1} values, and there are ${kept.parameters.length} parameters`,
    ]);
    expect(await issuesOf(changed(2, (row) => row.with(place, Number.NaN)))).toEqual([
      `not-finite parameters.worlds.rows[2][${place}]: NaN is not a finite number`,
    ]);
  });
  test("is no name of a file, which only a reader of files can follow", async () => {
    expect(await issuesOf({ worlds: "worlds.csv" })).toEqual([
      "unread-file parameters.worlds: names a file, which a program that reads scenario files puts its worlds in the place of",
    ]);
    expect(await issuesOf({ worlds: 3 })).toEqual([
      "wrong-kind parameters.worlds: 3 is not a group of fields or a text",
    ]);
  });
  test.for(["priors", "fixed"])("is for sampled worlds, not with draw: %s", async (draw) => {
    expect(await issuesOf({ ...of({}), draw })).toEqual([
      `contradicts-draw parameters.worlds: worlds are not taken from a table with draw: ${draw} (draw: sampled)`,
    ]);
  });
});

describe("ties and levels", () => {
  test.for<[beliefs: object, ...issues: string[]]>([
    [
      { effects: "comon", level: "hopefull" },
      "unknown-name parameters.effects: “comon” is not one of the names allowed; did you mean common?",
      "unknown-name parameters.level: “hopefull” is not one of the names allowed; did you mean hopeful?",
    ],
    [
      { effects: "common", level: "central" },
      "contradicts-level parameters.effects: level: central holds every effect, so none moves (effects: independent)",
    ],
    [
      { effects: "common", draw: "fixed" },
      "contradicts-draw parameters.effects: with draw: fixed no effect moves (draw: sampled or draw: priors)",
    ],
    [
      { effects: "common", values: effects },
      "nothing-to-tie parameters.effects: every effect has a value or a prior of its own (effects: independent)",
    ],
    [
      { level: "hopeful", values: effects },
      "nothing-to-hold parameters.level: every effect has a value or a prior of its own (no level)",
    ],
  ])("%o are refused", async ([beliefs, ...issues]) => {
    expect(await issuesOf(beliefs)).toEqual(issues);
  });
  test("that leave something open pass", async () => {
    const { "trying.support": _, ...most } = effects;
    expect(await issuesOf({ effects: "common", values: most })).toEqual([]);
    expect(await issuesOf({ level: "sceptical", draw: "fixed", values: most })).toEqual([]);
    expect(await issuesOf({ level: null, worlds: null, effects: "independent", priors: {} })).toEqual([]);
  });
});

test("the JSON Schema has all of it, and takes the name of a file", () => {
  const schema = scenarioSchema() as { properties: { parameters: { properties: Record<string, unknown> } } };
  const { properties } = schema.properties.parameters;
  expect(Object.keys(properties)).toEqual(["draw", "values", "priors", "worlds", "effects", "level"]);
  expect(JSON.stringify(properties["worlds"])).toContain(
    "Name of a file, CSV or Parquet, relative to the scenario file",
  );
  expect(JSON.stringify(properties["priors"])).toContain('"trying.support":{"$ref":"#/$defs/own-prior"}');
});
