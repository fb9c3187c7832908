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
  count: 975,
  fixed: "AyFWJZKzJreyv4rKZWS8mdICwAf415Iq6MVef_J_Na0QnE5QbhLyqaWBP3moAPVlCOCZa74Jc_UaOA4149U_4tPJJZs72TQaXQ4EPf-SKWYse7R9blzxaAA0GeH_HIEoNHR9lN1ZPDIDtOWKUDZ8ABQ-_Qp5qu-U94G3liACBKf50u_zj9tZdM5sxmUeFrxJwBOTltzhQPCC1X-rviFYCrb53d0ce9nBuU9Vj1k9YxM35dE-nLwlJXKnXNqCHIMwEa63RqsPSWjJ93LTsi2-NENNWo4zmKAiMcoX6xN_xWHqIqHxowhJWMkW9hVMNU5YpOdDz02FcfD4HxLHISdgGJDuIJHiyw4EpQwEFezfFP7XH7AUSK2QStJ2JaRFbK0_VTA3u3GzTjZr7-uwaZuy",
};
