import { type Issue, nearest, version } from "@uptake/model";
import type { Change } from "@uptake/model/upgrade";
import { upgradeFirstLink } from "./first-link.ts";
import { fieldsIn, type LinkField, linkVersion, shorten } from "./link-fields.ts";
import { keysOf, scenarioFields } from "./link-path.ts";
import { pageFields } from "./page-fields.ts";
import { mostPinned, type PinnedPlan, type PlanState, startScenario } from "./plan-state.ts";
import { soundScenario } from "./sound-scenario.ts";

/** Holds what a link opens, and what is to be said of it. */
export interface LinkRead {
  /** What the page is set to. */
  readonly state: PlanState;
  /** What was left out, rounded or is otherwise than the writer of the link had it, by the name of its field. */
  readonly notices: readonly Issue[];
  /** What was changed in a link of an older format; what it opens is the same. */
  readonly changes: readonly Change[];
  /** Value of the flag `embed`, empty for the flag alone, null without it. */
  readonly embed: string | null;
}

/** Longest seed and longest name of a pinned plan, in characters. */
const longestText = 200;

/** Most replicates of a link. */
const mostReplicates = 100_000;

const pins = Array.from({ length: mostPinned }, (_, i) => `pin${i + 1}`);
const ofPages: readonly string[] = pageFields;
const known = [...scenarioFields, "v", "m", "embed", "seed", "replicates", ...pins, ...ofPages];

/** Tells of a field that no link has. */
function unknownField({ name, text }: LinkField): Issue {
  const [first = ""] = name.split(".", 1);
  const near = nearest(shorten(first), known);
  const message = "is no field of a link";
  const close = near === undefined || near === first ? {} : { nearest: near };
  return { code: "unknown-field", path: shorten(name), message, value: shorten(text), ...close };
}

/** Says whether the format of a link is one that is read, and whether its numbers are those of this model. */
function checkVersions(fields: ReadonlyMap<string, string>): { readonly format: number; readonly notices: Issue[] } {
  const given = fields.get("v") ?? String(linkVersion);
  const format = /^[1-9]\d{0,5}$/.test(given) ? Number(given) : Number.NaN;
  const model = fields.get("m") ?? version;
  const notices: Issue[] = [];
  const allowed = `1 to ${linkVersion}`;
  if (format > linkVersion) {
    const message = `the link is of format ${format}, made by a newer program than this one, so nothing of it is read`;
    notices.push({ code: "future-format", path: "v", message, value: format, allowed });
  } else if (Number.isNaN(format))
    notices.push({
      code: "unknown-format",
      path: "v",
      message: "is no format of links",
      value: shorten(given),
      allowed,
    });
  if (model !== version) {
    const message = `the link was made with version ${shorten(model)} of the model, and this is ${version}: numbers may differ`;
    notices.push({ code: "other-version", path: "m", message, value: shorten(model), allowed: version });
  }
  return { format: Number.isNaN(format) ? linkVersion : format, notices };
}

/** Reads a text of limited length, such as a seed. */
function readText(path: string, text: string | undefined, notices: Issue[]): string | undefined {
  if (text === undefined || (text !== "" && text.length <= longestText)) return text;
  const message = text === "" ? "is empty" : "is too long, and is left out";
  notices.push({
    code: "out-of-range",
    path,
    message,
    value: shorten(text),
    allowed: `1 to ${longestText} characters`,
  });
  return undefined;
}

function readReplicates(text: string | undefined, notices: Issue[]): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= mostReplicates) return value;
  const code = Number.isNaN(value) ? "not-a-number" : "out-of-range";
  const message = Number.isNaN(value) ? "is not a whole number" : `${value} is out of range`;
  notices.push({ code, path: "replicates", message, value: shorten(text), allowed: "1 to 100,000 replicates" });
  return undefined;
}

/** Reads the plan pinned under a name, where there is one. */
async function readPinned(pin: string, fields: readonly LinkField[], notices: Issue[]): Promise<PinnedPlan[]> {
  const own = fields.filter(({ name }) => name === pin || name.startsWith(`${pin}.`));
  if (own.length === 0) return [];
  const named = own.find(({ name }) => name === pin);
  const settings = own.filter((field) => field !== named);
  const { scenario, notices: found } = await soundScenario(settings, `${pin}.`);
  const name = readText(pin, named?.text, notices) ?? `Plan ${pins.indexOf(pin) + 1}`;
  notices.push(...found);
  return [{ name, scenario }];
}

/**
 * Reads a link: a whole address, a path, or a query with or without its question mark. Never throws. Tags of mailings are
 * passed over; what is wrong is left out and told, and the rest stands. Links of the first format open what they did.
 * The same link gives the same state; checks are loaded only where a link has fields.
 */
export async function readLink(link: string): Promise<LinkRead> {
  const { fields: all, notices: ofForm } = fieldsIn(link);
  const given = new Map(all.map(({ name, text }) => [name, text]));
  const embed = given.get("embed") ?? null;
  const { format, notices: ofVersions } = checkVersions(given);
  const notices = [...ofForm, ...ofVersions];
  if (format > linkVersion) return { state: { scenario: startScenario }, notices, changes: [], embed };

  const rest = all.filter(({ name }) => !["v", "m", "embed"].includes(name));
  const upgraded = format === 1 ? upgradeFirstLink(rest) : { fields: rest, notices: [], changes: [] };
  notices.push(...upgraded.notices);
  const inScenario = (name: string): boolean => keysOf(name) !== undefined;
  const isPinned = (name: string): boolean =>
    pins.some((pin) => name === pin || (name.startsWith(`${pin}.`) && inScenario(name.slice(pin.length + 1))));
  const isKnown = (name: string): boolean =>
    name === "seed" || name === "replicates" || ofPages.includes(name) || isPinned(name) || inScenario(name);
  const fields = upgraded.fields.filter(({ name }) => isKnown(name));
  for (const field of upgraded.fields) if (!isKnown(field.name)) notices.push(unknownField(field));

  const own = fields.filter(({ name }) => inScenario(name));
  const { scenario, notices: found } = await soundScenario(own, "");
  notices.push(...found);
  const seed = readText("seed", given.get("seed"), notices);
  const replicates = readReplicates(given.get("replicates"), notices);
  const pinned: PinnedPlan[] = [];
  for (const pin of pins) pinned.push(...(await readPinned(pin, fields, notices)));
  const page = pageFields.flatMap((name) => {
    const text = readText(name, given.get(name), notices);
    return text === undefined ? [] : [[name, text] as const];
  });
  const state: PlanState = {
    scenario,
    ...(seed === undefined ? {} : { seed }),
    ...(replicates === undefined ? {} : { replicates }),
    ...(pinned.length === 0 ? {} : { pinned }),
    ...(page.length === 0 ? {} : { page: Object.fromEntries(page) }),
  };
  return { state, notices, changes: upgraded.changes, embed };
}
