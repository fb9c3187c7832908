import { beyondJsonLimits } from "@uptake/study/files";
import { BadInput } from "../host/fault.ts";

/**
 * Reads JSON of at most 64 levels and 16 million values.
 *
 * @throws BadInput when it is not JSON, or beyond these limits.
 */
export function readJson(text: string, file: string): unknown {
  const beyond = beyondJsonLimits(text);
  if (beyond) throw new BadInput([{ file, ...beyond }]);
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `is not JSON: ${(error as Error).message.slice(0, 120)}`;
    throw new BadInput([{ file, code: "not-json", path: "", message }]);
  }
}
