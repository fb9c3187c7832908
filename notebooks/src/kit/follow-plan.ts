import type { Plan, ScenarioInput } from "@uptake/model";
import type { CurveUpdate } from "@uptake/study/service";
import type { PlanState, PlanStore } from "../plan/plan-store.js";
import { usual } from "../plan/usual.js";
import { simulation } from "../service/simulation.js";

/** Holds runs of the plan on show as they come in, with the state they answer. */
export type PlanUpdate = CurveUpdate & { readonly state: PlanState };

/**
 * Milliseconds between two requests while a finger moves, so that every other frame has a new curve, and after the last
 * move of a plan that was passed over.
 */
const oftenest = 28;
const trailing = 20;

/** Sets up a part that follows the plan. */
export interface FollowOptions {
  readonly store: PlanStore;
  /** Hears of runs of the state that is on show, never of another's. */
  readonly onUpdate: (update: PlanUpdate) => void;
  /** Hears why a state cannot be run. */
  readonly onError: (error: Error) => void;
  /** Makes the plan that is run beside it (default that of a district as today). */
  readonly against?: (scenario: ScenarioInput) => Promise<Plan>;
}

/** Holds what follows the plan. */
export interface Follower {
  /** Ends the following. */
  close(): void;
}

/**
 * Runs the plan on show, and a district as today or another plan beside it, off the main thread, now and after every
 * change. While a slider moves there are sketches: a median and nothing else.
 */
export function followPlan({ store, onUpdate, onError, against }: FollowOptions): Follower {
  const states = new WeakMap<Plan, PlanState>();
  let turn = 0;
  let asked = Number.NEGATIVE_INFINITY;
  let moved = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let curve: ReturnType<ReturnType<typeof simulation>["curve"]> | undefined;

  const request = async (moving: boolean): Promise<void> => {
    const mine = ++turn;
    const state = store.get();
    try {
      const { planOf, baselineOf, curve: open } = simulation();
      const [plan, baseline] = await Promise.all([planOf(state.scenario), (against ?? baselineOf)(state.scenario)]);
      if (mine !== turn) return;
      states.set(plan, state);
      curve ??= open({
        onUpdate(update) {
          const of = states.get(update.request.plan);
          if (of !== store.get()) return;
          if (!update.sketch) moved = false;
          onUpdate({ ...update, state: of });
        },
        onError,
      });
      const { replicates = usual.replicates, seed = usual.seed } = state;
      curve.request({ plan, baseline, replicates, seed, dragging: moving });
    } catch (error) {
      if (mine === turn) onError(error as Error);
    }
  };
  const ask = (moving: boolean): void => {
    clearTimeout(timer);
    asked = performance.now();
    void request(moving);
  };
  const end = store.subscribe((moving) => {
    clearTimeout(timer);
    moved = moving;
    if (moving && performance.now() - asked < oftenest) timer = setTimeout(() => ask(true), trailing);
    else ask(moving);
  });
  // All runs are asked for as soon as the finger lets go.
  const letGo = (): void => {
    if (moved) ask(false);
    moved = false;
  };
  addEventListener("pointerup", letGo);
  ask(false);
  return {
    close() {
      end();
      clearTimeout(timer);
      removeEventListener("pointerup", letGo);
      turn++;
      curve?.close();
    },
  };
}
