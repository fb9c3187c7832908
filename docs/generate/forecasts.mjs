import { table } from "./table.mjs";

const kinds = { people: "people or classrooms", organisations: "states", short: "too short to be counted" };
const number = (value, digits) => value.toFixed(digits).replace("-", "−");
const bands = ({ held }) => held.map((share) => Math.round(100 * share)).join(" / ");
const of = ({ scores }, name) => scores.find(({ forecaster }) => forecaster === name);

/** Writes one row for each series and each part of it that was fitted. */
function scores({ series }) {
  const names = series[0].cuts[0].scores.map(({ forecaster }) => forecaster);
  const rows = series.flatMap(({ name, kind, counts, cuts }) =>
    cuts.map((cut) => {
      const { oneAhead, wholePath } = of(cut, "Uptake");
      return [
        name,
        kinds[kind],
        `${cut.fitted} of ${counts} counts`,
        cut.heldOut,
        bands(oneAhead.plain),
        bands(wholePath.plain),
        bands(wholePath.widened),
        ...names.map((each) => {
          const score = of(cut, each);
          return `${number(score.oneAhead.plain.logScore, 2)}, ${number(score.wholePath.plain.logScore, 2)}`;
        }),
        ...["Uptake", "Bass"].map((each) => number(of(cut, each).wholePath.plain.error, 3)),
      ];
    }),
  );
  return table(
    [
      "series",
      "counts",
      "fitted on",
      "held out>",
      "50 / 80 / 95% bands held, one ahead, %",
      "whole path, %",
      "whole path, widened, %",
      ...names.map((name) => `log score: ${name}`),
      "median off, whole path: Uptake>",
      "Bass>",
    ],
    rows,
  );
}

/** Writes what has no forecast scored, and why. */
const left = ({ leftOut }) =>
  table(
    ["not scored", "because"],
    leftOut.map(({ name, reason }) => [name, reason]),
  );

const tables = { scores, left };

/** Writes how forecasts of adoption series held (`scores`), or which series are not scored (`left`). */
export function forecasts({ forecasts: record }, [name = "scores"]) {
  const write = tables[name];
  if (!write) throw new Error(`no table of forecasts is called “${name}”`);
  return record.series.length > 0 ? write(record) : "_Not recorded._";
}
