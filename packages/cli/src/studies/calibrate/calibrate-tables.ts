import type { Calibration, RivalCalibration } from "@uptake/study/calibrate";
import { worldsTable } from "../../input/worlds-files.ts";
import { integer, number, text, withEnds, yesNo } from "../../tables/columns.ts";
import type { AnswerTable, Column } from "../../tables/table.ts";
import { heldIn } from "./calibrate-words.ts";

const heldColumn = text("held", "What is held, where a parameter has rival values");

/** Lists the tables of a calibration: what it tells of parameters, how well it fits, the surveys, bands and worlds. */
export function calibrateTables(result: Calibration): AnswerTable[] {
  const rows = (of: (one: RivalCalibration) => readonly (readonly (string | number | boolean | null)[])[]) =>
    result.rivals.flatMap((one) => of(one).map((cells) => [heldIn(one.held), ...cells]));
  const own = "the parameter's own";
  const shareOf = (name: string, doc: string): Column => number(name, "share of teachers", doc);
  return [
    {
      name: "parameters",
      doc: "What the surveys tell of each parameter",
      columns: [
        heldColumn,
        text("parameter", "Name"),
        text("verdict", "informed, or cannot-tell; informed only where the model shows the series"),
        number("median", own, "Median after the surveys; empty where they cannot tell"),
        number("low", own, "Lower end of the middle 95% after"),
        number("high", own, "Upper end of the middle 95% after"),
        number("prior_low", own, "Lower end of the middle 95% before"),
        number("prior_high", own, "Upper end of the middle 95% before"),
        ...withEnds("ratio", "ratio", "Standard deviation after over before"),
      ],
      rows: rows(({ parameters }) =>
        parameters.map((one) => [
          one.name,
          one.verdict,
          one.median,
          one.low,
          one.high,
          ...one.prior,
          one.narrowing.ratio,
          one.narrowing.low,
          one.narrowing.high,
        ]),
      ),
    },
    {
      name: "fit",
      doc: "How well the calibrated model shows the surveys",
      columns: [
        heldColumn,
        yesNo(
          "shown",
          "Whether the model shows the series: at most a quarter of the surveys lie outside its 95% bands",
        ),
        integer("surveys", "surveys", "Surveys"),
        integer("within", "surveys", "Those within the model's 95% bands"),
        integer("parameters", "parameters", "Parameters that were calibrated"),
        integer("informed", "parameters", "Those of which the surveys tell"),
        integer("worlds", "worlds", "Worlds of the posterior"),
        number("tolerance", "sampling errors", "How far from the surveys a world may be, as a root mean square"),
        integer("runs", "runs", "Runs that were made for it, predictive ones left out"),
        integer("failed", "runs", "Those of them that failed"),
        text("ended", "Why it went no further: tolerance, acceptance, generations, simulations or stalled"),
      ],
      rows: rows(({ shown, points, parameters, worlds, generations, simulations, failed, stop }) => [
        [
          shown,
          points.length,
          points.filter(({ within }) => within).length,
          parameters.length,
          parameters.filter(({ verdict }) => verdict === "informed").length,
          worlds.length,
          generations.at(-1)?.tolerance ?? null,
          simulations,
          failed,
          stop,
        ],
      ]),
    },
    {
      name: "ridges",
      doc: "Pairs of parameters that the surveys bind together: a correlation of at least a half in size",
      columns: [
        heldColumn,
        text("parameter", "Name"),
        text("other", "Name of the other"),
        number("correlation", "correlation", "Weighted correlation over the worlds of the posterior"),
      ],
      rows: rows(({ ridges }) => ridges.map(({ names, correlation }) => [...names, correlation])),
    },
    {
      name: "surveys",
      doc: "What was seen, and what the calibrated model would have shown of as many who answered",
      columns: [
        heldColumn,
        integer("month", "months", "Index of the scenario"),
        text("group", "Who was asked"),
        integer("respondents", "people", "How many answered"),
        shareOf("share", "Share who said yes"),
        shareOf("low", "Lower end of its 95% interval"),
        shareOf("high", "Upper end of its 95% interval"),
        shareOf("predicted_low", "Lower end of the model's middle 95%"),
        shareOf("predicted_high", "Upper end of the model's middle 95%"),
        yesNo("within", "Whether the share lies within"),
      ],
      rows: rows(({ points }) =>
        points
          .toSorted((a, b) => a.month - b.month)
          .map((one) => [
            one.month,
            one.group,
            one.respondents,
            one.share,
            one.low,
            one.high,
            ...one.predicted,
            one.within,
          ]),
      ),
    },
    {
      name: "bands",
      doc: "What the calibrated model shows month by month: median and middle 95% of runs",
      columns: [
        heldColumn,
        text("group", "Whose adoption"),
        integer("month", "months", "Index of the scenario"),
        ...["reported", "practised"].flatMap((what) =>
          ["low", "median", "high"].map((end) =>
            shareOf(
              `${what}_${end}`,
              `${end === "median" ? "Median" : `The ${end} end`} of the share who ${what === "reported" ? "would say they use" : "use"} the practice`,
            ),
          ),
        ),
      ],
      rows: rows(({ groups }) =>
        groups.flatMap(({ group, months, reported, practised }) =>
          months.map((m) => [
            group,
            m,
            ...[reported, practised].flatMap(({ low, median, high }) => [low[m]!, median[m]!, high[m]!]),
          ]),
        ),
      ),
    },
    {
      name: "posterior",
      doc: "Worlds of the posterior: one row a world and parameter",
      columns: [
        heldColumn,
        integer("world", "–", "Number of the world"),
        integer("replicate", "–", "Replicate whose other parameters it has"),
        number("weight", "share", "Weight; those of a calibration sum to 1"),
        number("distance", "sampling errors", "How far its run was from the surveys"),
        text("parameter", "Name"),
        number("value", own, "Value"),
      ],
      rows: rows(({ worlds }) =>
        worlds.flatMap(({ values, replicate, weight, distance }, w) =>
          Object.entries(values).map(([name, value]) => [w, replicate, weight, distance, name, value]),
        ),
      ),
    },
    ...result.rivals.map(({ held, table }, k) =>
      worldsTable(
        result.rivals.length > 1 ? `worlds-${k + 1}` : "worlds",
        `Worlds of the posterior${heldIn(held) === "" ? "" : ` with ${heldIn(held)}`}, each as likely as another; what is not calibrated is as in the world of the run`,
        table,
      ),
    ),
  ];
}
