/**
 * Says how far a number is supported: `measured` was read in a source, `abstract` only in an abstract or a summary,
 * `computed` follows from read figures, `choice` has no direct estimate and carries a wide prior.
 */
export type Status = "measured" | "abstract" | "computed" | "choice";

/** Describes what is believed of a parameter before the patterns are consulted. */
export type Prior =
  /** Evenly spread over `low` … `high`. */
  | { readonly shape: "uniform"; readonly low: number; readonly high: number }
  /** Bell-shaped with `mean` and standard deviation `sd`, held within the parameter's range. */
  | { readonly shape: "bell"; readonly mean: number; readonly sd: number }
  /** One of the listed values, each as likely (rival assumptions). */
  | { readonly shape: "rivals"; readonly values: readonly number[] }
  /** Held at the default: not uncertain, or varied only by hand. */
  | { readonly shape: "held" };

/** Holds what runs need of one uncertain number. */
export interface ParameterNumbers {
  /** Names the parameter, dotted by mechanism, as in `support.floor`. */
  readonly name: string;
  /** Value in the world of defaults, within the range; the fixed world, which was kept, has values of its own. */
  readonly default: number;
  /** Lowest and highest allowed value. */
  readonly range: readonly [number, number];
  /** What is believed of it before patterns are consulted. */
  readonly prior: Prior;
  /** Marks the effect of a lesson or a lever: its prior includes zero, and zero switches it off (the null test). */
  readonly effect?: true;
  /** Marks an effect that is a cost of a lever: the larger it is, the less the lever does. */
  readonly harm?: true;
}

/** Holds what readers need of one uncertain number, and runs do not. */
export interface ParameterWords {
  /** Says what it is, in a sentence that starts with a noun. */
  readonly doc: string;
  /** Unit, as in `log-odds` or `$ of 2024`; `–` where it has none. */
  readonly unit: string;
  /** Names the source, or the reasoning where there is none. */
  readonly source: string;
  /** How far the number is supported. */
  readonly status: Status;
}

/** Holds one uncertain number, and what is known of it. */
export interface Parameter extends ParameterNumbers, ParameterWords {}

/** Maps parameter names to values: one *world*. */
export type World = Readonly<Record<string, number>>;
