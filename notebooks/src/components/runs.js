import { prepare, profile, scenario } from "@uptake/model";
import { Scheduler } from "@uptake/study/ensemble";
import { asToday, scenarioOf } from "./plan-of-controls.js";
import { sketch } from "./sketch.js";
import { replicates, seed } from "./view.js";

/**
 * Runs page states off the main thread; the latest wins.
 *
 * @param {object} options
 * @param {(result: { state: import("./plan-of-controls.js").PageState, done: number, total: number, complete: boolean,
 *   plan: () => import("@uptake/study").Ensemble, baseline: import("@uptake/study").Ensemble | undefined }) => void} options.onResult
 *   Hears of results; until they are complete, `plan` gives a sketch.
 * @param {(error: Error) => void} options.onError
 */
export function runs({ onResult, onError }) {
  /** Districts are made once each: the hot path only lays levers over them. */
  const districts = new Map();
  const baselines = new Map();
  const states = new WeakMap();
  /** The last complete plan of the same district, from which sketches start. */
  let anchor;
  let latest = 0;

  const districtOf = (name) => {
    if (!districts.has(name)) districts.set(name, profile(name));
    return districts.get(name);
  };
  // Workers load the worlds that runs are made in; this thread makes none.
  const planOf = (state) =>
    prepare(scenario({ ...scenarioOf(state), district: districtOf(state.district) }), { loadWorlds: false });
  const baselineOf = (district) => {
    if (!baselines.has(district)) baselines.set(district, planOf({ district, strategy: asToday, values: {} }));
    return baselines.get(district);
  };

  let scheduler;
  const start = () =>
    new Scheduler({
      spawn: () => new Worker(import.meta.resolve("@uptake/study/worker"), { type: "module" }),
      workers: Math.max(1, Math.min(4, navigator.hardwareConcurrency || 1)),
      onUpdate({ request, done, total, complete, plan, baseline }) {
        const state = states.get(request.plan);
        if (!state) return;
        const own = anchor?.district === state.district ? anchor.plan : undefined;
        if (complete) anchor = { district: state.district, plan };
        let whole;
        // Worked out when it is drawn: until then the next request waits.
        const drawn = () => {
          whole ??= complete ? plan : sketch(plan, own);
          return whole;
        };
        onResult({ state, done, total, complete, plan: drawn, baseline });
      },
      onError,
    });

  return {
    /** Asks for a state's runs. */
    async request(state) {
      const turn = ++latest;
      try {
        const [plan, baseline] = await Promise.all([planOf(state), baselineOf(state.district)]);
        if (turn !== latest) return;
        states.set(plan, state);
        scheduler ??= start();
        scheduler.request({ plan, baseline, replicates, seed });
      } catch (error) {
        onError(/** @type {Error} */ (error));
      }
    },
    districtOf,
  };
}
