import { type FanData, fanSketch } from "@uptake/charts";
import { type Plan, version } from "@uptake/model";
import { type Bands, bandsOf } from "@uptake/study";
import { targetSeries } from "@uptake/study/target";
import type { PlanUpdate } from "../../kit/follow-plan.js";
import type { Source, Table } from "../../kit/table.js";
import { builtAnswer } from "../../plan/built-answer.js";
import { offeredPlanIn } from "../../plan/offered.js";
import type { PlanState, PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { tableOf, type View, viewOf } from "./view.js";

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
  /** Gives all numbers of the view; undefined where it was computed with the site, until its runs are made here. */
  readonly table?: () => Table;
}

/** Holds what the page shows: the answer to the very state it is set to, or a sketch of that, or nothing yet. */
export interface OnShow {
  /** Returns the answer to the state; undefined while there is none. */
  whole(): Whole | undefined;
  /** Returns the sketch of the state, where that is all there is, or an answer computed with the site waits for its runs. */
  sketch(): Sketch | undefined;
  /** Says whether there is an answer to the state. */
  ready(): boolean;
  /** Says what the answer rests on; what it usually does, where there is none yet. */
  source(): Source;
  /** Takes runs of the state. */
  take(update: PlanUpdate): void;
  /** Says that no answer comes. */
  fail(error: Error): void;
  /** Returns the link of the state once all its runs are made here; undefined before. */
  settledLink(): string | undefined;
  /** Waits for the answer to the state, with its table; fails where none comes. */
  settled(): Promise<void> | undefined;
}

/**
 * Keeps what is on show of a store's state. Of plans that the site offers it shows, at once and until their runs are made
 * here, the answer that was computed with it; that of the plan that the page opens with is waited for. `onChange` hears when
 * another is there.
 */
export async function onShow(store: PlanStore, onChange: () => void): Promise<OnShow> {
  let whole: Whole | undefined;
  let sketch: Sketch | undefined;
  let today: { readonly plan: Plan; readonly bands: Bands } | undefined;
  const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const ofState = <Held extends { readonly state: PlanState }>(held: Held | undefined): Held | undefined =>
    held?.state === store.get() ? held : undefined;
  /** Takes the site's own answer to the state, and says whether that is news. */
  const offer = async (): Promise<boolean> => {
    const state = store.get();
    const plan = offeredPlanIn(state);
    const view = plan && (await builtAnswer<View>(plan.name, plan.asked, "plans"));
    if (view === undefined || state !== store.get() || ofState(whole)) return false;
    whole = { state, view };
    return true;
  };
  await offer();
  store.subscribe(async (moving) => {
    if (!moving && (await offer())) onChange();
  });
  return {
    whole: () => ofState(whole),
    sketch: () => ofState(sketch),
    source() {
      const shown = ofState(whole);
      return shown ? { ...shown.view, prebuilt: shown.table === undefined } : { ...usual, version };
    },
    ready: () => ofState(whole) !== undefined,
    take(update) {
      const { state, request, done, total } = update;
      if (update.sketch) {
        const { scenario } = request.plan;
        const median = update.median(targetSeries(scenario.target.of));
        const of = { median, done, scenario, seed: state.seed ?? usual.seed, version: request.plan.version };
        const usually = today && today.plan === request.baseline ? today.bands : null;
        sketch = { state, fan: fanSketch(of, usually), done, total };
        return;
      }
      const [plan, baseline] = [update.plan(), update.baseline()];
      if (baseline && request.baseline && today?.plan !== request.baseline)
        today = { plan: request.baseline, bands: bandsOf(baseline, targetSeries(baseline.scenario.target.of)) };
      whole = { state, view: viewOf(plan, baseline), table: () => tableOf(plan, baseline) };
      for (const { resolve } of waiting.splice(0)) resolve();
    },
    fail(error) {
      for (const { reject } of waiting.splice(0)) reject(error);
    },
    settledLink: () => (ofState(whole)?.table ? store.link() : undefined),
    settled() {
      if (ofState(whole)?.table) return undefined;
      return new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
    },
  };
}
