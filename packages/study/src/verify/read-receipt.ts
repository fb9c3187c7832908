import { InputError, type Issue } from "@uptake/model";
import { futureVersion, groupOf, scenarioVersion } from "@uptake/model/upgrade";
import { explain } from "@uptake/model/validate";
import * as z from "zod";
import { studyVersion } from "../files/upgrade-study.ts";
import { type Receipt, receiptFormat } from "../receipt/receipt.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256 sum: 64 hexadecimal digits");
const text = z.string().max(10_000);

const districtName = z.union([text, z.looseObject({})]);

/** As much of a completed scenario as is needed to check the rest, which is done by whoever runs the study. */
const scenario = z.looseObject({
  district: z.union([districtName, z.array(districtName)]),
  strategy: text,
  levers: z.looseObject({}),
  horizon: z.number(),
  target: z.looseObject({ share: z.number(), month: z.number() }),
});

const schema = z.strictObject({
  format: z.literal(receiptFormat),
  version: text,
  study: z.looseObject({ kind: text, name: text, seed: text, scenario }),
  districts: z.record(text, hash),
  runs: z.int().min(0),
  failed: z.int().min(0),
  checksums: hash,
  receipt: hash,
  // Names without a folder, so that a receipt from a stranger reads no file elsewhere.
  files: z.record(z.string().regex(/^[a-z][a-z0-9-]*\.[a-z]+$/), hash),
});

/** Names a receipt of a format that is yet to come, or of a study or a scenario of such a version. */
function future(value: unknown): Issue[] {
  const { format, study } = (value ?? {}) as { readonly format?: unknown; readonly study?: unknown };
  const given = groupOf(study);
  const at = (path: string, issue: Issue | undefined): Issue[] => (issue === undefined ? [] : [{ ...issue, path }]);
  const found = [
    ...at("study.version", futureVersion(given?.["version"], studyVersion, "study")),
    ...at(
      "study.scenario.version",
      futureVersion(groupOf(given?.["scenario"])?.["version"], scenarioVersion, "scenario"),
    ),
  ];
  if (found.length > 0) return found;
  if (typeof format !== "number" || !(format > receiptFormat)) return [];
  const message = "the receipt was made by a newer version of this program";
  return [{ code: "future-version", path: "format", message, value: format, allowed: String(receiptFormat) }];
}

/**
 * Checks that plain data are a receipt; whether its study can be run is not checked.
 *
 * @throws InputError with everything wrong.
 *
 * @example
 * ```ts
 * import { describeIssue, InputError } from "@uptake/model";
 * import { readReceipt } from "@uptake/study/verify";
 *
 * try {
 *   readReceipt({ format: 1 });
 * } catch (error) {
 *   if (error instanceof InputError) console.log(error.issues.map(describeIssue));
 * }
 * ```
 */
export function readReceipt(value: unknown): Receipt {
  if (groupOf(value)?.["format"] === undefined) {
    const message = "is no receipt of this program; a receipt is the file receipt.json of a folder of results";
    throw new InputError([{ code: "not-a-receipt", path: "", message }]);
  }
  const newer = future(value);
  if (newer.length > 0) throw new InputError(newer);
  const read = schema.safeParse(value);
  // Not what the schema gives back, which has its fields in another order: the hash is of what stands in the file.
  if (read.success) return value as Receipt;
  throw new InputError(explain(read.error.issues, value, schema).map((issue) => ({ ...issue, code: "not-a-receipt" })));
}
