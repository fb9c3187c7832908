import { InvalidArgumentError } from "commander";

/** Takes an option's text once; a second one would silently win. */
export function once(value: string, before: string | undefined): string {
  if (before !== undefined) throw new InvalidArgumentError("It is given twice.");
  return value;
}
