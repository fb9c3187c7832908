import type { SketchData } from "@uptake/charts";
import type { Plan } from "@uptake/model";
import type { Ensemble } from "@uptake/study";
import { targetSeries } from "@uptake/study/target";
import type { PlanUpdate } from "../../kit/follow-plan.js";
import type { Table } from "../../kit/table.js";
import type { PlanState, PlanStore } from "../../plan/plan-store.js";
import { tableOf, type View, viewOf } from "./view.js";

/** Holds the first answer, computed when the site is built. */
export interface Stored {
  readonly view: View;
  readonly table: Table;
}

/** Holds a whole answer to a state. */
export interface Whole {
  readonly state: PlanState;
  readonly view: View;
  readonly table: Table;
}

/** Holds what the page shows: the answer to the very state it is set to, or a sketch of that, or nothing yet. */
export interface OnShow {
  /** Returns the answer to the state; undefined until all its runs are in. */
  whole(): Whole | undefined;
  /** Returns the sketch of the state, where that is all there is. */
  sketch(): SketchData | undefined;
  /** Takes runs of the state; `median` reads the curve as today. */
  take(update: PlanUpdate, median: (baseline: Ensemble) => readonly number[]): void;
  /** Says that no answer comes. */
  fail(error: Error): void;
  /** Waits for the answer to the state; fails where none comes. */
  settled(): Promise<void> | undefined;
}

/** Keeps what is on show of a store's state, from the stored first answer on. */
export function onShow(store: PlanStore, stored: Stored): OnShow {
  const opening = store.link() === "" ? store.get() : undefined;
  let whole: Whole | undefined = opening && { state: opening, ...stored };
  let sketch: { readonly state: PlanState; readonly data: SketchData } | undefined;
  let today: { readonly plan: Plan; readonly median: readonly number[] } | undefined;
  const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const ofState = <Held extends { readonly state: PlanState }>(held: Held | undefined): Held | undefined =>
    held?.state === store.get() ? held : undefined;
  return {
    whole: () => ofState(whole),
    sketch: () => ofState(sketch)?.data,
    take(update, median) {
      const { state, request, done, total } = update;
      if (update.sketch) {
        const { target, funded, levers } = request.plan.scenario;
        const data: SketchData = {
          median: update.median(targetSeries(target.of)),
          today: today && today.plan === request.baseline ? today.median : null,
          target,
          funded: Object.keys(levers).length > 0 ? funded : null,
          done,
          total,
        };
        sketch = { state, data };
        return;
      }
      const [plan, baseline] = [update.plan(), update.baseline()];
      if (baseline && request.baseline && today?.plan !== request.baseline)
        today = { plan: request.baseline, median: median(baseline) };
      whole = { state, view: viewOf(plan, baseline), table: tableOf(plan, baseline) };
      for (const { resolve } of waiting.splice(0)) resolve();
    },
    fail(error) {
      for (const { reject } of waiting.splice(0)) reject(error);
    },
    settled() {
      if (ofState(whole)) return undefined;
      return new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
    },
  };
}
