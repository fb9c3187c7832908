import { groupOf } from "@uptake/model/upgrade";
import { BadInput, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import type { FieldsFile } from "../input/fields-file.ts";
import type { RawOptions } from "../input/options.ts";
import type { StudyRequest } from "./study-command.ts";

/** Options that say what a study file says itself. */
const saidByFile: Readonly<Record<string, string>> = {
  district: "--district",
  roster: "--roster",
  format: "--format",
  column: "--column",
  districtId: "--district-id",
  population: "--population",
  strategy: "--strategy",
  link: "--link",
  months: "--months",
  halfWidth: "--half-width",
  cap: "--cap",
  budget: "--budget",
  of: "--of",
  target: "--target",
  by: "--by",
  worlds: "--worlds",
  effects: "--effects",
  level: "--level",
  bottleneck: "--no-bottleneck",
  teacher: "--teacher",
  school: "--school",
  replicate: "--replicate",
};

/** Refuses options of which a study file says itself what they would. */
function refuseSaid(raw: RawOptions): Fault[] {
  const message = "is of use only without a study file, which says it itself";
  return Object.entries(saidByFile)
    .filter(([name]) => {
      const value = raw[name as keyof RawOptions];
      return value !== undefined && value !== true;
    })
    .map(([, path]): Fault => ({ code: "conflict", path, message }));
}

/** Tells whether a file that was read is a study, which says of which kind it is, and not a scenario. */
export function isStudy(given: FieldsFile | undefined): boolean {
  const fields = groupOf(given?.read?.value);
  return fields !== undefined && "kind" in fields;
}

/**
 * Answers a command that was given a study file in the place of options; `faults` holds what was found wrong before.
 *
 * @throws BadInput with everything that is wrong, at once: options too that the file says itself.
 */
export async function answerFile(host: Host, request: StudyRequest, faults: readonly Fault[] = []): Promise<void> {
  const all = [...refuseSaid(request.raw), ...faults];
  if (all.length > 0) throw new BadInput(all);
  const { runStudyFile } = await import("./study-command.ts");
  await runStudyFile(host, request);
}
