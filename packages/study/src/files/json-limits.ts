import type { Issue } from "@uptake/model";

/** Deepest nesting of JSON read, as of YAML, and most values; what lies beyond describes no district and no receipt. */
const deepest = 64;
const mostJsonValues = 16_000_000;

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;

/** Finds out whether a text of JSON nests too deeply or holds too much, before memory is asked for it. */
export function beyondJsonLimits(text: string): Issue | undefined {
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
    if (depth > deepest) return { code: "too-deep", path: "", message: `nests deeper than ${deepest} levels` };
    if (values > mostJsonValues)
      return { code: "too-many-values", path: "", message: "holds more than 16 million values" };
  }
  return undefined;
}
