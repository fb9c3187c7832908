import { parameters } from "../../evidence/parameters.ts";
import type { Change, Upgraded } from "./change.ts";

/** Holds a table of worlds that was not checked yet: names of parameters, and a value for each in every row. */
export interface NamedRows {
  /** Names of parameters, as the file has them. */
  readonly parameters: readonly unknown[];
  /** Rows, each with a value for each of the names. */
  readonly rows: readonly unknown[];
}

/** Holds what a version of tables of worlds brought. */
export interface WorldsVersion {
  /** Fingerprint of the priors, which the tables of the version carry. */
  readonly fingerprint: string;
  /** Parameters that it added, each with the value under which what came with it does nothing, as before. */
  readonly added: Readonly<Record<string, number>>;
}

/** Lists the versions of tables of worlds, from version 1 on. */
export const worldsVersions: readonly WorldsVersion[] = [
  { fingerprint: "31565ba6", added: {} },
  {
    fingerprint: "71fe517a",
    added: {
      "practice.appeal": 0,
      // Of no account where a practice has no appeal: its default.
      "trying.appeal": 3,
      "trying.norms": 0,
      "trying.confidence": 0,
      "trying.autonomy": 0,
      "lapsing.confidence": 0,
      "openness.candour": 0,
      "membership.fit": 0,
      "entry.fit": 0,
      "entry.decision": 0,
      "entry.founded": 0,
    },
  },
];

/** Version of tables of worlds that is written now. */
export const worldsFormat: number = worldsVersions.length;

/** Tells of which version a table is by what its column `version` says, as in `0.1.0+71fe517a`; undefined for none known. */
export function versionOfLabel(label: string): number | undefined {
  const place = worldsVersions.findIndex(({ fingerprint }) => label.endsWith(`+${fingerprint}`));
  return place < 0 ? undefined : place + 1;
}

/** Returns the parameters that tables had not yet in a version, with their values in its worlds. */
export function addedSince(version: number): Readonly<Record<string, number>> {
  return Object.assign({}, ...worldsVersions.slice(version).map(({ added }) => added));
}

/** Tells what is changed in a table of a version. */
export function changesOf(version: number): Change[] {
  return worldsVersions.slice(version).map(({ added: to }, i): Change => {
    const why = `tables of worlds of version ${version + i} had no such parameters; under these values they do nothing, as then`;
    return { path: "", from: undefined, to, why };
  });
}

/** Tells of which version a table that is written out is: the first whose parameters it has, no more and no fewer. */
function versionOf({ parameters: given }: NamedRows): number {
  const place = worldsVersions.findIndex((_, i) => {
    const later = addedSince(i + 1);
    const then = parameters.filter(({ name }) => !Object.hasOwn(later, name));
    return given.length === then.length && then.every(({ name }) => given.includes(name));
  });
  return place < 0 ? worldsFormat : place + 1;
}

/** Brings a table of worlds that is written out to the newest version and tells what was changed. Checks nothing. */
export function upgradeWorlds(table: NamedRows): Upgraded<NamedRows> {
  const version = versionOf(table);
  if (version === worldsFormat) return { file: table, changes: [] };
  const added = addedSince(version);
  const names = parameters.map(({ name }) => name);
  const places = names.map((name) => table.parameters.indexOf(name));
  const rows = table.rows.map((row) =>
    Array.isArray(row) && row.length === table.parameters.length
      ? names.map((name, p) => (places[p]! < 0 ? added[name] : row[places[p]!]))
      : row,
  );
  return { file: { parameters: names, rows }, changes: changesOf(version) };
}
