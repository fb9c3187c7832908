import { type FanData, fanSketch } from "@uptake/charts";
import type { Plan } from "@uptake/model";
import { type Bands, bandsOf } from "@uptake/study";
import { targetSeries } from "@uptake/study/target";
import type { PlanUpdate } from "../../kit/follow-plan.js";
import type { Source, Table } from "../../kit/table.js";
import type { PlanState, PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { tableOf, type View, viewOf } from "./view.js";

/** Holds the first answer, computed when the site is built, to six digits. */
export interface Stored {
  readonly view: View;
}

/** Holds a sketch of a state: the median of the runs that are in. */
export interface Sketch {
  readonly state: PlanState;
  readonly fan: FanData;
  readonly done: number;
  readonly total: number;
}

/** Holds a whole answer to a state. */
export interface Whole {
  readonly state: PlanState;
  readonly view: View;
  /** All numbers of the view; undefined where it was stored, until its own runs are in. */
  readonly table?: Table;
}

/** Holds what the page shows: the answer to the very state it is set to, or a sketch of that, or nothing yet. */
export interface OnShow {
  /** Returns the answer to the state; undefined until all its runs are in. */
  whole(): Whole | undefined;
  /** Returns the sketch of the state, where that is all there is. */
  sketch(): Sketch | undefined;
  /** Says whether all runs of the state are in. */
  ready(): boolean;
  /** Says what the answer rests on; what it usually does, where there is none yet. */
  source(): Source;
  /** Takes runs of the state. */
  take(update: PlanUpdate): void;
  /** Says that no answer comes. */
  fail(error: Error): void;
  /** Waits for the answer to the state, with its table; fails where none comes. */
  settled(): Promise<void> | undefined;
}

/** Keeps what is on show of a store's state, from the stored first answer on. */
export function onShow(store: PlanStore, stored: Stored): OnShow {
  const opening = store.link() === "" ? store.get() : undefined;
  let whole: Whole | undefined = opening && { state: opening, view: stored.view };
  let sketch: Sketch | undefined;
  let today: { readonly plan: Plan; readonly bands: Bands } | undefined;
  const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const ofState = <Held extends { readonly state: PlanState }>(held: Held | undefined): Held | undefined =>
    held?.state === store.get() ? held : undefined;
  return {
    whole: () => ofState(whole),
    sketch: () => ofState(sketch),
    ready: () => ofState(whole) !== undefined,
    source: () => ofState(whole)?.view ?? { ...usual, version: stored.view.version },
    take(update) {
      const { state, request, done, total } = update;
      if (update.sketch) {
        const { scenario, version } = request.plan;
        const median = update.median(targetSeries(scenario.target.of));
        const of = { median, done, scenario, seed: state.seed ?? usual.seed, version };
        const usually = today && today.plan === request.baseline ? today.bands : null;
        sketch = { state, fan: fanSketch(of, usually), done, total };
        return;
      }
      const [plan, baseline] = [update.plan(), update.baseline()];
      if (baseline && request.baseline && today?.plan !== request.baseline)
        today = { plan: request.baseline, bands: bandsOf(baseline, targetSeries(baseline.scenario.target.of)) };
      whole = { state, view: viewOf(plan, baseline), table: tableOf(plan, baseline) };
      for (const { resolve } of waiting.splice(0)) resolve();
    },
    fail(error) {
      for (const { reject } of waiting.splice(0)) reject(error);
    },
    settled() {
      if (ofState(whole)?.table) return undefined;
      return new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
    },
  };
}
