import { InputError } from "@uptake/model";

/** Runs `act`; the issues it throws get the path at which the study file holds what they are about. */
export async function relocated<T>(pathOf: (path: string) => string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.issues.map((issue) => ({ ...issue, path: pathOf(issue.path) })));
  }
}
