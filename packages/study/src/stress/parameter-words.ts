import { type Parameter, parameters } from "@uptake/model";
import type { InputWords } from "./describe-box.ts";

const chances: Readonly<Record<string, string>> = {
  share: "%",
  "per month": "% a month",
  "share per month": "% a month",
  "per year": "% a year",
  "share per year": "% a year",
};
const bare = new Set(["–", "ratio", "exponent", "signal", "signal, −1…1"]);

/** Returns the words of a parameter within a sentence on a box: its name, and its unit; shares and chances in percent. */
function wordsOf({ name, unit, range }: Parameter): InputWords {
  const percent = range[0] >= 0 && range[1] <= 1 ? chances[unit] : undefined;
  if (percent !== undefined) return { label: name, unit: percent, scale: 100 };
  return { label: name, unit: bare.has(unit) ? "" : ` ${unit}` };
}

/** Maps the name of every parameter to its words within a sentence on a box, as in `principal.exit exceeds 24% a year`. */
export const parameterWords: Readonly<Record<string, InputWords>> = Object.fromEntries(
  parameters.map((parameter) => [parameter.name, wordsOf(parameter)]),
);
