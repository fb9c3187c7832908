import { type District, type Plan, prepare, profile, scenario } from "@uptake/model";
import type { Ensemble } from "@uptake/study";
import { Scheduler } from "@uptake/study/ensemble";
import { replicates, seed } from "../pages/tune/view.js";
import { asToday, type PageState, scenarioOf } from "../plan/plan-of-controls.js";
import { sketch } from "./sketch.js";

/** Holds runs of a page's state as they come in. */
export interface Result {
  readonly state: PageState;
  readonly done: number;
  readonly total: number;
  readonly complete: boolean;
  /** Gives the plan's runs, or a sketch of them until they are complete. */
  readonly plan: () => Ensemble;
  readonly baseline: Ensemble | undefined;
}

/** Sets up the runs of a page. */
export interface RunsOptions {
  readonly onResult: (result: Result) => void;
  readonly onError: (error: Error) => void;
}

/** Runs page states off the main thread; the latest wins. */
export interface Runs {
  /** Asks for a state's runs. */
  request(state: PageState): Promise<void>;
  districtOf(name: string): District;
}

/** Starts the workers that run page states. */
export function runs({ onResult, onError }: RunsOptions): Runs {
  /** Districts are made once each: the hot path only lays levers over them. */
  const districts = new Map<string, District>();
  const baselines = new Map<string, Promise<Plan>>();
  const states = new WeakMap<Plan, PageState>();
  /** The last complete plan of the same district, from which sketches start. */
  let anchor: { readonly district: string; readonly plan: Ensemble } | undefined;
  let latest = 0;

  const districtOf = (name: string): District => {
    const district = districts.get(name) ?? profile(name);
    districts.set(name, district);
    return district;
  };
  // Workers load the worlds that runs are made in; this thread makes none.
  const planOf = (state: PageState): Promise<Plan> =>
    prepare(scenario({ ...scenarioOf(state), district: districtOf(state.district) }), { loadWorlds: false });
  const baselineOf = (district: string): Promise<Plan> => {
    const baseline = baselines.get(district) ?? planOf({ district, strategy: asToday, values: {} });
    baselines.set(district, baseline);
    return baseline;
  };

  let scheduler: Scheduler | undefined;
  const start = (): Scheduler =>
    new Scheduler({
      spawn: () => new Worker(import.meta.resolve("@uptake/study/worker"), { type: "module" }),
      workers: Math.max(1, Math.min(4, navigator.hardwareConcurrency || 1)),
      onUpdate({ request, done, total, complete, plan, baseline }) {
        const state = states.get(request.plan);
        if (!state) return;
        const own = anchor?.district === state.district ? anchor.plan : undefined;
        if (complete) anchor = { district: state.district, plan };
        let whole: Ensemble | undefined;
        // Worked out when it is drawn: until then the next request waits.
        const drawn = (): Ensemble => {
          whole ??= complete ? plan : sketch(plan, own);
          return whole;
        };
        onResult({ state, done, total, complete, plan: drawn, baseline });
      },
      onError,
    });

  return {
    async request(state) {
      const turn = ++latest;
      try {
        const [plan, baseline] = await Promise.all([planOf(state), baselineOf(state.district)]);
        if (turn !== latest) return;
        states.set(plan, state);
        scheduler ??= start();
        scheduler.request({ plan, baseline, replicates, seed });
      } catch (error) {
        onError(error as Error);
      }
    },
    districtOf,
  };
}
