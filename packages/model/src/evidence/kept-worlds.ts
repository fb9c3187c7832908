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
  priors: "71fe517a",
  count: 1086,
  fixed:
    "yfLBFbOooRbNdjpbebSRfSEaFqn0LOLAZ-b_6h3J67GtcVYW65QPFwR_rDLws5bxCzhmIlCCWlSjnE5Xgdag9EW2tj9_4a4rws7KWkmm-K60a6AUF466EtyPH2KeGnSbfrcGCCbcrklSktdLQ9iWAA136c-Piz0kOAYvt5ACmFehTnDAVHsvTwbW-UqYQe0fmHSw_2tO6-b0t0XJp7GSBQL4PiiOlrRywCjSLli9VMsYxfaXE-JAJGcPVo61KDCho-fxT4QLErymWfg-FNDV3zqxdBOnZBGLzeJpFYKeYLDHHog8AF3FCLI4IIF9J2gx-uhTPPc-Y99RxI4LWIgoQS3kltZkSJHkH6B0IRHrHMEyK_Iz6Q822qAoGvJHIEMTyyU-F1bucK1T5FSlaCiTjx7A5Gcx7_OwemMkm6CL",
};
