import {
  assumedParameters,
  drawWorld,
  type Parameter,
  type Plan,
  parameters,
  type Scenario,
  type World,
  worldNumber,
} from "@uptake/model";
import type { Evaluation, Statistic } from "@uptake/study/evaluate";
import { integer, number, text } from "../tables/columns.ts";
import type { AnswerTable, Column, Value } from "../tables/table.ts";
import { count } from "../words/format.ts";
import { seriesUnit } from "../words/series-words.ts";
import { type PlanSetting, planSettings } from "./plan-settings.ts";
import type { RecordedBatch, RecordedRuns } from "./record-runs.ts";

/** Most cells of the table of runs: some 30 MB as CSV. */
export const mostCells = 2_000_000;

/** Holds one run: where it stands in its batch, and its batch. */
interface RunPlace {
  readonly number: number;
  readonly batch: RecordedBatch;
  readonly place: number;
}

/** Lists what a plan comes to: one scenario, or one a reading where it leaves settings unknown. */
function readingsOf({ scenario, readings }: Plan): readonly Scenario[] {
  return readings?.map((one) => ({ ...scenario, levers: one.scenario.levers })) ?? [scenario];
}

/** Holds a scenario that runs were made of, with its settings by the name of their column. */
interface Tried {
  readonly scenario: Scenario;
  readonly settings: ReadonlyMap<string, PlanSetting>;
}

/** Returns the scenarios of every plan, replicate r in number r mod their count. */
function triedIn({ batches }: RecordedRuns): ReadonlyMap<Plan, readonly Tried[]> {
  const plans = new Set(batches.flatMap((batch) => batch.plans));
  const tried = (scenario: Scenario): Tried => ({
    scenario,
    settings: new Map(planSettings(scenario).map((one) => [one.column.name, one])),
  });
  return new Map([...plans].map((plan) => [plan, readingsOf(plan).map(tried)]));
}

/** Lists the columns of the settings in which plans, or the readings of one, differ. */
function differingSettings(tried: readonly Tried[]): Column[] {
  const columns = new Map(
    tried.flatMap(({ settings }) => [...settings].map(([name, one]) => [name, one.column] as const)),
  );
  const differs = (name: string): boolean =>
    new Set(tried.map(({ settings }) => JSON.stringify(settings.get(name)?.value ?? null))).size > 1;
  return [...columns].filter(([name]) => differs(name)).map(([, column]) => column);
}

/** Lists the parameters that may differ between the runs of a study by how their worlds are drawn. */
function drawnParameters({ batches }: RecordedRuns): readonly Parameter[] {
  const drawn = new Set<string>();
  const held = new Map<string, Set<number>>();
  for (const { plans, evaluations } of batches) {
    for (const { draw, priors, values } of plans.map(({ scenario }) => assumedParameters(scenario))) {
      for (const { name } of parameters)
        if (name in values) held.set(name, (held.get(name) ?? new Set()).add(values[name] as number));
        else if (draw !== "fixed" || name in priors) drawn.add(name);
    }
    for (const { values = {} } of evaluations) for (const name of Object.keys(values)) drawn.add(name);
  }
  return parameters.filter(({ name }) => drawn.has(name) || (held.get(name)?.size ?? 0) > 1);
}

/** Lists the outcomes of a study's runs: series as they first come, each by month. */
function outcomesOf({ batches }: RecordedRuns): readonly Statistic[] {
  const months = new Map<string, Set<number>>();
  for (const { series, month } of batches.flatMap(({ outcomes }) => outcomes))
    months.set(series, (months.get(series) ?? new Set()).add(month));
  return [...months].flatMap(([series, all]) => [...all].sort((a, b) => a - b).map((month) => ({ series, month })));
}

/** Draws the world of each run; runs of one replicate that draw alike share it. */
function worldDrawer(): (scenario: Scenario, seed: string, replicate: number) => World {
  let last:
    | { readonly scenario: Scenario; readonly seed: string; readonly replicate: number; readonly world: World }
    | undefined;
  return (scenario, seed, replicate) => {
    if (
      last?.scenario.parameters !== scenario.parameters ||
      last.scenario.switches !== scenario.switches ||
      last.seed !== seed ||
      last.replicate !== replicate
    )
      last = { scenario, seed, replicate, world: drawWorld(seed, replicate, assumedParameters(scenario)) };
    return last.world;
  };
}

/**
 * Makes a table of a study's runs for other programs: one row a run, with its plan, its replicate, the parameters drawn,
 * what was read of it and its checksum. Beyond `cells` cells it holds the first runs, and its description says
 * of how many; none where a study made no runs.
 */
export function runsTable(runs: RecordedRuns, cells: number = mostCells): AnswerTable[] {
  const tried = triedIn(runs);
  const settings = differingSettings([...tried.values()].flat());
  const drawn = drawnParameters(runs);
  const outcomes = outcomesOf(runs);
  const columns = [
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
    ...settings,
    ...drawn.map(({ name, unit, doc }) => number(name, unit, doc)),
    ...outcomes.map(({ series, month }) =>
      number(`${series}_${month}`, seriesUnit(series) || "number", `${series} at index ${month}`),
    ),
    text("checksum", "Checksum of the run; empty where it failed"),
  ];
  const most = Math.floor(cells / columns.length);
  const places = runs.batches.flatMap((batch, b) =>
    batch.evaluations.map((_, place): RunPlace => ({ number: b + 1, batch, place })),
  );
  const shown = places.slice(0, most);
  if (shown.length === 0) return [];
  const worldOf = worldDrawer();
  const column = runs.batches.map(
    (batch) => new Map(batch.outcomes.map(({ series, month }, o) => [`${series}_${month}`, o])),
  );
  const rows = shown.map((one, r): Value[] => {
    const { batch, place } = one;
    const evaluation = batch.evaluations[place] as Evaluation;
    const { plan, replicate, values = {} } = evaluation;
    const all = tried.get(batch.plans[plan] as Plan);
    const own = all?.[replicate % all.length];
    const scenario = own?.scenario;
    const world = scenario && drawn.length > 0 && worldOf(scenario, batch.seed, replicate);
    const read = ({ series, month }: Statistic): Value => {
      const o = column[one.number - 1]?.get(`${series}_${month}`);
      return o === undefined ? null : (batch.values[place * batch.outcomes.length + o] as number);
    };
    return [
      r + 1,
      one.number,
      scenario?.name ?? null,
      plan + 1,
      replicate,
      scenario ? worldNumber(batch.seed, replicate, scenario.parameters) : null,
      ...settings.map(({ name }) => own?.settings.get(name)?.value ?? null),
      ...drawn.map(({ name }) => values[name] ?? (world ? world[name] : undefined) ?? null),
      ...outcomes.map(read),
      batch.checksums[place] || null,
    ];
  });
  return [
    {
      name: "runs",
      doc: [
        "One row a run, for other programs: what was drawn and what came of it.",
        ...leftOut(shown.length, runs),
      ].join(" "),
      columns,
      rows,
      data: true,
    },
  ];
}

function leftOut(rows: number, { made }: RecordedRuns): string[] {
  if (rows >= made) return [];
  return [`It holds the first ${count(rows)} of ${count(made)} runs, batch by batch and replicate by replicate.`];
}

/** Says that the table of runs does not hold all of them, where it does not. */
export function runsNotes([table]: readonly AnswerTable[], runs: RecordedRuns): string[] {
  return table
    ? leftOut(table.rows.length, runs).map((part) => part.replace("It holds", "The table of runs (runs.csv) holds"))
    : [];
}
