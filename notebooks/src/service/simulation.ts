import { type District, type Plan, prepare, profile, scenario } from "@uptake/model";
import { type Curve, type CurveUpdate, SimulationService } from "@uptake/study/service";
import { replicates, seed } from "../pages/tune/view.js";
import { asToday, type PageState, scenarioOf } from "../plan/plan-of-controls.js";

/** Holds a plan that is asked for, with the state that it is of. */
interface Asked {
  readonly state: PageState;
  readonly plan: Plan;
  readonly baseline: Plan;
  readonly replicates: number;
  readonly seed: string;
  readonly dragging: boolean;
}

/** Tells how far the runs of a page's state are: a sketch, or all of them. */
export type Result = CurveUpdate<Asked>;

/** Sets up the runs of a page. */
export interface RunsOptions {
  readonly onResult: (result: Result) => void;
  readonly onError: (error: Error) => void;
}

/** Runs page states off the main thread; the latest wins. */
export interface Runs {
  /** Asks for a state's runs; while a slider is `dragging`, for a sketch until it rests. */
  request(state: PageState, dragging: boolean): Promise<void>;
  districtOf(name: string): District;
}

let service: SimulationService | undefined;

/** Returns the simulation service of this tab, and starts it when it is first asked for. */
export function simulation(): SimulationService {
  service ??= new SimulationService({
    spawn: () => new Worker(import.meta.resolve("@uptake/study/service-worker"), { type: "module" }),
    workers: Math.max(1, Math.min(4, navigator.hardwareConcurrency || 1)),
  });
  return service;
}

/** Opens a channel for page states. */
export function runs({ onResult, onError }: RunsOptions): Runs {
  /** Districts are made once each: the hot path only lays levers over them. */
  const districts = new Map<string, District>();
  const baselines = new Map<string, Promise<Plan>>();
  let curve: Curve<Asked> | undefined;
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

  return {
    async request(state, dragging) {
      const turn = ++latest;
      try {
        const [plan, baseline] = await Promise.all([planOf(state), baselineOf(state.district)]);
        if (turn !== latest) return;
        curve ??= simulation().curve<Asked>({ onUpdate: onResult, onError });
        curve.request({ state, plan, baseline, replicates, seed, dragging });
      } catch (error) {
        onError(error as Error);
      }
    },
    districtOf,
  };
}
