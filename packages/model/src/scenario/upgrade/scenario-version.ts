import { type Group, groupOf } from "./group.ts";
import { isVersion } from "./run-steps.ts";

/** Version of the format of scenario files that is written and that everything behind the door knows. */
export const scenarioVersion = 4 as const;

/** The last version whose files did not say which they are: what people wrote by hand is read as this. */
const lastUnnumbered = 3;

const has = (group: Group | undefined, names: readonly string[]): boolean =>
  group !== undefined && names.every((name) => Object.hasOwn(group, name));

/**
 * Tells of which version a scenario file is. Versions 1 to 3 all wrote `version: 1`; what this program wrote then was
 * complete, so the fields that it lacks tell which it is. Any other file without a version, or with 1, means what the
 * last of them did: most were written by hand under it, and the pages wrote parts of scenarios only then.
 */
export function versionOfScenario(file: Group): number {
  const { version, switches, parameters } = file;
  if (version !== undefined && version !== 1) return isVersion(version, scenarioVersion) ? version : lastUnnumbered;
  const complete =
    has(file, ["horizon", "funded", "shocks", "survey"]) &&
    has(groupOf(switches), ["contagion", "network", "everyoneAware", "designPrerequisite"]) &&
    has(groupOf(parameters), ["draw", "values"]);
  if (!complete) return lastUnnumbered;
  if (!has(groupOf(switches), ["levels"])) return 1;
  return has(file, ["ease"]) ? lastUnnumbered : 2;
}
