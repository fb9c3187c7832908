import { levers as catalogue, type Issue, type LeverUse, strategies } from "@uptake/model";
import type { Change } from "@uptake/model/upgrade";
import { type FirstControl, firstControls } from "./first-controls.ts";
import { type LinkField, shorten } from "./link-fields.ts";
import { startScenario } from "./plan-state.ts";

type Uses = Readonly<Record<string, LeverUse>>;
type Settings = Record<string, number>;

/** Reads the number of a control, on a step of it; a fault is told and undefined returned. */
function readControl({ name, max, step }: FirstControl, text: string, notices: Issue[]): number | undefined {
  const given = /^-?\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  const allowed = `0 to ${max} in steps of ${step}`;
  const value = Math.round(given / step) * step;
  if (Number.isNaN(given) || given < 0 || given > max) {
    const code = Number.isNaN(given) ? "not-a-number" : "out-of-range";
    const message = Number.isNaN(given) ? `“${shorten(text)}” is not a number` : `${given} is out of range`;
    notices.push({ code, path: name, message, value: shorten(text), allowed });
    return undefined;
  }
  if (value !== given)
    notices.push({ code: "off-step", path: name, message: `${given} is rounded to ${value}`, value: given, allowed });
  return value;
}

/** Settings of a lever under which nothing of it is in force; the rest is then given by controls. */
function quiet(lever: string): Settings {
  const settings = catalogue.find(({ name }) => name === lever)?.settings ?? [];
  return Object.fromEntries(
    settings
      .filter(({ statusQuo }) => Number.isFinite(statusQuo))
      .map((setting) => [setting.name, setting.fraction ? setting.default : setting.statusQuo]),
  );
}

/** Tells whether a lever as used does nothing: then it is switched off, since a lever in use is one more initiative. */
function idle(lever: string, use: LeverUse): boolean {
  const settings = catalogue.find(({ name }) => name === lever)?.settings ?? [];
  return settings.every(
    ({ name, fraction, statusQuo, default: usual }) => fraction || (use[name] ?? usual) === statusQuo,
  );
}

/** Lays the controls that were moved over a strategy, as settings of levers. */
function settingsOf(values: ReadonlyMap<string, number>, used: Uses): Readonly<Record<string, Settings>> {
  const changed: Record<string, Settings> = {};
  for (const { name, lever, statusQuo, read, write } of firstControls) {
    const value = values.get(name);
    const use = used[lever];
    if (value === undefined || value === (use === undefined ? statusQuo : read(use))) continue;
    changed[lever] = { ...(use || changed[lever] ? {} : quiet(lever)), ...changed[lever], ...write(value) };
  }
  for (const [lever, settings] of Object.entries(changed))
    if (idle(lever, { ...used[lever], ...settings })) settings["intensity"] = 0;
  return changed;
}

/**
 * Turns the fields of a link of the first format, with a district, a strategy and nine controls in units of the page,
 * into fields of today's that open the same scenario. A number off a control's step is rounded to it.
 */
export function upgradeFirstLink(given: readonly LinkField[]): {
  readonly fields: readonly LinkField[];
  readonly notices: readonly Issue[];
  readonly changes: readonly Change[];
} {
  const notices: Issue[] = [];
  const named = given.find(({ name }) => name === "strategy")?.text ?? startScenario.strategy;
  const used = strategies.find(({ name }) => name === named)?.levers ?? {};
  const values = new Map<string, number>();
  const others: LinkField[] = [];
  for (const field of given) {
    const control = firstControls.find(({ name }) => name === field.name);
    const value = control && readControl(control, field.text, notices);
    if (control === undefined) others.push(field);
    else if (value !== undefined) values.set(control.name, value);
  }
  const settings = Object.entries(settingsOf(values, used)).flatMap(([lever, use]) =>
    Object.entries(use).map(([setting, value]) => ({ name: `levers.${lever}.${setting}`, text: String(value) })),
  );
  const to = settings.map(({ name, text }) => `${name}=${text}`).join("&");
  const why = "links of the first format set nine controls, which are these settings of levers";
  const from = [...values].map(([name, value]) => `${name}=${value}`).join("&");
  const changes = settings.length === 0 ? [] : [{ path: "", from, to, why }];
  return { fields: [...others, ...settings], notices, changes };
}
