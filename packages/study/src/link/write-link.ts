import { type Issue, type ScenarioInput, version } from "@uptake/model";
import { sameData } from "@uptake/model/engine";
import { encodeField, type LinkField, linkVersion, longestLink, mostFields } from "./link-fields.ts";
import { type Keys, keysOf, kindAt, scenarioFields } from "./link-path.ts";
import { readValue, writeValue } from "./link-value.ts";
import { pageFields } from "./page-fields.ts";
import { mostPinned, type PlanState, startScenario } from "./plan-state.ts";

/** Holds a link, and what of the state it cannot hold. */
export interface WrittenLink {
  /** Query that opens the state, from its question mark; empty for the start, and where nothing of it can be in a link. */
  readonly query: string;
  /** What is left out: districts and worlds of one's own, what is no scenario, whatever is beyond the length of a link. */
  readonly left: readonly Issue[];
}

/** Writes fields of one scenario, those of the start left out. */
function fieldsOf(scenario: ScenarioInput, prefix: string, left: Issue[]): LinkField[] {
  const fields: LinkField[] = [];
  const leave = (keys: Keys, code: string, message: string): void =>
    void left.push({ code, path: `${prefix}${keys.join(".")}`, message });
  const walk = (value: unknown, keys: Keys): void => {
    if (value === undefined || value === null) return;
    const name = keys.join(".");
    const kind = kindAt(keys);
    const text = writeValue(value, kind);
    const read = keysOf(name);
    const sound = read !== undefined && sameData(read, keys);
    if (text !== undefined && sound && !/\p{Surrogate}/u.test(name + text) && sameData(readValue(text, kind), value))
      fields.push({ name: `${prefix}${name}`, text });
    else if (name === "district") leave(keys, "own-district", "a district of one's own cannot be in a link");
    else if (name === "parameters.worlds") leave(keys, "own-worlds", "worlds of one's own cannot be in a link");
    // No text is an empty list, and a field left out of a link would be another.
    else if (kind === "list" && sameData(value, []))
      leave(keys, "not-in-link", "is an empty list, which cannot be in a link");
    else if (text === undefined && sound && typeof value === "object" && kind !== "setting" && kind !== "prior")
      for (const [key, inner] of Object.entries(value))
        walk(inner, [...keys, Array.isArray(value) ? Number(key) : key]);
    else leave(keys, "not-in-link", "cannot be in a link");
  };
  const named = scenario.strategy ?? "business-as-usual";
  const strategy = typeof named === "object" && named.base === undefined ? { name: "custom", ...named } : named;
  for (const field of scenarioFields) {
    const value = field === "strategy" ? strategy : scenario[field];
    if (value !== (startScenario as ScenarioInput)[field]) walk(value, [field]);
  }
  return fields;
}

/** Writes what differs from the start as a query, as in `?v=2&m=0.1.0&levers.coaching.teachersPerCoach=20`. */
export function writeLink({ scenario, seed, replicates, pinned = [], page = {} }: PlanState): WrittenLink {
  const left: Issue[] = [];
  const fields = fieldsOf(scenario, "", left);
  if (seed !== undefined) fields.push({ name: "seed", text: seed });
  if (replicates !== undefined) fields.push({ name: "replicates", text: String(replicates) });
  pinned.slice(0, mostPinned).forEach((plan, i) => {
    const pin = `pin${i + 1}`;
    fields.push({ name: pin, text: plan.name }, ...fieldsOf(plan.scenario, `${pin}.`, left));
  });
  if (pinned.length > mostPinned) {
    const message = `${pinned.length} plans are pinned, and a link holds the first ${mostPinned}`;
    left.push({
      code: "too-many-pinned",
      path: "pinned",
      message,
      value: pinned.length,
      allowed: `${mostPinned} plans`,
    });
  }
  for (const name of pageFields) {
    const text = page[name];
    if (text !== undefined) fields.push({ name, text });
  }
  if (fields.length === 0) return { query: "", left };
  const all = [{ name: "v", text: String(linkVersion) }, { name: "m", text: version }, ...fields];
  const query = all.map(encodeField).join("&");
  if (query.length <= longestLink && all.length <= mostFields) return { query: `?${query}`, left };
  const message = `the plan takes ${all.length} fields and ${query.length} characters, more than a link holds`;
  const allowed = `${mostFields} fields and ${longestLink} characters`;
  return { query: "", left: [...left, { code: "too-long", path: "", message, value: query.length, allowed }] };
}

/** Returns the query that opens a state in the pages, or the empty text for the start; {@link writeLink} tells what it leaves out. */
export function linkOf(state: PlanState): string {
  return writeLink(state).query;
}
