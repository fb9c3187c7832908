/** Share of a bell left off at each of its ends, where values are very rare (a choice). */
export const bellTail = 0.005;
