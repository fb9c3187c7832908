import type { Issue, ScenarioInput } from "@uptake/model";
import { fieldsAt } from "./fields-at.ts";
import { type LinkField, shorten } from "./link-fields.ts";
import { startScenario } from "./plan-state.ts";
import { placeFields, scenarioOfFields } from "./scenario-of-fields.ts";

/** Most rounds of leaving out what is at fault. */
const mostRounds = 20;

/** Holds a scenario that passed every check, and what was left out of it. */
export interface SoundScenario {
  readonly scenario: ScenarioInput;
  readonly notices: readonly Issue[];
}

/**
 * Makes a scenario of the fields of a link, whose names begin with `prefix`, checked as scenario files are. What is wrong
 * is left out and told with the name of its field; the rest stands.
 */
export async function soundScenario(given: readonly LinkField[], prefix: string): Promise<SoundScenario> {
  if (given.length === 0) return { scenario: startScenario, notices: [] };
  const { validateScenario, writePath } = await import("@uptake/model/validate");
  const { blocked } = scenarioOfFields(placeFields(given, prefix));
  const notices = blocked.map(({ name, text }): Issue => {
    const message = "contradicts a field before it";
    return { code: "conflict", path: name, message, value: shorten(text) };
  });
  let kept = given.filter((field) => !blocked.includes(field));
  for (let round = 0; round < mostRounds; round++) {
    const placed = placeFields(kept, prefix);
    const { input } = scenarioOfFields(placed);
    const result = await validateScenario(input);
    if ("scenario" in result) return { scenario: input as ScenarioInput, notices };
    const wrong = new Set<LinkField>();
    for (const issue of result.issues) {
      const meant = fieldsAt(issue.path, placed, prefix, writePath);
      if (meant !== undefined) notices.push({ ...issue, path: meant.name });
      for (const field of meant?.fields ?? []) wrong.add(field);
    }
    if (wrong.size === 0) break;
    kept = kept.filter((field) => !wrong.has(field));
  }
  const message = "what is left of the link makes no scenario";
  return { scenario: startScenario, notices: [...notices, { code: "no-scenario", path: prefix, message }] };
}
