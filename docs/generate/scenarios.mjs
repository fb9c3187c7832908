import { code, table } from "./table.mjs";

const value = (one) => (one === Number.POSITIVE_INFINITY ? "none" : String(one));

/** Writes what each lever stands for, acts through, and what makes it lose. */
export function levers({ levers: all }) {
  return table(
    ["lever", "stands for", "acts through", "delay, months>", "loses when"],
    all.map(({ name, lesson, actsThrough, delay, losesWhen }) => [code(name), lesson, actsThrough, delay, losesWhen]),
  );
}

/** Writes every setting of every lever; a fraction is not scaled by the lever's intensity. */
export function settings({ levers: all }) {
  return table(
    ["setting", "meaning", "without the lever", "default", "allowed", "unit"],
    all.flatMap(({ name: lever, settings: doses, choices = [], counts = [] }) => [
      ...doses.map(({ name, doc, statusQuo, default: usual, range, unit, fraction }) => [
        code(`${lever}.${name}`),
        fraction ? `${doc} (a fraction)` : doc,
        value(statusQuo),
        usual,
        range.join(" to "),
        unit,
      ]),
      ...choices.map(({ name, doc, default: usual, options }) => [
        code(`${lever}.${name}`),
        doc,
        "",
        usual,
        options.join(", "),
        "",
      ]),
      ...counts.map(({ name, doc, default: usual, range, unit }) => [
        code(`${lever}.${name}`),
        doc,
        "",
        usual,
        range.join(" to "),
        unit,
      ]),
    ]),
  );
}

/** Writes one use of a lever, as in `coaching` (teachersPerCoach 20). */
function useText([lever, use]) {
  const set = Object.entries(use).map(
    ([name, one]) => `${name} ${typeof one === "object" ? JSON.stringify(one) : one}`,
  );
  return set.length > 0 ? `${code(lever)} (${set.join(", ")})` : code(lever);
}

/** Picks the strategies of some kinds, or those named; all of them when none is named. */
function pick(all, names) {
  for (const name of names)
    if (!all.some((one) => one.name === name || one.kind === name)) throw new Error(`no strategy is called “${name}”`);
  return names.length === 0 ? all : all.filter(({ name, kind }) => names.includes(name) || names.includes(kind));
}

/** Writes strategies with their settings. */
export function strategies({ strategies: all }, names) {
  return table(
    ["strategy", "kind", "what it is", "levers"],
    pick(all, names).map(({ name, kind, doc, levers: uses }) => [
      code(name),
      kind,
      doc,
      Object.entries(uses).map(useText).join("; "),
    ]),
  );
}

/** Writes the passage of the founding documents that each setting of a strategy rests on. */
export function readings({ strategies: all }, names) {
  const rows = pick(all, names).flatMap(({ name, readings: passages = [] }) =>
    passages.map(({ settings: set, file, passage }) => [code(name), [set].flat().join(", "), file, passage]),
  );
  return rows.length > 0 ? table(["strategy", "settings", "document", "what it says there"], rows) : "_None recorded._";
}

/** Writes the kinds of shock. */
export function shocks({ shockKinds }) {
  return table(
    ["shock", "meaning", "usual size>", "months>", "allowed", "unit"],
    shockKinds.map(({ kind, doc, default: usual, range, unit }) => [
      code(kind),
      doc,
      usual.size,
      usual.months,
      range.join(" to "),
      unit,
    ]),
  );
}

/** Writes the switches between rival assumptions. */
export function switches({ switches: all }) {
  return table(
    ["switch", "meaning", "default", "values"],
    all.map(({ name, doc, options, default: usual }) => [code(name), doc, usual, options.join(", ")]),
  );
}

/** Writes the embedded districts. */
export function districts({ districts: all }) {
  const sum = (schools, of) => schools.reduce((total, school) => total + school[of], 0).toLocaleString("en-US");
  return table(
    ["district", "what it is", "schools>", "teachers>", "students>", "source"],
    all.map(({ id, name, schools, source }) => [
      code(id),
      name,
      schools.length,
      sum(schools, "teachers"),
      sum(schools, "enrolment"),
      source,
    ]),
  );
}
