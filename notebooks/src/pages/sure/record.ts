// What the page shows of the model's record: plain data that data loaders store when the site is built.

/** Holds a figure that tests measured, as it is recorded. */
export interface RecordedFigure {
  readonly pattern: string;
  readonly statistic: string;
  readonly simulated: string;
  readonly observed?: string;
  readonly tolerance?: string;
  /** Whether the figure lies within its tolerance; absent where it has nothing to be held against. */
  readonly holds?: boolean;
  readonly source?: string;
  readonly cases?: string;
  readonly note?: string;
}

/** Holds how many of the figures of one section of the document on validation hold, and those that do not. */
export interface PatternGroup {
  readonly title: string;
  readonly holds: number;
  readonly misses: readonly RecordedFigure[];
  /** Number of figures with nothing to be held against. */
  readonly reported: number;
}

/** Holds something that the model cannot say. */
export interface Limit {
  readonly title: string;
  readonly text: string;
}

/** Holds a rival assumption: what it is about, and what may be assumed. */
export interface RivalSwitch {
  readonly name: string;
  readonly doc: string;
  readonly options: readonly (string | boolean)[];
  readonly default: string | boolean;
}

/** Holds forecasts of one series of which the model was shown a part. */
export interface ForecastScore {
  readonly series: string;
  readonly source: string;
  /** Counts shown, and counts held out. */
  readonly fitted: number;
  readonly heldOut: number;
  /** Share of the held-out counts in 80% bands of the whole path. */
  readonly held80: number;
  /** Mean log score of the whole path, by forecaster; the greater the better. */
  readonly logScores: Readonly<Record<string, number>>;
}

/** Holds the tenth, fiftieth and ninetieth percentile of a parameter among the kept worlds. */
export type KeptSpread = readonly [low: number, middle: number, high: number];

/** Holds all of the record that the page shows at once. */
export interface SureRecord {
  readonly version: string;
  readonly limits: readonly Limit[];
  readonly groups: readonly PatternGroup[];
  readonly switches: readonly RivalSwitch[];
  readonly forecasts: readonly ForecastScore[];
  /** How forecasts were made. */
  readonly forecastsHow: string;
  /** By the name of the parameter. */
  readonly kept: Readonly<Record<string, KeptSpread>>;
  readonly keptWorlds: number;
}

/** Holds all figures, by the title of their group. */
export type AllFigures = Readonly<Record<string, readonly RecordedFigure[]>>;
