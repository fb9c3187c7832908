/** Names what waits for what: the curve under the finger comes before pinned plans, and those before studies. */
export type Priority = "curve" | "pinned" | "study";

/** Lists priorities, the most urgent first. */
export const priorities: readonly Priority[] = ["curve", "pinned", "study"];
