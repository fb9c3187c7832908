import { type ForecastRecord, forecastRecord, type SeriesRecord } from "./forecast-record.ts";

/** Band that the sentence tells of. */
const told = 0.8;

/** Says how far bands of the model have held of what came, for a person who reads a chance. */
export function forecastSentence({ people, organisations }: ForecastRecord = forecastRecord): string {
  const share = (of: (band: SeriesRecord["bands"][number]) => number, { bands }: SeriesRecord): string =>
    `${Math.round(100 * of(bands.find(({ nominal }) => nominal === told)!))}%`;
  const held = (record: SeriesRecord): string =>
    `${share(({ oneAhead }) => oneAhead, record)} of the next counts and ${share(({ wholePath }) => wholePath, record)} of all that followed`;
  return `How far such bands have held: shown the first half of ${people.series} series of people or classrooms, this model’s 80% bands held ${held(people)}; of ${organisations.series} of states’ laws, ${held(organisations)}. None is of teaching.`;
}
