import type { Change, UpgradeStep } from "./change.ts";
import { changedPresets } from "./changed-presets.ts";
import { type Group, groupOf, withField } from "./group.ts";

/** Ranges of values that became narrower with version 2. */
const narrowed: Readonly<Record<string, readonly [number, number]>> = {
  "office.commitment": [0.05, 1],
  "principal.support": [0.05, 1],
  "support.time": [0.35, 1],
  "support.timePressure": [0, 0.3],
  "survey.nonResponse": [0, 0.95],
};

/** Version 1 drew worlds from the wide priors; version 2 draws them from the kept worlds unless it is told otherwise. */
const toKeptWorlds: UpgradeStep<Group> = (file) => {
  const parameters = file["parameters"] === undefined ? {} : groupOf(file["parameters"]);
  if (!parameters) return { file, changes: [] };
  const { draw, values } = parameters;
  const changes: Change[] = [];
  let upgraded = parameters;
  if (draw === undefined || draw === "sampled") {
    const why = "version 1 drew worlds from the wide priors, where later versions draw from the kept worlds";
    changes.push({ path: "parameters.draw", from: draw, to: "priors", why });
    upgraded = withField(upgraded, "draw", "priors");
  } else if (draw === "fixed") {
    const why = "in version 1 it held every parameter at its default, and now holds the fixed world of the kept ones";
    changes.push({ path: "parameters.draw", from: draw, to: draw, why });
  }
  const given = groupOf(values);
  for (const [name, [low, high]] of Object.entries(narrowed)) {
    const value = given && Object.hasOwn(given, name) ? given[name] : undefined;
    if (typeof value !== "number" || !Number.isFinite(value)) continue;
    const held = Math.min(high, Math.max(low, value));
    if (held === value) continue;
    const why = `values below ${low} or above ${high} are refused since version 2; the nearest is taken`;
    changes.push({ path: `parameters.values["${name}"]`, from: value, to: held, why });
    upgraded = withField(upgraded, "values", withField(groupOf(upgraded["values"]) ?? {}, name, held));
  }
  return { file: changes.length === 0 ? file : withField(file, "parameters", upgraded), changes };
};

/** Version 2 had thresholds as its default of peer influence; version 3 has proportion. Many presets are others since. */
const toSimpleContagion: UpgradeStep<Group> = (file) => {
  const changes: Change[] = [];
  let upgraded = file;
  const switches = file["switches"] === undefined ? {} : groupOf(file["switches"]);
  if (switches && switches["contagion"] === undefined) {
    const why =
      "up to version 2 peers influenced by personal thresholds unless a file said otherwise; now in proportion";
    changes.push({ path: "switches.contagion", from: undefined, to: "complex", why });
    upgraded = withField(file, "switches", withField(switches, "contagion", "complex"));
  }
  const { strategy } = file;
  const base = groupOf(strategy)?.["base"];
  const named = typeof strategy === "string" ? strategy : base;
  if (typeof named === "string" && changedPresets.includes(named)) {
    const path = typeof strategy === "string" ? "strategy" : "strategy.base";
    const why = "the settings of this preset were other ones up to version 2; write its levers out to keep those";
    changes.push({ path, from: named, to: named, why });
  }
  return { file: upgraded, changes };
};

/** Version 4 only says its number; from here on every change of the format has a number of its own. */
const toNumbered: UpgradeStep<Group> = (file) => ({ file, changes: [] });

/** Lists what leads from each version of scenario files to the next, from version 1 on. */
export const scenarioSteps: readonly UpgradeStep<Group>[] = [toKeptWorlds, toSimpleContagion, toNumbered];
