import { importAllDistricts, importRoster, type RosterColumns } from "@uptake/model";

/** Accounts for the rows of a roster. */
export type RosterReport = ReturnType<typeof importRoster>["report"];

/** Holds what a roster was read as. */
export type RosterRead = ReturnType<typeof importAllDistricts>;

/** Says how a roster is laid out, and which of its districts is wanted. */
export interface ReadRosterOptions {
  /** Name of the format, as in `nces`. */
  readonly format: string;
  /** Headers of columns by the field that they hold; none where those of the format stand. */
  readonly columns: RosterColumns;
  /** Id or name of one district (default every district). */
  readonly district?: string;
}

/**
 * Reads a roster of schools, comma-separated values, and accounts for every row.
 *
 * @throws InputError with everything wrong, each with its line.
 */
export function readRoster(text: string, { format, columns, district: wanted }: ReadRosterOptions): RosterRead {
  if (wanted === undefined) return importAllDistricts(text, { format, columns });
  const { district, report } = importRoster(text, { format, district: wanted, columns });
  return { districts: [district], emptyDistricts: [], report };
}
