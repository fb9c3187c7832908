import { type District, InputError, type Issue, type WorldTable } from "@uptake/model";
import type { Change } from "@uptake/model/upgrade";
import type { SurveyPoint } from "../calibrate/adoption-series.ts";
import { readAdoptionSeries } from "../calibrate/read-adoption-series.ts";
import { beyondJsonLimits } from "../files/json-limits.ts";
import { type FileKind, kindOfFile } from "../files/kind-of-file.ts";
import { textOfFile } from "../files/text-of-file.ts";
import type { Receipt } from "../receipt/receipt.ts";
import { reservedKeysIn } from "../yaml/reserved-keys.ts";
import type { Question } from "./question.ts";
import { type RosterFileRead, type RosterHow, readRosterFile } from "./read-roster-file.ts";

/** Asks what a file holds. */
export interface FileInput extends RosterHow {
  /** Name of the file, whose ending helps to tell what it holds. */
  readonly name: string;
  /** What is in it; at most 32 MB are read. */
  readonly bytes: Uint8Array;
  /** What it is to be read as (default what name and first line say). */
  readonly as?: FileKind;
}

/** Holds what a file was read as; whatever is wrong is in `issues`, all at once, with lines and columns. */
export type FileRead =
  | RosterFileRead
  | { readonly kind: "series"; readonly series: readonly SurveyPoint[]; readonly issues: readonly Issue[] }
  | {
      readonly kind: "worlds";
      readonly worlds: WorldTable | undefined;
      readonly issues: readonly Issue[];
      /** What was changed in a table of an older version. */
      readonly changes: readonly Change[];
    }
  | { readonly kind: "scenario"; readonly text: string; readonly issues: readonly Issue[] }
  | { readonly kind: "receipt"; readonly receipt: Receipt | undefined; readonly issues: readonly Issue[] }
  | { readonly kind: "district"; readonly district: District | undefined; readonly issues: readonly Issue[] }
  | { readonly kind: "nothing"; readonly issues: readonly Issue[] };

/** Runs `read`; what is wrong with its input is returned beside undefined. */
function tried<Found>(read: () => Found): { readonly found: Found | undefined; readonly issues: readonly Issue[] } {
  try {
    return { found: read(), issues: [] };
  } catch (error) {
    if (error instanceof InputError) return { found: undefined, issues: error.issues };
    throw error;
  }
}

const nothing = (code: string, message: string): FileRead => ({
  kind: "nothing",
  issues: [{ code, path: "", message }],
});

/** Reads JSON: a receipt, a district as `uptake import` writes it, or a scenario. */
async function readJson(text: string): Promise<FileRead> {
  const beyond = beyondJsonLimits(text);
  if (beyond) return { kind: "nothing", issues: [beyond] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return nothing("not-json", `is not JSON: ${(error as Error).message.slice(0, 120)}`);
  }
  const reserved = reservedKeysIn(text);
  if (reserved.length > 0) return { kind: "nothing", issues: reserved };
  const fields = (typeof value === "object" && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  if ("checksums" in fields || "receipt" in fields) {
    const { readReceipt } = await import("../verify/read-receipt.ts");
    const { found: receipt, issues } = tried(() => readReceipt(value));
    return { kind: "receipt", receipt, issues };
  }
  if (!("schools" in fields)) return { kind: "scenario", text, issues: [] };
  const { validateScenario } = await import("@uptake/model/validate");
  const checked = await validateScenario({ district: value });
  return "issues" in checked
    ? { kind: "district", district: undefined, issues: checked.issues }
    : { kind: "district", district: value as District, issues: [] };
}

/** Tells what a file is and reads it: a roster, surveys, worlds, a scenario, a receipt or a district. Never throws for what is wrong with it. */
export const readFile: Question<FileInput, FileRead> = async ({ name, bytes, as, ...how }) => {
  const { found, issues } = tried(() => textOfFile(bytes));
  if (found === undefined) return { kind: "nothing", issues };
  const { text, encoding } = found;
  const kind = as ?? kindOfFile(name, text);
  if (kind === "roster") return readRosterFile(found, how);
  if (encoding !== "UTF-8") return nothing("not-utf-8", "the file is not UTF-8 text; save it as UTF-8");
  if (kind === "json") return readJson(text);
  if (kind === "scenario") return { kind, text, issues: [] };
  if (kind === "series") {
    const { found: series = [], issues: wrong } = tried(() => readAdoptionSeries(text));
    return { kind, series, issues: wrong };
  }
  const { readOldWorlds } = await import("@uptake/model/validate");
  const { found: read, issues: wrong } = tried(() => readOldWorlds(text, name));
  return { kind, worlds: read?.worlds, issues: wrong, changes: read?.changes ?? [] };
};
