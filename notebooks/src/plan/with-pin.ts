import type { ScenarioInput } from "@uptake/model";
import { mostPinned, type PlanState } from "@uptake/study/link";
import { freeName } from "./free-name.js";

/** Returns the state with a plan pinned, under a name that no other pinned plan has; the oldest of five goes. */
export function withPin(state: PlanState, name: string, scenario: ScenarioInput): PlanState {
  const kept = (state.pinned ?? []).slice(1 - mostPinned);
  return { ...state, pinned: [...kept, { name: freeName(name, kept), scenario }] };
}
