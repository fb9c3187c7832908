import { describePrior, levers, parameters, profile, profileNames, type Strategy, strategies } from "@uptake/model";
import { BadInput, oneOf } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import type { RawOptions } from "../input/options.ts";
import { type Kinds, loadKinds } from "../studies/kind-heads.ts";
import { describeStrategy } from "../words/describe-strategy.ts";
import { count } from "../words/format.ts";
import { table } from "../words/text-table.ts";
import { strategyHeads } from "./strategy-heads.ts";

/** Holds a list as data, and as rows for people. */
interface Listing {
  readonly data: readonly object[];
  readonly rows: readonly (readonly string[])[];
  /** Says what a reader of the rows should know. */
  readonly note?: string;
}

/** Holds the options of `uptake list` as typed. */
export interface RawList extends RawOptions {
  readonly cost?: boolean;
}

/** Columns of figures, which stand to the right. */
const numbers = new Set(["default", "schools", "teachers", "students"]);

const range = ([low, high]: readonly [number, number], unit: string): string => `${low} to ${high} ${unit}`;

/** Names a list. */
export type ListingName = "studies" | "strategies" | "districts" | "levers" | "parameters" | "series";

const listings: Readonly<Record<ListingName, (kinds: Kinds) => Listing | Promise<Listing>>> = {
  studies: async (kinds) => {
    const [all, { fieldsOf }] = await Promise.all([loadKinds(kinds), import("../studies/study-schema.ts")]);
    return {
      data: all.map((kind) => ({ kind: kind.kind, doc: kind.doc, fields: fieldsOf(kind) })),
      rows: [["kind of study", "what it answers"], ...kinds.map(({ kind, doc }) => [kind, doc])],
      note: "Run a file with: uptake study FILE; the example of a kind with: uptake KIND --example",
    };
  },
  strategies: () => ({
    data: strategies,
    rows: [
      ["strategy", "what it is"],
      ...Object.entries(strategyHeads).flatMap(([kind, title]) => [
        [title, ""],
        ...strategies.filter((one) => one.kind === kind).map(({ name, doc }) => [`  ${name}`, doc]),
      ]),
    ],
    note: "All numbers are readings, not data. One strategy with the passages it rests on: uptake list strategies NAME; what each costs: uptake list strategies --cost",
  }),
  districts: () => {
    const data = profileNames.map((name) => {
      const { id, name: title, source, schools } = profile(name);
      const sum = (of: "teachers" | "enrolment"): number => schools.reduce((all, school) => all + school[of], 0);
      return {
        name: id,
        title,
        schools: schools.length,
        teachers: sum("teachers"),
        students: sum("enrolment"),
        source,
      };
    });
    const rows = data.map((d) => [d.name, count(d.schools), count(d.teachers), count(d.students), d.title]);
    return { data, rows: [["district", "schools", "teachers", "students", "what it is"], ...rows] };
  },
  levers: () => ({
    data: levers.map(({ charges: _, ...lever }) => lever),
    rows: [
      ["lever and setting", "default", "range", "what it is"],
      ...levers.flatMap((lever) => [
        [lever.name, "", "", lever.doc],
        ...lever.settings.map((s) => [`  ${s.name}`, String(s.default), range(s.range, s.unit), s.doc]),
        ...(lever.choices ?? []).map((c) => [`  ${c.name}`, c.default, c.options.join(", "), c.doc]),
        ...(lever.counts ?? []).map((c) => [`  ${c.name}`, String(c.default), range(c.range, c.unit), c.doc]),
      ]),
    ],
  }),
  parameters: () => ({
    data: parameters,
    rows: [
      ["parameter", "default", "range", "prior", "status", "what it is"],
      ...parameters.map((p) => [
        p.name,
        String(p.default),
        range(p.range, p.unit),
        describePrior(p.prior),
        p.status,
        p.doc,
      ]),
    ],
  }),
  series: async () => {
    const { runSeries } = await import("@uptake/study/readings");
    return {
      data: runSeries,
      rows: [
        ["series", "range", "what it is", "where there is none"],
        ...runSeries.map(({ name, doc, unit, range: [least, most], missing = "" }) => [
          name,
          most === null ? `${unit}, ${least} or more` : range([least, most], unit),
          doc,
          missing,
        ]),
      ],
      note: "What an observer returns in code is the series observed.NAME.",
    };
  },
};

/** Answers `uptake list`: the names that scenarios may use; one strategy where it is named. */
export async function list(
  host: Host,
  kinds: Kinds,
  { what, name }: { readonly what: string; readonly name: string | undefined },
  raw: RawList,
): Promise<void> {
  const { json } = raw;
  if (raw.cost) {
    const { listCosts } = await import("./list-costs.ts");
    await listCosts(host, { what, name }, raw);
    return;
  }
  const listing = oneOf("list", what, Object.keys(listings)) as ListingName;
  if (name !== undefined) {
    const one = strategyCalled(what, name);
    host.out(json ? `${JSON.stringify([one])}\n` : describeStrategy(one, host.program));
    return;
  }
  const { data, rows, note } = await listings[listing](kinds);
  const words = (rows[0] ?? []).flatMap((name, c) => (numbers.has(name) ? [] : [c]));
  const footer = note === undefined ? "" : `\n${note}\n`;
  host.out(json ? `${JSON.stringify(data)}\n` : `${table(rows, words)}${footer}`);
}

function strategyCalled(what: string, name: string): Strategy {
  if (what !== "strategies") {
    const message = "only strategies can be listed one at a time";
    throw new BadInput([{ code: "conflict", path: `list ${what}`, message, value: name }]);
  }
  const known = oneOf(
    "list strategies",
    name,
    strategies.map((one) => one.name),
  );
  return strategies.find((one) => one.name === known) as Strategy;
}
