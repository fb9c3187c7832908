import type { Issue } from "@uptake/model";
import { BadInput, collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { threadCount } from "../host/workers.ts";
import { readBudget } from "../input/budget-option.ts";
import type { RawOptions } from "../input/options.ts";
import { pagesAddress } from "../input/pages-address.ts";
import type { PlacedChange } from "../input/placed-change.ts";
import { readText, scenarioLimit } from "../input/read-text.ts";
import { checkFolder } from "../output/write-folder.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { answerQuestion } from "./answer-question.ts";

/** Options that give the fields of a study. */
const optionOf: Readonly<Record<string, string>> = {
  seed: "--seed",
  replicates: "--replicates",
  halfWidth: "--half-width",
  cap: "--cap",
  budget: "--budget",
  replicate: "--replicate",
  teacher: "--teacher",
  school: "--school",
};

/** Points at the option, or the argument by `names`, that what only running shows is wrong with. */
function locator(names: Readonly<Record<string, string>>): (issue: Issue) => Fault {
  return (issue) => {
    const [field = ""] = /^\w+/.exec(issue.path) ?? [];
    const known = [names, optionOf].find((one) => Object.hasOwn(one, field));
    const path = known?.[field];
    return path === undefined ? issue : { ...issue, path };
  };
}

/** Holds the study that options ask for. */
export interface AskedStudy {
  readonly study: CompleteStudy;
  /** What was changed in files of an older version. */
  readonly changes: readonly PlacedChange[];
}

/** Says how a question from options is asked. */
export interface OptionRequest {
  readonly kinds: Kinds;
  readonly raw: RawOptions;
  /** Folder that results are written to; nothing is written unless it is given. */
  readonly folder: string | undefined;
  /** Checks the rest of the options and makes the study of them; everything wrong is added to the faults. */
  readonly study: (faults: Fault[]) => Promise<AskedStudy | undefined>;
  /** Names arguments by the field of the study that they give. */
  readonly names?: Readonly<Record<string, string>>;
  /** Commands that may be run next. */
  readonly next?: readonly (readonly string[])[];
}

/**
 * Answers a question asked by options alone.
 *
 * @throws BadInput with everything that is wrong, at once.
 */
export async function answerOptions(host: Host, request: OptionRequest): Promise<void> {
  const { kinds, raw, folder, names = {}, next = [] } = request;
  const faults: Fault[] = [];
  await checkFolder(host, folder, faults);
  const threads = await collect(faults, undefined, () => threadCount(raw.threads));
  const budget = readBudget(raw, faults);
  const pages = pagesAddress(host, raw.pages, faults);
  const asked = await request.study(faults);
  if (!asked || faults.length > 0) throw new BadInput(faults);
  const { study, changes } = asked;
  await answerQuestion(
    host,
    { study: budget === undefined ? study : { ...study, budget }, locate: locator(names), changes },
    { kinds, folder, named: raw.out !== undefined, threads, json: raw.json === true, next, pages },
  );
}

/** Tells whether a file is a study, which says of which kind it is, and not a scenario. */
export async function isStudyFile(host: Host, file: string): Promise<boolean> {
  const found: Fault[] = [];
  const value = await collect(found, undefined, async () => {
    const { readYaml } = await import("../input/read-yaml.ts");
    const read = readYaml(await readText(host, file, scenarioLimit), file, []);
    return read.value;
  });
  return typeof value === "object" && value !== null && "kind" in value;
}

/** Refuses options of which a study file says itself what they would: `said` names them by field. */
export function refuseSaid(raw: RawOptions, said: Readonly<Record<string, string>>): Fault[] {
  const message = "is of use only without a study file, which says it itself";
  return Object.entries(said)
    .filter(([name]) => {
      const value = raw[name as keyof RawOptions];
      return value !== undefined && value !== true;
    })
    .map(([, path]): Fault => ({ code: "conflict", path, message }));
}

/** Options that say what a study file says itself. */
export const saidByFile: Readonly<Record<string, string>> = {
  district: "--district",
  roster: "--roster",
  format: "--format",
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
