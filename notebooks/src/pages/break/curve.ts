import {
  adoptionFan,
  type FanData,
  fanData,
  fanSketch,
  type PairedDifferenceData,
  pairedDifferenceChart,
  when,
} from "@uptake/charts";
import { pairedDifference } from "@uptake/study/compare";
import type { Finished } from "@uptake/study/service";
import { targetSeries, targetWords } from "@uptake/study/target";
import { type FigureCard, figureCard } from "../../kit/figure-card.js";
import { followPlan } from "../../kit/follow-plan.js";
import type { Table } from "../../kit/table.js";
import { builtAnswer } from "../../plan/built-answer.js";
import { completedOf } from "../../plan/lever-settings.js";
import { offeredPlanIn } from "../../plan/offered.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { simulation } from "../../service/simulation.js";
import { breakWords } from "../../words/break.js";
import type { View } from "../tune/view.js";
import { withShocks } from "./shocks.js";

const { curve: say, difference: less } = breakWords;

/** Holds the curve of the plan with its shocks beside that without, and what they take month by month. */
interface Shown {
  readonly fan: FanData;
  readonly difference: PairedDifferenceData | undefined;
}

/** Collects what is drawn of all runs. */
function shownOf(update: Finished, shocked: boolean): Shown {
  const [plan, calm] = [update.plan(), update.baseline()];
  const fan = { ...fanData(plan, shocked ? calm : undefined), against: say.against };
  if (!shocked || !calm) return { fan, difference: undefined };
  const { of } = plan.scenario.target;
  const name = targetSeries(of);
  const all = fan.plan.months.map((month) => pairedDifference(calm, plan, name, month));
  const { replicates, worlds, parameters, seed, version } = fan;
  const difference = {
    months: fan.plan.months,
    estimate: all.map(({ estimate }) => estimate),
    low: all.map(({ low }) => low),
    high: all.map(({ high }) => high),
    of: targetWords[of].measure,
    unit: targetWords[of].unit,
    a: less.without,
    b: less.with,
    ...{ replicates, ...(worlds === undefined ? {} : { worlds }), parameters, seed, version },
  };
  return { fan, difference };
}

/** Makes the curve with and without the plan's shocks, and the paired difference of the two. */
export function shockedCurve(
  store: PlanStore,
  { onProgress, onError }: { onProgress: (done: number, total: number) => void; onError: (error: Error) => void },
): { readonly curve: FigureCard; readonly difference: FigureCard } {
  let whole: Shown | undefined;
  let sketch: FanData | undefined;
  let built: View | undefined;
  /** Takes the site's own answer to the plan on show, until its runs are made here. */
  const offer = async (): Promise<void> => {
    const state = store.get();
    const plan = offeredPlanIn(state);
    const view = plan && (await builtAnswer<View>(plan.name, plan.asked, "plans"));
    if (state !== store.get() || whole) return;
    built = view;
    if (view) curve.redraw();
  };
  const isShocked = (): boolean => (store.get().scenario.shocks ?? []).length > 0;
  const drawn = (): FanData | undefined => whole?.fan ?? calmFan(built);
  const common = {
    ready: () => drawn() !== undefined,
    source: () => ({ ...(drawn() ?? { ...usual, version: "" }), prebuilt: whole === undefined }),
  };
  const last = (): number => completedOf(store.get().scenario).horizon;
  const curve = figureCard({
    ...common,
    name: "curve",
    title: () => (isShocked() ? say.title : say.calm),
    draw: (size) => {
      const fan = drawn() ?? sketch;
      return fan && adoptionFan(fan, size);
    },
    table: () => whole && tableOf(whole),
    cursor: {
      last,
      name: when,
      read(month) {
        const { plan, today } = drawn()!;
        return [
          { label: today ? say.plan : say.calmPlan, value: say.median(plan.p50[month] ?? Number.NaN) },
          { label: say.most, value: say.between(plan.p5[month] ?? Number.NaN, plan.p95[month] ?? Number.NaN) },
          ...(today ? [{ label: say.against, value: say.median(today.p50[month] ?? Number.NaN) }] : []),
        ];
      },
    },
  });
  const difference = figureCard({
    ...common,
    name: "difference",
    title: () => less.title,
    draw: (size) => whole?.difference && pairedDifferenceChart(whole.difference, size),
    ready: () => whole?.difference !== undefined,
    table: () => tableOf(whole!),
    cursor: {
      last,
      name: when,
      read(month) {
        const { estimate, low, high } = whole!.difference!;
        const [mean, from, to] = [estimate[month] ?? null, low[month] ?? null, high[month] ?? null];
        if (mean === null || from === null || to === null) return [];
        return [
          { label: less.mean, value: less.points(mean) },
          { label: less.interval, value: less.between(from, to) },
        ];
      },
    },
  });
  const draw = (): void => {
    difference.root.hidden = !isShocked();
    curve.redraw(whole && store.link());
    difference.redraw(whole?.difference && store.link());
  };
  store.subscribe((moving) => {
    whole = undefined;
    built = undefined;
    if (!moving) void offer();
    difference.root.hidden = !isShocked();
    curve.stale();
    difference.stale();
  });
  followPlan({
    store,
    against: (scenario) => simulation().planOf(withShocks(scenario, [])),
    onUpdate(update) {
      onProgress(update.done, update.total);
      if (update.sketch) {
        const { scenario, version } = update.request.plan;
        const median = update.median(targetSeries(scenario.target.of));
        sketch = fanSketch({ median, done: update.done, scenario, seed: usual.seed, version }, null);
        whole = undefined;
        requestAnimationFrame(() => whole ?? built ?? curve.redraw());
      } else {
        whole = shownOf(update, isShocked());
        draw();
      }
    },
    onError,
  });
  difference.root.hidden = !isShocked();
  void offer();
  return { curve, difference };
}

/** Returns the curve of an answer without the district as today, which stands for the calm plan here. */
const calmFan = (view: View | undefined): FanData | undefined => view && { ...view.fan, today: null };

/** Lists the bands with and without shocks, and their difference, month by month. Shares 0 … 1. */
function tableOf({ fan: { plan, today }, difference }: Shown): Table {
  const at = (values: readonly (number | null)[] | undefined, month: number): number | null => values?.[month] ?? null;
  return {
    columns: [
      ...["month", "median", "5%", "25%", "75%", "95%", "median without shocks"],
      ...["mean difference", "difference low", "difference high"],
    ],
    rows: plan.months.map((month) => [
      ...[month, at(plan.p50, month), at(plan.p5, month), at(plan.p25, month), at(plan.p75, month)],
      ...[at(plan.p95, month), at(today?.p50, month)],
      ...[at(difference?.estimate, month), at(difference?.low, month), at(difference?.high, month)],
    ]),
  };
}
