import { readFileSync } from "node:fs";

/** Most ties the engine takes of one person. */
const mostTies = 15;

/** Holds who adopted when, and whom they named, in the sites of one study. */
export interface DiffusionSet {
  readonly name: string;
  /** Number of periods observed: months or years. */
  readonly periods: number;
  readonly unit: string;
  readonly sites: readonly string[];
  /** Site of each person, an index into `sites`; people of a site stand together. */
  readonly site: readonly number[];
  /** Period of first use, 1 … periods, or periods + 1 for those who never adopted. */
  readonly adopted: readonly number[];
  /** The people each person named, of any kind of nomination, each once. */
  readonly ties: readonly (readonly number[])[];
  /** Nominations read, and those of somebody outside the sample, which are dropped. */
  readonly nominations: number;
  readonly outside: number;
}

/** Reads the doctors of Medical Innovation: 4 cities, 17 months. */
export const readDoctors = (file: string): DiffusionSet => read(file, "doctors", "city", 17, "months");

/** Reads the women of the Korean family planning study: 25 villages, 10 years. */
export const readWomen = (file: string): DiffusionSet => read(file, "women", "village", 10, "years");

function read(file: string, name: string, siteColumn: string, periods: number, unit: string): DiffusionSet {
  const [header = [], ...rows] = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(",").map((field) => field.replaceAll('"', "")));
  const column = (title: string): number => header.indexOf(title);
  const named = header.flatMap((title, index) => (title.startsWith("net") ? [index] : []));
  const sites = [...new Set(rows.map((row) => row[column(siteColumn)]!))];
  rows.sort((a, b) => sites.indexOf(a[column(siteColumn)]!) - sites.indexOf(b[column(siteColumn)]!));
  const keyOf = (site: string, id: string): string => `${site}/${id}`;
  const people = new Map(rows.map((row, person) => [keyOf(row[column(siteColumn)]!, row[column("id")]!), person]));
  let nominations = 0;
  let outside = 0;
  const ties = rows.map((row, person) => {
    const alters = new Set<number>();
    for (const index of named) {
      const id = row[index] ?? "";
      if (id === "" || id === "0") continue;
      nominations++;
      const alter = people.get(keyOf(row[column(siteColumn)]!, id));
      if (alter === undefined) outside++;
      else if (alter !== person) alters.add(alter);
    }
    if (alters.size > mostTies) throw new Error(`${name} ${person} names more than ${mostTies}`);
    return [...alters];
  });
  return {
    name,
    periods,
    unit,
    sites,
    site: rows.map((row) => sites.indexOf(row[column(siteColumn)]!)),
    adopted: rows.map((row) => Number(row[column("toa")])),
    ties,
    nominations,
    outside,
  };
}

/** Returns the share who have adopted by the end of each period 0 … periods, of all people or those of one site. */
export function cumulative(
  { periods, site, adopted }: Pick<DiffusionSet, "periods" | "site" | "adopted">,
  only?: number,
): number[] {
  const people = adopted.filter((_, person) => only === undefined || site[person] === only);
  return Array.from(
    { length: periods + 1 },
    (_, period) => people.filter((when) => when <= period).length / people.length,
  );
}
