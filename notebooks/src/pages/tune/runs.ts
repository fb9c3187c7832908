import type { District, Plan } from "@uptake/model";
import type { CurveUpdate } from "@uptake/study/service";
import { asToday, type PageState, scenarioOf } from "../../plan/plan-of-controls.js";
import { simulation } from "../../service/simulation.js";
import { replicates, seed } from "./view.js";

/** Holds a plan that is asked for, with the state that it is of. */
interface Asked {
  readonly state: PageState;
  readonly plan: Plan;
  readonly baseline: Plan;
  readonly replicates: number;
  readonly seed: string;
  readonly dragging: boolean;
}

/** Sets up the runs of a page. */
export interface RunsOptions {
  /** Hears how far the runs of a state are: a sketch, or all of them. */
  readonly onResult: (result: CurveUpdate<Asked>) => void;
  readonly onError: (error: Error) => void;
}

/** Runs page states off the main thread; the latest wins. */
export interface Runs {
  /** Asks for a state's runs; while a slider is `dragging`, for a sketch until it rests. */
  request(state: PageState, dragging: boolean): Promise<void>;
  districtOf(name: string): District;
}

/** Opens a channel for page states. */
export function runs({ onResult, onError }: RunsOptions): Runs {
  const { planOf, districtOf, curve: channel } = simulation();
  const curve = channel<Asked>({ onUpdate: onResult, onError });
  let latest = 0;
  return {
    async request(state, dragging) {
      const turn = ++latest;
      try {
        const [plan, baseline] = await Promise.all([
          planOf(scenarioOf(state)),
          planOf(scenarioOf({ district: state.district, strategy: asToday, values: {} })),
        ]);
        if (turn === latest) curve.request({ state, plan, baseline, replicates, seed, dragging });
      } catch (error) {
        onError(error as Error);
      }
    },
    districtOf: (district) => districtOf({ district }),
  };
}
