import { describePrior, levers, parameters, profile, profileNames, strategies } from "@uptake/model";
import type { Command } from "commander";
import { oneOf } from "../fault.ts";
import { count } from "../format.ts";
import type { Host } from "../host.ts";
import { table } from "../table.ts";

/** Holds a list as data, and as rows for people. */
interface Listing {
  readonly data: readonly object[];
  readonly rows: readonly (readonly string[])[];
}

/** Columns of figures, which stand to the right. */
const numbers = new Set(["default", "schools", "teachers", "students"]);

const range = ([low, high]: readonly [number, number], unit: string): string => `${low} to ${high} ${unit}`;

const listings: Readonly<Record<string, () => Listing>> = {
  strategies: () => ({
    data: strategies,
    rows: [["strategy", "what it is"], ...strategies.map(({ name, doc }) => [name, doc])],
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

/** Adds `uptake list`: the names that scenarios may use. */
export function addList(program: Command, host: Host): void {
  program
    .command("list")
    .description("list strategies, districts, levers or parameters, with their units and ranges")
    .argument("<what>", `what to list: ${Object.keys(listings).join(", ")}`)
    .option("--json", "print a JSON array on stdout")
    .action((what: string, { json }: { json?: boolean }) => {
      const { data, rows } = (listings[oneOf("list", what, Object.keys(listings))] as () => Listing)();
      const words = (rows[0] ?? []).flatMap((name, c) => (numbers.has(name) ? [] : [c]));
      host.out(json ? `${JSON.stringify(data)}\n` : table(rows, words));
    });
}
