import type { PlanState } from "@uptake/study/link";
import { withValue } from "../../plan/with-value.js";

/** Names two plans by their places: the second less the first, which is the district as today where null. */
export type Chosen = readonly [a: number | null, b: number];

const field = ["page", "compare.pair"] as const;

/** Reads places as a link has them, from 1; 0 is the district as today. */
function placesIn({ page }: PlanState): readonly [b: number, a: number] | undefined {
  const found = /^([1-9]),(\d)$/.exec(page?.["compare.pair"] ?? "");
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

/** Returns the two plans that a state chooses among so many; the second against the first where it chooses none of them. */
export function chosenIn(state: PlanState, plans: number): Chosen {
  const [b = 0, a = 0] = placesIn(state) ?? [];
  if (b > 0 && b <= plans && a <= plans && a !== b) return [a === 0 ? null : a - 1, b - 1];
  return plans > 1 ? [0, 1] : [null, 0];
}

/** Has a state choose two plans. */
export function withChosen(state: PlanState, [a, b]: Chosen): PlanState {
  return withValue(state, field, `${b + 1},${a === null ? 0 : a + 1}`);
}

/** Keeps the same two plans chosen after plans took other places: `order` lists their old ones. */
export function withOrder(state: PlanState, order: readonly number[]): PlanState {
  const places = placesIn(state);
  if (!places) return state;
  const [b = 0, a = 0] = places.map((place) => (place === 0 ? 0 : order.indexOf(place - 1) + 1));
  const gone = b === 0 || (places[1] !== 0 && a === 0);
  return gone ? withValue(state, field, undefined) : withChosen(state, [a === 0 ? null : a - 1, b - 1]);
}
