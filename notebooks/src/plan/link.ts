import { profileNames } from "@uptake/model";
import { words } from "../words/kit.js";
import { tuneWords } from "../words/tune.js";
import { controls } from "./controls.js";
import { moved, offered, type PageState, start } from "./plan-of-controls.js";

/** Version of the link's format. */
export const linkVersion = 1;

/** Longest query read, in characters. */
export const longestLink = 1000;

/** Writes as a query what differs from the page's first state, as in `?v=1&strategy=coaching-only&coaching=4`; nothing if nothing does. */
export function queryOf(state: PageState): string {
  const fields: [string, string | number | undefined][] = [];
  if (state.district !== start.district) fields.push(["district", state.district]);
  if (state.strategy !== start.strategy) fields.push(["strategy", state.strategy]);
  for (const { name } of controls) if (name in state.values) fields.push([name, state.values[name]]);
  return fields.length === 0 ? "" : `?v=${linkVersion}&${fields.map(([name, value]) => `${name}=${value}`).join("&")}`;
}

/** Reads a query. Nothing is guessed: one fault and the page's first state stands in for the whole link. */
export function stateOf(query: string): { readonly state: PageState; readonly faults: readonly string[] } {
  const { link } = words;
  if (query.length > longestLink) return { state: start, faults: [link.tooLong(query.length, longestLink)] };
  const fields = new URLSearchParams(query);
  // Mailings and social sites add tags of their own to links.
  for (const name of [...fields.keys()]) if (/^(utm_\w+|fbclid|gclid)$/.test(name)) fields.delete(name);
  if (fields.size === 0) return { state: start, faults: [] };
  const version = fields.get("v");
  if (version !== String(linkVersion)) {
    const future = version !== null && /^\d{1,6}$/.test(version) && Number(version) > linkVersion;
    return { state: start, faults: [future ? link.future(version, linkVersion) : link.noVersion] };
  }
  const faults: string[] = [];
  const known = new Set<string>(["v", "district", "strategy", ...controls.map(({ name }) => name)]);
  for (const name of new Set(fields.keys())) {
    if (!known.has(name)) faults.push(link.unknown(shorten(name)));
    else if (fields.getAll(name).length > 1) faults.push(link.twice(name));
  }
  const district = fields.get("district") ?? start.district;
  const strategy = fields.get("strategy") ?? start.strategy;
  if (!profileNames.includes(district)) faults.push(link.noDistrict(shorten(district)));
  if (!offered.some(({ name }) => name === strategy)) faults.push(link.noStrategy(shorten(strategy)));
  if (faults.length > 0) return { state: start, faults };
  let state: PageState = { district, strategy, values: {} };
  for (const { name, max, step } of controls) {
    const text = fields.get(name);
    if (text === null) continue;
    const value = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
    if (value <= max && Number.isInteger(value / step)) state = moved(state, name, value);
    else faults.push(link.outOfRange(tuneWords.controls[name].label, shorten(text), max, step));
  }
  return faults.length > 0 ? { state: start, faults } : { state, faults };
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
