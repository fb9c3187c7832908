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
  priors: "3f495078",
  count: 319,
  fixed:
    "dY0sHeGaMqvtxdvCZMJYRIEsIj3VbUlS3N6NiV8qoVFyXvgiHnTi-2Ti0qrhqO6PjhMQV0oyO-dT8BKCeomS93fFJCtulgp8NaNBsDJmwxomRSwlKPpL6YymIZJYGVbakgGg7vfTqfSf4LFhLSABIxZ2LN-Rt_az0fACRuDiBW-MSA21yIr2lKEv6R5TItxjGX1kU6LfcNcae0FqJORNOSg6rfwLXOs7uQuKGKtuM54R-So_LRUVsz9BZdI55AoSWahm9rhp9BrEcK1hI1bBaMWPmJdgUwH9KnGucVC-TEqSkDhV7olRcVmfKkP9I2IvFeJjM3HWKOMgFC60jzooVJHZbBKi8ENZiHVQSiwMJrdaBc7EHnoagbsOqtDXeeYiDB-p-S",
};
