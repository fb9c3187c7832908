/** Replicates and seed that pages run where the state says nothing else: the seed is the command line's own. */
export const usual = { replicates: 100, seed: "uptake" } as const;
