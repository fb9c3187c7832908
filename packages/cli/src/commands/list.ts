import {
  describePrior,
  levers,
  parameters,
  profile,
  profileNames,
  type Scenario,
  type Strategy,
  strategies,
} from "@uptake/model";
import { BadInput, type Fault, oneOf } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { Progress } from "../host/progress.ts";
import { runners, threadCount } from "../host/workers.ts";
import { givenOptions } from "../input/given-options.ts";
import type { RawOptions } from "../input/options.ts";
import { settle } from "../input/settle-scenarios.ts";
import { type Kinds, loadKinds } from "../studies/kind-heads.ts";
import { type PresetCost, presetCosts } from "../studies/preset-costs.ts";
import { describeStrategy } from "../words/describe-strategy.ts";
import { count, counted, dollars } from "../words/format.ts";
import { commandLine } from "../words/shell-quoted.ts";
import { table } from "../words/text-table.ts";

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

/** Heads the strategies of a kind. */
const strategyHeads: Readonly<Record<Strategy["kind"], string>> = {
  reference: "to compare with",
  network: "networks of schools",
  district: "districts and a school",
  equity: "who volunteers, and remedies",
  grant: "what a grant may buy",
};

/** Columns of figures, which stand to the right. */
const numbers = new Set(["default", "schools", "teachers", "students"]);

const range = ([low, high]: readonly [number, number], unit: string): string => `${low} to ${high} ${unit}`;

/** Names a list. */
export type ListingName = "studies" | "strategies" | "districts" | "levers" | "parameters";

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
    await costs(host, what, name, raw);
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

/** Lists what every preset is planned to cost in a district. */
async function costs(host: Host, what: string, name: string | undefined, raw: RawList): Promise<void> {
  const faults: Fault[] = [];
  if (what !== "strategies" || name !== undefined)
    faults.push({ code: "conflict", path: "--cost", message: "is of use only with: uptake list strategies" });
  const { scenarios } = await settle(host, [undefined], raw, faults);
  const scenario = scenarios[0] as Scenario;
  const { evaluate, dispose } = runners(threadCount(undefined));
  const progress = new Progress(host, "Drawing up budgets");
  try {
    const all = await presetCosts(scenario, {
      evaluate,
      onProgress: (done, total) => void progress.update(done, total),
    });
    progress.end();
    const next = ["run", "--strategy", "all-six-lessons", ...givenOptions(raw), "--budget", "1M"];
    const command = commandLine(host.program ?? ["uptake"], next);
    host.out(raw.json ? `${JSON.stringify(all)}\n` : describeCosts(all, scenario, command));
  } finally {
    progress.end();
    dispose();
  }
}

/** Writes planned costs for people, the kinds of strategies apart. */
function describeCosts(all: readonly PresetCost[], scenario: Scenario, command: string): string {
  const rows = Object.entries(strategyHeads).flatMap(([kind, title]) => [
    [title, "", ""],
    ...all.filter((one) => one.kind === kind).map((one) => [`  ${one.name}`, dollars(one.plannedCost), one.title]),
  ]);
  const place = [scenario.district].flat().map((one) => (typeof one === "string" ? profile(one).name : one.name));
  return `${table([["strategy", "planned cost", "what it is"], ...rows], [0, 2])}
Planned for ${place.length === 1 ? place[0] : counted(place.length, "district")} over ${counted(scenario.horizon, "month")}, in $ of 2024: the mean of 32 runs, at known prices and without shocks.
Spend a sum of your own with --budget, as in: ${command}
`;
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
