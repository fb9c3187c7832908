import { InputError, type Issue } from "../issue.ts";

/** @throws InputError when the seed is empty or no text, or the replicate is not a whole number in its range. */
export function checkReplicate(seed: unknown, replicate: unknown): void {
  const issues: Issue[] = [];
  if (seed === "") issues.push({ code: "empty", path: "seed", message: "the seed is empty", value: seed });
  else if (typeof seed !== "string")
    issues.push({ code: "wrong-kind", path: "seed", message: "the seed is not text", value: seed });
  if ((replicate as number) >>> 0 !== replicate)
    issues.push({
      code: "out-of-range",
      path: "replicate",
      message: `${replicate} is out of range`,
      value: replicate,
      allowed: "a whole number, 0 to 4294967295",
    });
  if (issues.length > 0) throw new InputError(issues);
}
