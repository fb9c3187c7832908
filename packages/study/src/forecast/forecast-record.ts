/** Holds how many of the counts that came bands of one nominal share held. */
export interface BandRecord {
  /** Share that the band was made to hold. */
  readonly nominal: number;
  /** Share that it held of counts foretold from all before them. */
  readonly oneAhead: number;
  /** Share that it held of counts foretold from the first part of their series, 0 … 1. */
  readonly wholePath: number;
}

/** Holds how far bands of the model have held on series that it had seen the first half of. */
export interface ForecastRecord {
  /** Series by what they count: people and rooms, or states. */
  readonly people: SeriesRecord;
  /** Series of states and other organisations. */
  readonly organisations: SeriesRecord;
}

/** Holds how far bands held on several series, every series counting alike. */
export interface SeriesRecord {
  /** How many series. */
  readonly series: number;
  /** Counts held out of them, in all. */
  readonly points: number;
  /** How often each kind of band held them. */
  readonly bands: readonly BandRecord[];
}

/** How far bands of the model have held; recorded with `tests/patterns/forecasts.json`, which it is held to. */
export const forecastRecord: ForecastRecord = {
  people: {
    series: 6,
    points: 33,
    bands: [
      { nominal: 0.5, oneAhead: 0.34, wholePath: 0.287 },
      { nominal: 0.8, oneAhead: 0.401, wholePath: 0.487 },
      { nominal: 0.95, oneAhead: 0.603, wholePath: 0.576 },
    ],
  },
  organisations: {
    series: 21,
    points: 175,
    bands: [
      { nominal: 0.5, oneAhead: 0.422, wholePath: 0.354 },
      { nominal: 0.8, oneAhead: 0.687, wholePath: 0.61 },
      { nominal: 0.95, oneAhead: 0.875, wholePath: 0.758 },
    ],
  },
};
