import { type Issue, nearest } from "@uptake/model";
import { type Change, futureVersion, type Group } from "@uptake/model/upgrade";
import { explain, validateScenario } from "@uptake/model/validate";
import { studyVersion, upgradeStudy } from "@uptake/study/files";
import { z } from "zod";
import { scenarioInput } from "../input/scenario-input.ts";
import type { CompleteStudy } from "./complete-study.ts";
import type { KindHead, Kinds } from "./kind-heads.ts";
import { ownScenario } from "./own-scenario.ts";
import type { StudyKind } from "./study-kind.ts";
import { commonFields, fieldsOf } from "./study-schema.ts";

/** Checks the fields that a study of any kind may have, beside `scenario`, which has a check of its own. */
const common = z.object(commonFields);

/** Fields that belong to no kind alone. */
const commonNames = ["version", "kind", "name", "seed", "scenario"];

/** Stands for the common fields where the names of fields are compared. */
const anyCommon = z.object(Object.fromEntries(commonNames.map((name) => [name, z.unknown()])));

/**
 * Holds a study that passed every check, with what is allowed but most likely not meant, and what was changed in one of an
 * older version; or all that is wrong.
 */
export type StudyCheck =
  | {
      readonly kind: StudyKind;
      readonly study: CompleteStudy;
      readonly input: unknown;
      readonly warnings: readonly Issue[];
      readonly changes: readonly Change[];
    }
  | { readonly issues: readonly Issue[] };

const inScenario = <One extends { readonly path: string }>(one: One): One => ({
  ...one,
  path: one.path === "" ? "scenario" : `scenario.${one.path}`,
});

/** Finds the kind of a study among `kinds`, or says what is wrong with its `kind`. */
function kindOf(given: unknown, kinds: Kinds): { readonly head: KindHead } | { readonly issue: Issue } {
  const head = kinds.find((one) => one.kind === given);
  if (head) return { head };
  const names = kinds.map((one) => one.kind);
  const allowed = names.join(", ");
  if (given === undefined) return { issue: { code: "missing", path: "kind", message: "is missing", allowed } };
  const close = typeof given === "string" ? nearest(given, names) : undefined;
  const message = typeof given === "string" ? `no kind of study is called “${given.slice(0, 60)}”` : "is not a name";
  const issue = { code: "unknown-kind", path: "kind", message, value: given, allowed };
  return { issue: close === undefined ? issue : { ...issue, nearest: close } };
}

/** Adds to what is wrong with a seed how to write one that looks like a number. */
function quoted(issue: Issue): Issue {
  if (issue.path !== "seed" || typeof issue.value !== "number") return issue;
  return { ...issue, message: `${issue.message}; write "${issue.value}" in quotes` };
}

/** Checks the kind's own fields. */
function checkFields(
  { schema }: StudyKind,
  value: Group,
): { readonly input: unknown } | { readonly issues: readonly Issue[] } {
  const own = Object.fromEntries(Object.entries(value).filter(([name]) => !commonNames.includes(name)));
  const parsed = schema.safeParse(own);
  if (parsed.success) return { input: parsed.data };
  // The names of the common fields are near ones too, so that “scenaro” is not taken for a field of the kind.
  return { issues: explain(parsed.error.issues, own, z.union([schema, anyCommon])) };
}

/** Fields in which a kind takes strategies, by name or written out: one, or a list of them. */
const strategyFields = ["baseline", "strategies", "yardsticks"];

/**
 * Checks the strategies that a kind takes, beside the scenario's own: by name, written out, or as fields of a scenario in
 * the place of those of `base`, which is undefined where there is none to lay them over.
 */
async function checkStrategies(kind: StudyKind, value: Group, base: Group | undefined): Promise<readonly Issue[]> {
  const taken = fieldsOf(kind).filter((field) => strategyFields.includes(field));
  const given = taken.flatMap((field) => {
    const one = value[field];
    return Array.isArray(one) ? one.map((each, i) => [`${field}[${i}]`, each] as const) : [[field, one] as const];
  });
  const strategies = given.filter(([, one]) => typeof one === "string" || (typeof one === "object" && one !== null));
  const found = strategies.map(async ([path, strategy]) => {
    const own = ownScenario(strategy);
    if (own) {
      const check = base && (await validateScenario({ ...base, ...own }));
      return check && "issues" in check
        ? check.issues.map((issue) => ({ ...issue, path: `${path}.scenario.${issue.path}` }))
        : [];
    }
    const check = await validateScenario({ strategy });
    const issues = "issues" in check ? check.issues : [];
    return issues.map((issue) => ({ ...issue, path: issue.path.replace(/^strategy/, path) }));
  });
  return (await Promise.all(found)).flat();
}

/** Drops issues where a check before has found something already. */
function once(issues: readonly Issue[]): Issue[] {
  return issues.filter(({ path }, i) => issues.findIndex((other) => other.path === path) === i);
}

/**
 * Checks a study: what a study file holds, as plain data, its scenario written out. One of an older version is upgraded
 * first, and one of a version that is yet to come refused. Reports everything wrong at once and completes the rest:
 * scenario, seed (default `uptake`), name (default the kind's) and the kind's own fields.
 */
export async function checkStudy(given: Group, kinds: Kinds): Promise<StudyCheck> {
  const future = futureVersion(given["version"], studyVersion, "study");
  if (future) return { issues: [future] };
  const { study: value, changes } = upgradeStudy(given);
  const named = kindOf(value["kind"], kinds);
  const found = "head" in named ? { kind: await named.head.load() } : named;
  const fields = "kind" in found ? checkFields(found.kind, value) : { issues: [found.issue] };
  const shared = common.safeParse(value);
  const scenario = await validateScenario(value["scenario"] === undefined ? {} : value["scenario"]);
  const base = "issues" in scenario ? undefined : scenarioInput(scenario.scenario);
  const strategies = "kind" in found ? await checkStrategies(found.kind, value, base) : [];
  if ("issue" in found || "issues" in fields || "issues" in scenario || !shared.success || strategies.length > 0) {
    const issues = [
      ...("issues" in fields ? fields.issues : []),
      ...(shared.success ? [] : explain(shared.error.issues, value, common).map(quoted)),
      ...("issues" in scenario ? scenario.issues.map(inScenario) : []),
      ...strategies,
    ];
    return { issues: once(issues) };
  }
  const { kind } = found;
  const { input } = fields;
  const { name = kind.kind, seed = "uptake" } = shared.data;
  const study = {
    version: studyVersion,
    kind: kind.kind,
    name,
    seed,
    scenario: scenario.scenario,
    ...(input as object),
  };
  const all = [...changes, ...scenario.changes.map(inScenario)];
  return { kind, study, input, warnings: scenario.warnings.map(inScenario), changes: all };
}
