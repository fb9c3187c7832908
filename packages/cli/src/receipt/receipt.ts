import { profile, profileNames, version } from "@uptake/model";
import type { CompleteStudy } from "../studies/complete-study.ts";
import { sha256 } from "./sha256.ts";

/** Version of the format of receipts. */
const format = 1 as const;

/** Says what was run and hashes what came of it. */
export interface Receipt {
  /** Version of the format of receipts. */
  readonly format: typeof format;
  /** Version of the package that ran the study. */
  readonly version: string;
  /** The study, complete; its kind, name and seed among the rest. */
  readonly study: CompleteStudy;
  /** SHA-256 of the data of each embedded district that the study names, as JSON. */
  readonly districts: Readonly<Record<string, string>>;
  /** How many runs were made. */
  readonly runs: number;
  /** How many of them failed. */
  readonly failed: number;
  /** SHA-256 over the checksums of the runs' raw counts, each followed by a line end, in the order of the study. */
  readonly checksums: string;
  /** SHA-256 of all of the above, as JSON: names this result in its tables and its report. */
  readonly receipt: string;
  /** SHA-256 of each file written beside the receipt. */
  readonly files: Readonly<Record<string, string>>;
}

/** Lists the names of districts that a sweep varies, in its grid or in its rows. */
function variedDistricts({ factors, rows }: CompleteStudy): unknown[] {
  const levels = (factors as { readonly district?: unknown } | undefined)?.district;
  const points = Array.isArray(rows) ? rows.map((row: { readonly district?: unknown } | null) => row?.district) : [];
  return [...(Array.isArray(levels) ? levels : []), ...points];
}

/** Returns the hashes of the embedded districts that a study names. */
export function districtHashes(study: CompleteStudy): Record<string, string> {
  const { district } = study.scenario;
  const named = [...(Array.isArray(district) ? district : [district]), ...variedDistricts(study)].filter(
    (one): one is string => typeof one === "string" && profileNames.includes(one),
  );
  return Object.fromEntries(named.map((name) => [name, sha256(JSON.stringify(profile(name)))]));
}

/** Returns the hash that names a result: of the receipt without its files. */
export function receiptHash({ format, version, study, districts, runs, failed, checksums }: Receipt): string {
  return sha256(JSON.stringify({ format, version, study, districts, runs, failed, checksums }));
}

/** Makes the receipt of a result from the checksums of its runs, yet without files. */
export function receiptOf(study: CompleteStudy, checksums: readonly string[]): Receipt {
  const receipt: Receipt = {
    format,
    version,
    // What is hashed is what a reader of the file gets, so values that JSON leaves out go first.
    study: JSON.parse(JSON.stringify(study)),
    districts: districtHashes(study),
    runs: checksums.length,
    failed: checksums.filter((one) => one === "").length,
    checksums: sha256(checksums.map((one) => `${one}\n`).join("")),
    receipt: "",
    files: {},
  };
  return { ...receipt, receipt: receiptHash(receipt) };
}
