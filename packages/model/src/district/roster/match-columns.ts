import type { RosterColumns, RosterField } from "./roster-field.ts";
import type { JoinedHeader, RosterFormat } from "./roster-format.ts";

/** Says where a part of a field stands, from 0, and to which width it is filled up with zeros (0 for as it is). */
export interface Place {
  readonly at: number;
  readonly width: number;
}

/** Holds where the fields of a format stand in a header. */
export interface MatchedColumns {
  readonly places: ReadonlyMap<RosterField, readonly Place[]>;
  /** Headers of fields that occur several times for different years: the one read, the latest. */
  readonly latest: readonly string[];
  /** Headers of fields that occur several times alike, of which none can be chosen. */
  readonly repeated: readonly string[];
}

/** Writes a header without what does not count: case, line ends, and blanks around and beside others. */
function plainHeader(header: string): string {
  return header.replaceAll(/\s+/g, " ").trim().toLowerCase();
}

/** Most columns of a roster; the widest of a state's files has 800. */
export const mostColumns = 5_000;

/** Finds columns of one header by the names that formats give them. */
export class HeaderIndex {
  readonly header: readonly string[];
  readonly #positions = new Map<string, number[]>();

  constructor(header: readonly string[]) {
    this.header = header;
    header.forEach((text, at) => {
      const plain = plainHeader(text);
      const names = new Set([plain, plain.split("[", 1)[0]!.trimEnd(), plain.replace(/\d\d$/, "##")]);
      for (const name of names) {
        const same = this.#positions.get(name);
        if (same === undefined) this.#positions.set(name, [at]);
        else same.push(at);
      }
    });
  }

  /** Lists the positions of a column, from 0; those whose header is the name as it stands count before others. */
  find(name: string): readonly number[] {
    const found = this.#positions.get(plainHeader(name)) ?? [];
    const exact = found.filter((at) => this.header[at] === name);
    return exact.length === 1 ? exact : found;
  }

  /** Chooses among columns that differ in their year alone the latest; `undefined` when they are alike. */
  latestOf(positions: readonly number[]): number | undefined {
    const texts = positions.map((at) => this.header[at]!);
    if (new Set(texts).size < texts.length) return undefined;
    return positions.reduce((best, at) => (yearIn(this.header[at]!) > yearIn(this.header[best]!) ? at : best));
  }
}

/** Reads the year in a header, as in `[Public School] 2022-23`; what has none comes before all years. */
function yearIn(header: string): string {
  const found = header.match(/\b(?:19|20)\d\d\b|\d\d$/g)?.at(-1) ?? "";
  return found.length === 2 ? `${Number(found) > 80 ? "19" : "20"}${found}` : found;
}

/** Finds the fields of a format in a header; `given` puts columns in place of the format's own. */
export function matchColumns(index: HeaderIndex, format: RosterFormat, given: RosterColumns): MatchedColumns {
  const { header } = index;
  const places = new Map<RosterField, readonly Place[]>();
  const latest: string[] = [];
  const repeated: string[] = [];
  const place = (name: string, width: number): Place | undefined => {
    const found = index.find(name);
    const at = found.length > 1 ? index.latestOf(found) : found[0];
    if (found.length > 1) (at === undefined ? repeated : latest).push(header[at ?? found[0]!]!);
    return found.length === 0 ? undefined : { at: at ?? found[0]!, width };
  };
  const placesOf = (name: string | JoinedHeader): readonly Place[] | undefined => {
    if (typeof name === "string") return asList(place(name, 0));
    const parts = name.map(({ header: part, width }) => place(part, width));
    return parts.every((part) => part !== undefined) ? parts : undefined;
  };
  const names: Partial<Record<RosterField, readonly (string | JoinedHeader)[]>> = { ...format.columns };
  for (const [field, name] of Object.entries(given)) if (name !== undefined) names[field as RosterField] = [name];
  for (const [field, candidates] of Object.entries(names)) {
    for (const name of candidates) {
      const found = placesOf(name);
      if (found === undefined) continue;
      places.set(field as RosterField, found);
      break;
    }
  }
  return { places, latest: [...new Set(latest)], repeated: [...new Set(repeated)] };
}

function asList(place: Place | undefined): readonly Place[] | undefined {
  return place === undefined ? undefined : [place];
}
