import { InputError, type Issue } from "@uptake/model";

/** Holds an error as plain data, so that it can be told from one thread to another. */
export interface ToldError {
  readonly message: string;
  /** What is wrong with an input, where that is the error. */
  readonly issues?: readonly Issue[];
}

/** Writes what was thrown as plain data. */
export function toldError(thrown: unknown): ToldError {
  if (thrown instanceof InputError) return { message: thrown.message, issues: thrown.issues };
  return { message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** Makes an error of what was told: an InputError where an input was wrong. */
export function errorOf({ message, issues }: ToldError): Error {
  return issues ? new InputError([...issues]) : new Error(message);
}
