import { assumedParameters, drawWorld, type Plan, type Scenario, type World, worldNumber } from "@uptake/model";
import { sameData } from "@uptake/model/engine";
import type { Evaluation, Statistic } from "@uptake/study/evaluate";
import { integer, number, text } from "../tables/columns.ts";
import { passingTable } from "../tables/lazy-table.ts";
import type { AnswerTable, Value } from "../tables/table.ts";
import { count } from "../words/format.ts";
import { seriesUnit } from "../words/series-words.ts";
import type { RecordedRuns } from "./record-runs.ts";
import { differingSettings, drawnParameters, outcomesOf, triedIn } from "./what-varies.ts";

/** Most cells of the table of runs: some 30 MB as CSV. */
const mostCells = 2_000_000;

/** Describes the columns that say which run a row is of. */
const places = [
  integer("run", "–", "Number of the run, from 1"),
  integer("batch", "–", "Number of the batch of runs that it was asked for in, from 1"),
  text("strategy", "Name of the plan"),
  integer("plan", "–", "Number of the plan in its batch, from 1"),
  integer(
    "replicate",
    "–",
    "Number of the replicate: runs of one replicate share their luck, and their world where they draw alike",
  ),
  integer(
    "world",
    "–",
    "Number of the world among the kept ones, or in the table of the scenario; the replicate's where each has its own",
  ),
];

/** Draws the world of each run; runs of one replicate that draw alike share it. */
function worldDrawer(): (scenario: Scenario, seed: string, replicate: number) => World {
  let last:
    | { readonly scenario: Scenario; readonly seed: string; readonly replicate: number; readonly world: World }
    | undefined;
  return (scenario, seed, replicate) => {
    if (
      last?.replicate !== replicate ||
      last.seed !== seed ||
      !sameData(last.scenario.parameters, scenario.parameters) ||
      !sameData(last.scenario.switches, scenario.switches)
    )
      last = { scenario, seed, replicate, world: drawWorld(seed, replicate, assumedParameters(scenario)) };
    return last.world;
  };
}

/** Holds the table of a study's runs, none where it made none, and what is to be said of it. */
export interface RunsTable {
  readonly tables: readonly AnswerTable[];
  readonly notes: readonly string[];
}

/**
 * Makes a table of a study's runs for other programs: one row a run, with its plan, its replicate, the parameters drawn,
 * what was read of it and its checksum. Beyond `cells` cells it holds the first runs, and its description and a note say
 * of how many.
 */
export function runsTable(runs: RecordedRuns, cells: number = mostCells): RunsTable {
  const tried = triedIn(runs);
  const settings = differingSettings([...tried.values()].flat());
  const drawn = drawnParameters(runs);
  const outcomes = outcomesOf(runs);
  const inDistricts = runs.batches.some(({ evaluations }) => evaluations.some(({ district }) => district));
  const columns = [
    ...places,
    ...(inDistricts ? [text("district", "Id of the district that was run")] : []),
    ...settings,
    ...drawn.map(({ name, unit, doc }) => number(name, unit, doc)),
    ...outcomes.map(({ series, month }) =>
      number(`${series}_${month}`, seriesUnit(series) || "number", `${series} at index ${month}`),
    ),
    text("checksum", "Checksum of the run; empty where it failed"),
  ];
  const kept = runs.batches.flatMap((batch, b) => batch.evaluations.map((_, place) => ({ b, batch, place })));
  const shown = kept.slice(0, Math.floor(cells / columns.length));
  if (shown.length === 0) return { tables: [], notes: [] };
  const part =
    shown.length < runs.made
      ? [`the first ${count(shown.length)} of ${count(runs.made)} runs, batch by batch and replicate by replicate`]
      : [];
  const head = {
    name: "runs",
    doc: [
      "One row a run, for other programs: what was drawn and what came of it.",
      ...part.map((first) => `It holds ${first}.`),
    ].join(" "),
    columns,
    data: true as const,
  };
  const each = function* (): Generator<Value[]> {
    const worldOf = worldDrawer();
    const column = runs.batches.map(
      (batch) => new Map(batch.outcomes.map(({ series, month }, o) => [`${series}_${month}`, o])),
    );
    for (const [r, { b, batch, place }] of shown.entries()) {
      const { plan, replicate, values = {}, district } = batch.evaluations[place] as Evaluation;
      const readings = tried.get(batch.plans[plan] as Plan);
      const own = readings?.[replicate % readings.length];
      const scenario = own?.scenario;
      const world = scenario && drawn.length > 0 ? worldOf(scenario, batch.seed, replicate) : undefined;
      const read = ({ series, month }: Statistic): Value => {
        const o = column[b]?.get(`${series}_${month}`);
        return o === undefined ? null : (batch.values[place * batch.outcomes.length + o] as number);
      };
      yield [
        ...[r + 1, b + 1, scenario?.name ?? null, plan + 1, replicate],
        scenario ? worldNumber(batch.seed, replicate, scenario.parameters) : null,
        ...(inDistricts ? [district?.id ?? null] : []),
        ...settings.map(({ name }) => own?.settings.get(name)?.value ?? null),
        ...drawn.map(({ name }) => values[name] ?? world?.[name] ?? null),
        ...outcomes.map(read),
        batch.checksums[place] || null,
      ];
    }
  };
  return {
    tables: [passingTable(head, { count: shown.length, each })],
    notes: part.map((first) => `The table of runs (runs.csv) holds ${first}.`),
  };
}
