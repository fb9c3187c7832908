import { BadInput } from "../host/fault.ts";

/** Deepest nesting of JSON read, as of YAML, and most values; what lies beyond describes no district and no receipt. */
const deepest = 64;
export const mostJsonValues = 16_000_000;

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;

/** Finds out whether a text nests too deeply or holds too much, before memory is asked for it. */
function beyondLimits(text: string): { readonly code: string; readonly message: string } | undefined {
  let depth = 0;
  let values = 1;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (quoted) {
      if (unit === BACKSLASH) i++;
      else if (unit === QUOTE) quoted = false;
    } else if (unit === QUOTE) quoted = true;
    else if (unit === COMMA) values++;
    // The brackets [ and {, then ] and }.
    else if (unit === 91 || unit === 123) depth++;
    else if (unit === 93 || unit === 125) depth--;
    if (depth > deepest) return { code: "too-deep", message: `nests deeper than ${deepest} levels` };
    if (values > mostJsonValues) return { code: "too-many-values", message: "holds more than 16 million values" };
  }
  return undefined;
}

/**
 * Reads JSON of at most 64 levels and 16 million values.
 *
 * @throws BadInput when it is not JSON, or beyond these limits.
 */
export function readJson(text: string, file: string): unknown {
  const beyond = beyondLimits(text);
  if (beyond) throw new BadInput([{ file, path: "", ...beyond }]);
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `is not JSON: ${(error as Error).message.slice(0, 120)}`;
    throw new BadInput([{ file, code: "not-json", path: "", message }]);
  }
}
