import { InputError } from "@uptake/model";

/** Returns the error that no replicate is left, with why the first run failed. */
export function allFailed(failures: readonly { readonly cause: string }[]): InputError {
  const message = `every run failed, the first because ${failures[0]?.cause}`;
  return new InputError([{ code: "all-failed", path: "", message }]);
}
