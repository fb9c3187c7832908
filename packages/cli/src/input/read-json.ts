import { beyondJsonLimits, reservedKeysIn } from "@uptake/study/files";
import { BadInput } from "../host/fault.ts";

/**
 * Reads JSON of at most 64 levels and 16 million values, without a key called `__proto__`.
 *
 * @throws BadInput when it is not JSON, beyond these limits, or has such a key.
 */
export function readJson(text: string, file: string): unknown {
  const beyond = beyondJsonLimits(text);
  if (beyond) throw new BadInput([{ file, ...beyond }]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = `is not JSON: ${(error as Error).message.slice(0, 120)}`;
    throw new BadInput([{ file, code: "not-json", path: "", message }]);
  }
  const reserved = reservedKeysIn(text);
  if (reserved.length > 0) throw new BadInput(reserved.map((issue) => ({ file, ...issue })));
  return value;
}
