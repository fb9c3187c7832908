import { InputError } from "@uptake/model";
import {
  type Change,
  futureVersion,
  type Group,
  groupOf,
  isVersion,
  runSteps,
  type UpgradeStep,
  versionOfScenario,
  withField,
} from "@uptake/model/upgrade";

/** Version of the format of study files that is written and that everything behind the door knows. */
export const studyVersion = 3 as const;

/** The last version whose files did not say which they are. */
const lastUnnumbered = 2;

/** The version of scenarios whose defaults a study of version 1 took. */
const scenarioOfFirst = 2;

/** A rival of version 1 alone: what it assumes has been the default since. */
const formerRival = "simple-contagion";

/** The rivals that a study of version 1 tried where it named none. */
const firstRivals: readonly string[] = [
  formerRival,
  "no-peers",
  "complete-network",
  "levels-sum",
  "levels-product",
  "levels-weakest",
  "free-prescription",
  "everyone-aware",
  "design-no-prerequisite",
  "measured-by-survey",
];

/** In version 1 scenarios had other defaults, which their own upgrade writes in, and other rivals were tried. */
const toSecond: UpgradeStep<Group> = (file) => {
  const scenario = file["scenario"] === undefined ? {} : groupOf(file["scenario"]);
  const dated = scenario && !Object.hasOwn(scenario, "version");
  const upgraded = dated ? withField(file, "scenario", withField(scenario, "version", scenarioOfFirst)) : file;
  if (file["kind"] !== "rivals" || file["rivals"] !== undefined) return { file: upgraded, changes: [] };
  const why = "a study of version 1 tried these rivals unless it named others";
  const changes = [{ path: "rivals", from: undefined, to: firstRivals, why }];
  return { file: withField(upgraded, "rivals", firstRivals), changes };
};

/** Version 3 only says its number; from here on every change of the format has a number of its own. */
const toNumbered: UpgradeStep<Group> = (file) => ({ file, changes: [] });

/**
 * Tells of which version a study is. No file of the first two says so: of the first is one whose scenario, as this program
 * wrote it, is as old, and one that names a rival of that time.
 */
function versionOf({ version, rivals, scenario }: Group): number {
  if (isVersion(version, studyVersion)) return version;
  const fields = groupOf(scenario);
  const old = fields !== undefined && versionOfScenario(fields) <= scenarioOfFirst;
  return old || (Array.isArray(rivals) && rivals.includes(formerRival)) ? 1 : lastUnnumbered;
}

/** Holds a study file in the form that is read now. */
export interface UpgradedStudy {
  /** The fields, not checked yet; the scenario in them is upgraded when it is checked. */
  readonly study: Readonly<Record<string, unknown>>;
  /** Version that the file is of, 1 to 3: as it says, or as its fields tell. */
  readonly from: number;
  /** What was changed beside the scenario; empty where the file means the same as it did. */
  readonly changes: readonly Change[];
}

/**
 * Brings a study file of any version, as plain data, to the newest, and tells what was changed. Nothing is checked.
 *
 * @throws InputError when the file is of a version that is yet to come.
 */
export function upgradeStudy(input: Readonly<Record<string, unknown>>): UpgradedStudy {
  const { version } = input;
  const future = futureVersion(version, studyVersion, "study");
  if (future) throw new InputError([future]);
  const from = versionOf(input);
  const { file, changes } = runSteps(input, from, [toSecond, toNumbered]);
  // A version that is none is left for the check to refuse.
  const numbered = (version === undefined || version === from) && from < studyVersion;
  return { study: numbered ? withField(file, "version", studyVersion) : file, from, changes };
}
