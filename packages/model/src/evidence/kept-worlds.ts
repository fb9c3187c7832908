/** Describes the kept worlds: draws from the priors that show the patterns a world must show. */
export interface KeptWorlds {
  /** Seed of the draws. */
  readonly seed: string;
  /** Fingerprint of the priors they were drawn from. */
  readonly priors: string;
  /** Number of worlds kept. */
  readonly count: number;
  /** The fixed world, as `readWorld` reads it. */
  readonly fixed: string;
}

/** Tells of the default set of worlds, which is loaded when it is needed. Written by `pnpm worlds`, never by hand. */
export const keptWorlds: KeptWorlds = {
  seed: "kept worlds",
  priors: "31565ba6",
  count: 1008,
  fixed:
    "TtauHUvZkVShtbJva3_O1GIVkSvhCx4mLt8q_k3njYsYD005PkZKKCZC7RJrjgvkdEjP61ddlLG5CctOemr9MZ7xrDI79MyRKpDqv5PcpoA7X6nT_RocFX86KmHJJf0k1-jlUBQffZ_7j7yaPjctAALvsT-2qXC_nlC0MEAA_y1wxOB92Ek7JGixhzYaoHviJYfcag3Xh5SfNu_xNxHzQE8fjS1lnlEw3V78SWRDgYWSJmgOmHyjubYE4dSVCfdeHvXsZvd3e0I4HtgtwpcMM2h9wsfUNQ2Qa-Oq04Xjx7EuKJLii0qEWZSByFM__vsL5ZnrG7jAKsFHLgH0GU15HoJuJBJTwDqaskT-G_CSMYIDxjZo7i2duGCdjDyntmh8pJe265w8lfMWZH8QK9C0",
};
