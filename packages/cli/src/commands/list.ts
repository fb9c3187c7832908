import { levers, parameters, profile, profileNames, strategies } from "@uptake/model";
import { Argument, type Command } from "commander";
import { count } from "../format.ts";
import type { Host } from "../host.ts";
import { table } from "../table.ts";

/** Holds a list as data, and as rows for people. */
interface Listing {
  readonly data: readonly object[];
  readonly rows: readonly (readonly string[])[];
}

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
      return { name: id, title, schools: schools.length, teachers: sum("teachers"), students: sum("enrolment"), source };
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
      ["parameter", "default", "range", "status", "what it is"],
      ...parameters.map((p) => [p.name, String(p.default), range(p.range, p.unit), p.status, p.doc]),
    ],
  }),
};

/** Adds `uptake list`: the names that scenarios may use. */
export function addList(program: Command, host: Host): void {
  program
    .command("list")
    .description("list strategies, districts, levers or parameters, with their units and ranges")
    .addArgument(new Argument("<what>", "what to list").choices(Object.keys(listings)))
    .option("--json", "print a JSON array on stdout")
    .action((what: string, { json }: { json?: boolean }) => {
      const { data, rows } = (listings[what] as () => Listing)();
      host.out(json ? `${JSON.stringify(data)}\n` : table(rows, rows[0]?.map((_, c) => c).filter((c) => !/^(default|schools|teachers|students)$/.test(rows[0]?.[c] ?? ""))));
    });
}
