import { counted } from "../words/format.ts";

/** Says whether one thing agrees with a receipt, in words. */
export interface Check {
  readonly of: "receipt" | "files" | "version" | "districts" | "runs" | "fields" | "results";
  readonly agrees: boolean;
  readonly says: string;
}

/** Names the first of several things, and counts the others. */
export function listed(all: readonly string[]): string {
  const [first = ""] = all;
  return all.length === 1 ? first : `${first}, and ${counted(all.length - 1, "other difference")}`;
}
