import { groupOf, scenarioVersion, upgradeScenario } from "@uptake/model/upgrade";
import { upgradeStudy } from "@uptake/study/files";
import type { CompleteStudy } from "../studies/complete-study.ts";
import type { ResultFiles } from "./with-receipt.ts";

/** Returns the study of a receipt in today's form, so that one of an older version can be held against what was run. */
export function studyOfToday(study: CompleteStudy): object {
  const { study: upgraded } = upgradeStudy(study);
  const scenario = groupOf(upgraded["scenario"]);
  return scenario === undefined ? upgraded : { ...upgraded, scenario: upgradeScenario(scenario).scenario };
}

/** Returns files with the version of scenarios that they carried when the study's receipt was written. */
export function asWritten({ scenario }: CompleteStudy, files: ResultFiles): ResultFiles {
  const version: unknown = scenario.version;
  if (version === scenarioVersion) return files;
  return new Map(
    [...files].map(([name, content]) =>
      name.endsWith("scenario.yaml") && typeof content === "string"
        ? [name, content.replace(/^version: \d+$/m, `version: ${version}`)]
        : [name, content],
    ),
  );
}
