import { InputError } from "@uptake/model";

/**
 * Runs `act`; the issues it throws of a factor get the path at which the study file holds it, so that they can be found
 * there.
 */
export async function relocated<T>(pathOf: (path: string) => string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.issues.map((issue) => ({ ...issue, path: pathOf(issue.path) })));
  }
}
