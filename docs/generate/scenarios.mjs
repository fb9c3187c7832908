import { code, table } from "./table.mjs";

const value = (one) => (one === Number.POSITIVE_INFINITY ? "none" : String(one));

/** Lists the prices a lever pays, over a year from the first August. */
function pricesOf({ charges }) {
  const months = Array.from({ length: 12 }, (_, t) => t);
  const prices = months.flatMap((t) => charges(() => 1, t).map(({ price }) => code(price)));
  return [...new Set(prices)].join(", ") || "nothing";
}

/** Writes what each lever stands for, acts through and pays, and what makes it lose. */
export function levers({ levers: all }) {
  return table(
    ["lever", "stands for", "acts through", "pays", "delay, months>", "loses when"],
    all.map((lever) => [
      code(lever.name),
      lever.lesson,
      lever.actsThrough,
      pricesOf(lever),
      lever.delay,
      lever.losesWhen,
    ]),
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

/** Picks the strategies of some kinds, or those named; all of them when none is named. */
function pick(all, names) {
  for (const name of names)
    if (!all.some((one) => one.name === name || one.kind === name)) throw new Error(`no strategy is called “${name}”`);
  return names.length === 0 ? all : all.filter(({ name, kind }) => names.includes(name) || names.includes(kind));
}

/** Writes what strategies there are. */
export function strategies({ strategies: all }, names) {
  return table(
    ["strategy", "kind", "what it is", "told of"],
    pick(all, names).map(({ name, kind, doc, place }) => [code(name), kind, doc, place && code(place)]),
  );
}

/** Writes a value of a setting; of one that is not known, what it is drawn between. */
function valueText(one) {
  if (typeof one !== "object") return one;
  if (one.between) return `${one.between[0]} to ${one.between[1]}`;
  return one.among ? one.among.join(" or ") : JSON.stringify(one);
}

const settingText = ([name, one]) => `${code(name)} ${valueText(one)}`;

/** Writes the settings of one strategy, beside the passages they rest on; last those of which no passage speaks. */
function reading({ levers: uses, readings: passages = [] }, idle) {
  const set = Object.entries(uses).flatMap(([lever, use]) =>
    Object.entries(use).map(([name, one]) => [`${lever}.${name}`, one]),
  );
  const speaksFor = (settings, name) => settings.some((one) => one === name || name.startsWith(`${one}.`));
  const rows = passages.map(({ settings, file, passage }) => [
    set
      .filter(([name]) => speaksFor(settings, name))
      .map(settingText)
      .join(", "),
    file,
    passage,
  ]);
  const rest = set.filter(([name]) => !passages.some(({ settings }) => speaksFor(settings, name)));
  const groups = [
    [rest.filter(([name, one]) => idle.get(name) !== one), "No passage"],
    [rest.filter(([name, one]) => idle.get(name) === one), "No passage: as without the lever"],
  ];
  for (const [some, passage] of groups) if (some.length > 0) rows.push([some.map(settingText).join(", "), "", passage]);
  return rows.length > 0 ? table(["settings", "document", "passage"], rows) : "No settings.";
}

/** Writes strategies one by one, each setting beside the passage it rests on. */
export function readings({ strategies: all, levers: known }, names) {
  const idle = new Map(known.flatMap(({ name, settings: own }) => own.map((s) => [`${name}.${s.name}`, s.statusQuo])));
  const notes = [...new Set(pick(all, names).flatMap(({ note = [] }) => note))];
  const each = pick(all, names).map(
    (one) => `### ${one.title} (${code(one.name)})\n\n${one.doc}.\n\n${reading(one, idle)}`,
  );
  return [...notes, ...each].join("\n\n");
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
