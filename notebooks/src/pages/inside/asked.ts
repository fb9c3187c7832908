import type { FilmInput, RunName } from "@uptake/study/questions";
import type { PlanState } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";

/** Reads which run a state asks for. */
export function runOf({ page = {} }: PlanState): RunName | number {
  const text = page["inside.run"] ?? "typical";
  if (text === "typical" || text === "best" || text === "worst") return text;
  return /^\d{1,9}$/.test(text) ? Number(text) : "typical";
}

/** Reads which district of several a state asks for. */
export function districtOf({ page = {} }: PlanState): number {
  const text = page["inside.district"] ?? "";
  return /^\d{1,4}$/.test(text) ? Number(text) : 0;
}

/** Returns which film a state asks for. */
export function askedOf(state: PlanState): Required<FilmInput> {
  const { scenario, seed = usual.seed, replicates = usual.replicates } = state;
  return { scenario, seed, run: runOf(state), replicates: Math.max(25, replicates), district: districtOf(state) };
}
