import { profile, profileNames, type Scenario, version } from "@uptake/model";

/** Version of the format of receipts. */
export const receiptFormat = 1 as const;

/** Holds a study as it was run, complete and serialisable. Running it again gives the same. */
export interface ReceiptStudy {
  /** Kind of study, as in `run` or `sweep`. */
  readonly kind: string;
  /** Name of the study. */
  readonly name: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** The scenario, complete. */
  readonly scenario: Scenario;
  /** The kind's own fields. */
  readonly [field: string]: unknown;
}

/** Says what was run and hashes what came of it. */
export interface Receipt {
  /** Version of the format of receipts. */
  readonly format: typeof receiptFormat;
  /** Version of the package that ran the study. */
  readonly version: string;
  /** The study, complete; its kind, name and seed among the rest. */
  readonly study: ReceiptStudy;
  /** SHA-256 of the data of each embedded district that the study names, as JSON. */
  readonly districts: Readonly<Record<string, string>>;
  /** How many runs were made. */
  readonly runs: number;
  /** How many of them failed. */
  readonly failed: number;
  /**
   * SHA-256 over the checksums of the runs' raw counts, each followed by a line end, in the order of the study. Where a
   * study has too many runs to list, one checksum stands for several: see {@link RunsBeyond}.
   */
  readonly checksums: string;
  /** SHA-256 of all of the above, as JSON: names this result in its tables and its report. */
  readonly receipt: string;
  /** SHA-256 of each file written beside the receipt. */
  readonly files: Readonly<Record<string, string>>;
}

/** Lists the names of districts that a sweep varies, in its grid or in its rows. */
function variedDistricts({ factors, rows }: ReceiptStudy): unknown[] {
  const levels = (factors as { readonly district?: unknown } | undefined)?.district;
  const points = Array.isArray(rows) ? rows.map((row: { readonly district?: unknown } | null) => row?.district) : [];
  return [...(Array.isArray(levels) ? levels : []), ...points];
}

/** Returns the data, as JSON, of the embedded districts that a study names: what their sums are of. */
export function districtTexts(study: ReceiptStudy): Readonly<Record<string, string>> {
  const { district } = study.scenario;
  const named = [...(Array.isArray(district) ? district : [district]), ...variedDistricts(study)].filter(
    (one): one is string => typeof one === "string" && profileNames.includes(one),
  );
  return Object.fromEntries(named.map((name) => [name, JSON.stringify(profile(name))]));
}

/** Returns what the sum `checksums` of a receipt is of. */
export function checksumsText(checksums: readonly string[]): string {
  return checksums.map((one) => `${one}\n`).join("");
}

/** Returns what the sum `receipt` of a receipt is of: the receipt without its files. */
export function receiptText({ format, version, study, districts, runs, failed, checksums }: Receipt): string {
  return JSON.stringify({ format, version, study, districts, runs, failed, checksums });
}

/** Holds the sums of a receipt's parts, made by whoever can hash. */
export interface Sums {
  /** Sum of the data of each embedded district, by name. */
  readonly districts: Readonly<Record<string, string>>;
  /** Sum over the checksums of the runs. */
  readonly checksums: string;
}

/** Counts the runs of a study, and those that failed, beyond one for each checksum: where a checksum stands for several. */
export interface RunsBeyond {
  /** Runs, those that failed among them. */
  readonly runs: number;
  /** Runs that failed. */
  readonly failed: number;
}

/** Makes the receipt of a result from the checksums of its runs, yet without its own sum and without files. */
export function receiptOf(
  study: ReceiptStudy,
  checksums: readonly string[],
  sums: Sums,
  beyond: RunsBeyond = { runs: 0, failed: 0 },
): Receipt {
  return {
    format: receiptFormat,
    version,
    // What is hashed is what a reader of the file gets, so values that JSON leaves out go first.
    study: JSON.parse(JSON.stringify(study)),
    districts: sums.districts,
    runs: checksums.length + beyond.runs,
    failed: checksums.filter((one) => one === "").length + beyond.failed,
    checksums: sums.checksums,
    receipt: "",
    files: {},
  };
}
