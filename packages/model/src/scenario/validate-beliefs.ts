import type { Beliefs, OwnPrior } from "../evidence/beliefs.ts";
import { parameters } from "../evidence/parameters.ts";
import type { WorldTable } from "../evidence/world-table.ts";
import { type Issue, IssueLog } from "../issue.ts";
import { switchedValues } from "./assumed-parameters.ts";
import { checkWorldColumns, checkWorldCount, checkWorldRow } from "./check-world-rows.ts";
import type { Scenario } from "./scenario.ts";
import { writeRange } from "./validate-issues.ts";
import { writePath } from "./validate-path.ts";

const effects = parameters.filter(({ effect }) => effect).map(({ name }) => name);

/** Lists what is wrong with the beliefs of a well-formed scenario: priors, a table of worlds, and what contradicts another. */
export function checkBeliefs({ parameters: beliefs, switches }: Scenario): Issue[] {
  const { priors, worlds } = beliefs;
  const switched = switchedValues(switches);
  const ofPriors = Object.entries(priors).flatMap(([name, prior]) => [
    ...checkPrior(name, prior),
    ...checkHeld(name, beliefs.values[name], switched[name]),
  ]);
  const ofWorlds = worlds === null ? [] : checkWorlds(worlds);
  return [...ofPriors, ...ofWorlds, ...checkAgreement(beliefs, { ...beliefs.values, ...switched })];
}

function checkPrior(name: string, prior: OwnPrior): Issue[] {
  const { range, unit } = parameters.find((one) => one.name === name)!;
  const keys = ["parameters", "priors", name];
  const outside = (value: number, at: readonly (string | number)[]): Issue[] => {
    if (value >= range[0] && value <= range[1]) return [];
    const allowed = writeRange(range[0], range[1], unit);
    return [
      { code: "out-of-range", path: writePath([...keys, ...at]), message: `${value} is out of range`, value, allowed },
    ];
  };
  if ("bell" in prior) {
    const [mean, sd] = prior.bell;
    const issues = outside(mean, ["bell", 0]);
    if (sd > 0) return issues;
    const message = `the standard deviation is ${sd}, so the prior has no width`;
    return [
      ...issues,
      { code: "no-width", path: writePath([...keys, "bell", 1]), message, value: sd, allowed: "more than 0" },
    ];
  }
  const [low, high] = prior;
  const issues = [...outside(low, [0]), ...outside(high, [1])];
  if (low < high) return issues;
  const message = low === high ? `both ends are ${low}, so the prior has no width` : `${low} is above ${high}`;
  return [
    ...issues,
    { code: "no-width", path: writePath(keys), message, value: [low, high], allowed: "low below high" },
  ];
}

/** Finds a prior of a parameter that has a value, or that a switch holds. */
function checkHeld(name: string, value: number | undefined, switched: number | undefined): Issue[] {
  if (value === undefined && switched === undefined) return [];
  const holder =
    value === undefined ? `a switch holds ${name} at ${switched}` : `values give ${name} the value ${value}`;
  const path = writePath(["parameters", "priors", name]);
  const allowed = "a value or a prior, not both";
  return [{ code: "given-value", path, message: `${holder}, so it is not drawn`, value: value ?? switched, allowed }];
}

function checkWorlds(worlds: WorldTable | string): Issue[] {
  const path = "parameters.worlds";
  if (typeof worlds === "string") {
    const message = "names a file, which a program that reads scenario files puts its worlds in the place of";
    return [{ code: "unread-file", path, message, value: worlds }];
  }
  const { parameters: given, rows } = worlds;
  const columns = checkWorldColumns(given).map(({ place: _, ...issue }) => ({
    ...issue,
    path: `${path}.parameters`,
    message: `${issue.path}: ${issue.message}`,
  }));
  const moved = given.findIndex((name, i) => name !== parameters[i]?.name);
  if (columns.length === 0 && moved >= 0) {
    const message = "the parameters are not in the order of the record";
    columns.push({ code: "wrong-order", path: `${path}.parameters[${moved}]`, message, value: given[moved] });
  }
  const count = checkWorldCount(rows.length);
  if (columns.length > 0 || count) return [...columns, ...(count ? [{ path: `${path}.rows`, ...count }] : [])];
  const log = new IssueLog();
  const checkRow = (row: readonly number[], r: number): Issue[] => {
    const at = `${path}.rows[${r}]`;
    if (row.length !== given.length) {
      const message = `has ${row.length} values, and there are ${given.length} parameters`;
      return [{ code: "ragged-row", path: at, message, value: row.length }];
    }
    return checkWorldRow(row).map(({ place, ...issue }) => ({
      ...issue,
      path: `${at}[${place}]`,
      message: `${issue.path}: ${issue.message}`,
    }));
  };
  rows.forEach((row, r) => {
    log.addAll(checkRow(row, r));
  });
  return log.list();
}

/** Finds settings of which one leaves nothing to another. */
function checkAgreement(beliefs: Beliefs, values: Readonly<Record<string, number>>): Issue[] {
  const { draw, worlds, effects: ties, level, priors } = beliefs;
  const issues: Issue[] = [];
  const add = (code: string, field: string, message: string, allowed: string): unknown =>
    issues.push({ code, path: `parameters.${field}`, message, allowed });
  if (worlds !== null && draw !== "sampled")
    add("contradicts-draw", "worlds", `worlds are not taken from a table with draw: ${draw}`, "draw: sampled");
  const common = ties === "common";
  const own = effects.every((name) => name in values || name in priors);
  if (common && own)
    add("nothing-to-tie", "effects", "every effect has a value or a prior of its own", "effects: independent");
  else if (common && level !== null)
    add("contradicts-level", "effects", `level: ${level} holds every effect, so none moves`, "effects: independent");
  else if (common && draw === "fixed")
    add("contradicts-draw", "effects", "with draw: fixed no effect moves", "draw: sampled or draw: priors");
  if (level !== null && own)
    add("nothing-to-hold", "level", "every effect has a value or a prior of its own", "no level");
  return issues;
}
