import type { PlanState } from "@uptake/study/link";

const key = "uptake.carried";

/** Holds a state that its link does not hold whole, with what it was made by. */
interface Carried {
  readonly query: string;
  readonly version: string;
  readonly state: PlanState;
}

/** Keeps, for the next page of this tab, a state that its link cannot hold whole; undefined where there is no need. */
export function carryState(carried: Carried | undefined): void {
  try {
    if (carried) sessionStorage.setItem(key, JSON.stringify(carried));
    else sessionStorage.removeItem(key);
  } catch {
    // No storage, or none left: the link opens what it can hold.
  }
}

/** Returns the state carried here under a query by the same version; undefined where there is none. */
export function carriedState(query: string, version: string): PlanState | undefined {
  try {
    const carried = JSON.parse(sessionStorage.getItem(key) ?? "null") as Carried | null;
    return carried?.query === query && carried.version === version ? carried.state : undefined;
  } catch {
    return undefined;
  }
}
