import { type District, enrolmentNotReported, profile, type Scenario, type Target } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import { BadInput, collect, describeFault, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { counted } from "../words/format.ts";
import { namedCommand } from "../words/shell-quoted.ts";
import { beliefsOptionOf, type ChosenBeliefs, chooseBeliefs } from "./beliefs-options.ts";
import { type FieldsFile, readArgument } from "./fields-file.ts";
import { isJsonName, isYamlName } from "./file-name.ts";
import { meansFile } from "./means-file.ts";
import { type HowOften, howOften, type RawOptions } from "./options.ts";
import { type Chosen, chooseDistrict } from "./place.ts";
import { type PlacedChange, placeChange, tellChanges } from "./placed-change.ts";
import { type PopulationOfFiles, readPopulationFiles } from "./population-files.ts";
import type { ScenarioSource } from "./scenario-source.ts";
import { chooseTarget, targetOptionOf } from "./target-options.ts";

/** Holds everything a command was asked for, checked. */
export interface Settled extends HowOften {
  readonly scenarios: readonly Scenario[];
  /** What was changed in files of an older version. */
  readonly changes: readonly PlacedChange[];
}

/** Options that take the place of fields of the scenario. */
const optionOf: Readonly<Record<string, string>> = {
  district: "--district",
  strategy: "--strategy",
  horizon: "--months",
};

/**
 * Checks the options and the scenarios that `sources` name (files, or strategies; none is business as usual) or hold. A strategy
 * named beside a file takes the place of that file's. Warnings, and what was changed in older files, go to stderr. `faults` holds what was found before;
 * `replicates` is how many there are where the options do not say, and `most` how many there may be.
 *
 * @throws BadInput with everything that is wrong, at once.
 */
export async function settle(
  host: Host,
  sources: readonly (string | FieldsFile | ScenarioSource | undefined)[],
  raw: RawOptions,
  faults: Fault[] = [],
  replicates?: number,
  most?: number,
): Promise<Settled> {
  const strategy = strategyOption(raw, faults);
  const often = howOften(raw, faults, replicates, most);
  const chosen = await chooseDistrict(host, raw, faults);
  const changes: PlacedChange[] = [];
  const beliefs = await chooseBeliefs(host, raw, faults, changes);
  const target = await chooseTarget(raw, faults);
  const files = await Promise.all(
    sources.map((source) => {
      if (source === undefined || (typeof source === "object" && "input" in source)) return source;
      return collect(faults, undefined, async () => {
        const read = typeof source === "string" ? await readArgument(host, source) : source;
        return read && (await import("./scenario-source.ts")).readScenario(host, read);
      });
    }),
  );
  // What an option gives takes the place of the files' own, so those need not be there.
  const given = { district: chosen.district, "parameters.worlds": raw.worlds };
  const replaced = (of: string): boolean => given[of as keyof typeof given] !== undefined;
  faults.push(...files.flatMap((file) => file?.faults.filter(({ of }) => !replaced(of)) ?? []));
  for (const file of files) if (raw.worlds === undefined) changes.push(...(file?.changes ?? []));
  const shared = files.find((file) => file !== undefined);
  const scenarios: Scenario[] = [];
  for (const [i, source] of sources.entries()) {
    const named = typeof source === "string" && !meansFile(host, source);
    const file = named || source === undefined ? shared : files[i];
    if (source !== undefined && !named && !file) continue;
    const request: Request = {
      file,
      strategy: strategy ?? (named ? source : undefined),
      named,
      chosen,
      beliefs,
      target,
      raw,
      months: often.months,
    };
    const scenario = await complete(host, request, faults, changes);
    if (scenario) scenarios.push(scenario);
  }
  if (faults.length > 0) throw new BadInput(faults);
  if (scenarios.some(({ target: { of } }) => of === "students")) warnOfUncounted(host, chosen);
  tellChanges(host, changes);
  return { ...often, scenarios, changes };
}

/** Returns the strategy that `--strategy` names; refuses a file, which is given as an argument, and a fault is added. */
function strategyOption({ strategy }: RawOptions, faults: Fault[]): string | undefined {
  if (!isYamlName(strategy) && !isJsonName(strategy)) return strategy;
  const message = `names a strategy; a scenario file is given without the option: ${namedCommand("run", strategy)}`;
  faults.push({ code: "conflict", path: "--strategy", message, value: strategy });
  return undefined;
}

/** Warns of schools of a roster that do not say how many students they have, whom a target of students leaves out. */
function warnOfUncounted(host: Host, { report }: Chosen): void {
  const { length } = report?.dropped.filter(({ reason }) => reason === enrolmentNotReported) ?? [];
  if (length === 0) return;
  const left =
    length === 1
      ? "reports no enrolment and is left out, so its students are"
      : "report no enrolment and are left out, so their students are";
  host.err(`warning: --roster: ${counted(length, "school")} ${left} not among those told of\n`);
}

interface Request {
  readonly file: ScenarioSource | undefined;
  readonly strategy: string | undefined;
  /** Whether the strategy is an argument, not an option. */
  readonly named: boolean;
  readonly chosen: Chosen;
  readonly beliefs: ChosenBeliefs;
  readonly target: Partial<Target>;
  readonly raw: RawOptions;
  readonly months: number | undefined;
}

/** Lays what options give over the fields of a group; returns the path of each field with its option. */
function layOver(
  input: Record<string, unknown>,
  group: string,
  given: object,
  options: Readonly<Record<string, string>>,
): readonly (readonly [path: string, option: string])[] {
  const { [group]: before = {} } = input;
  const names = Object.keys(given);
  // What is no group of fields is told of by the check of the whole.
  if (typeof before === "object" && before !== null && names.length > 0) input[group] = { ...before, ...given };
  return names.map((name) => [`${group}.${name}`, options[name] as string]);
}

/** Lays the options over the file and checks the whole. */
async function complete(
  host: Host,
  request: Request,
  faults: Fault[],
  changes: PlacedChange[],
): Promise<Scenario | undefined> {
  const { file, strategy, named, chosen, beliefs, target, raw, months } = request;
  const input: Record<string, unknown> = { ...file?.input };
  const replaced = new Map<string, string>();
  const replace = (field: string, value: unknown): void => {
    if (value === undefined) return;
    input[field] = value;
    replaced.set(field, (named && field === "strategy" ? "strategy" : optionOf[field]) as string);
  };
  replace("district", chosen.district);
  replace("strategy", strategy);
  replace("horizon", months);
  const laid = [
    ...layOver(input, "parameters", beliefs, beliefsOptionOf),
    ...layOver(input, "target", target, targetOptionOf),
  ];
  // What stands in a file beside a strategy that is named is another plan's.
  if (named) for (const field of ["levers", "name"]) delete input[field];
  // Nothing can be said of a district that could not be read, nor of what must fit it.
  const unread = file?.faults.some(({ of }) => of === "district") === true && chosen.district === undefined;
  let people: PopulationOfFiles | undefined;
  if (raw.population !== undefined && !unread) {
    const folder = raw.population;
    people = await collect(faults, undefined, () => readPopulationFiles(host, folder));
    const base =
      typeof input["district"] === "string" || input["district"] === undefined
        ? await collect([], undefined, () => profile(input["district"] as string))
        : input["district"];
    if (!people) return undefined;
    if (Array.isArray(base))
      faults.push({
        code: "conflict",
        path: "--population",
        message: "replaces the teachers of one district, and the scenario has several",
      });
    else if (base) input["district"] = { ...(base as District), population: people.population };
  }
  const result = await validateScenario(input);
  const point = (fault: Fault): Fault => {
    const field = /^\w+/.exec(fault.path)?.[0] ?? "";
    const ofPeople = "district.population.";
    if (people && fault.path.startsWith(ofPeople))
      return people.locate({ ...fault, path: fault.path.slice(ofPeople.length) });
    const own = laid.find(([path]) => path === fault.path);
    if (own) return { ...fault, path: own[1] };
    const option = replaced.get(field);
    if (option !== undefined) return { ...fault, path: fault.path === field ? option : `${option}, ${fault.path}` };
    return file ? file.locate(fault) : fault;
  };
  if ("issues" in result) {
    faults.push(...result.issues.filter(({ code }) => !unread || code !== "unknown-district").map(point));
    return undefined;
  }
  for (const change of result.changes) changes.push(placeChange(change, point));
  for (const warning of result.warnings) host.err(`warning: ${describeFault(point(warning))}\n`);
  return result.scenario;
}
