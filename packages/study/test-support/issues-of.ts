import { InputError, type Issue } from "@uptake/model";

/** Returns the issues with which something is refused, at once or later; none where it is not. @throws what else goes wrong. */
export async function issuesOf(asked: Promise<unknown> | (() => unknown)): Promise<readonly Issue[]> {
  try {
    await (typeof asked === "function" ? asked() : asked);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

/** Lists the issues with which something is refused, each as its code and path. */
export async function codesOf(asked: Promise<unknown> | (() => unknown)): Promise<string[]> {
  return (await issuesOf(asked)).map(({ code, path }) => `${code} ${path}`);
}
