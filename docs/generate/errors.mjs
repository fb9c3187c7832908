import { errorCodes } from "./error-codes.mjs";
import { code, table } from "./table.mjs";

/** Writes the codes of issues: what each means, and what to do. */
export function errors() {
  return table(
    ["code", "what it means", "what to do"],
    Object.entries(errorCodes).map(([name, [means, remedy]]) => [code(name), means, remedy]),
  );
}
