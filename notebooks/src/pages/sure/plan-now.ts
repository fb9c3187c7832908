import type { Ensemble } from "@uptake/study";
import { cardsOf } from "@uptake/study/compare";
import { element } from "../../kit/element.js";
import { followPlan } from "../../kit/follow-plan.js";
import { inNextFrame } from "../../kit/in-next-frame.js";
import { noticesOf, status } from "../../kit/status.js";
import { withoutBeliefs } from "../../plan/belief.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { simulation } from "../../service/simulation.js";
import { words } from "../../words/kit.js";
import { sureWords } from "../../words/sure.js";
import { fanFigure } from "../tune/fan-figure.js";
import { onShow } from "../tune/on-show.js";

const { plan: say } = sureWords;

/** Holds what the plan comes to under the reader's beliefs: a figure, and a line that stays in sight. */
export interface PlanNow {
  readonly figure: HTMLElement;
  readonly line: HTMLElement;
}

/** Makes what the plan on show comes to, beside what it comes to under the model's own beliefs. */
export async function planNow(store: PlanStore): Promise<PlanNow> {
  const show = await onShow(store, () => drawSoon());
  const work = status();
  const told = element("span", { class: "sure-told" });
  const besides = element("span", { class: "sure-besides" });
  const moved = element("span", { class: "sure-moved" });
  const reset = element(
    "button",
    {
      type: "button",
      class: "tool",
      click: () => {
        const state = store.get();
        store.set({ ...state, scenario: withoutBeliefs(state.scenario) });
      },
    },
    say.reset,
  );
  const line = element("div", { class: "sure-now" }, told, " ", besides, " ", moved, " ", reset);
  const fan = fanFigure(store, show, { height: (width) => (width < 700 ? 250 : 320) });

  const changes = (): { readonly numbers: number; readonly others: number } => {
    const { scenario } = store.get();
    const { values = {}, ...beliefs } = scenario.parameters ?? {};
    return {
      numbers: Object.keys(values).length,
      others: Object.keys(beliefs).length + Object.keys(scenario.switches ?? {}).length,
    };
  };
  let own: AbortController | undefined;
  /** Runs the same plan with the model's own beliefs, and says what differs. */
  const beside = async (plan: Ensemble): Promise<void> => {
    own?.abort();
    besides.textContent = "";
    const state = store.get();
    const { numbers, others } = changes();
    if (numbers + others === 0) return;
    own = new AbortController();
    const { signal } = own;
    try {
      const { planOf, ensembles } = simulation();
      const { replicates = usual.replicates, seed = usual.seed } = state;
      const request = { plan: await planOf(withoutBeliefs(state.scenario)), replicates, seed };
      const [other] = await ensembles([request], { priority: "pinned", signal });
      if (!other || state !== store.get()) return;
      const { adoption, chance } = cardsOf(plan, other);
      const { baseline, difference } = adoption;
      if (!baseline || baseline.median === null || chance.baseline?.value == null) return;
      // Runs in worlds that are drawn otherwise are not the same worlds: of these no difference is told.
      const { draw = "sampled", worlds = null } = state.scenario.parameters ?? {};
      const paired = draw === "sampled" && worlds === null;
      besides.textContent = [
        say.own(baseline.median, chance.baseline.value * other.replicates, other.replicates),
        paired && difference?.low != null && difference.high !== null
          ? say.difference(difference.low, difference.high)
          : "",
      ].join(" ");
    } catch (error) {
      if (!signal.aborted) work.notice([words.failed((error as Error).message)]);
    }
  };
  const wait = (done: number, total: number): void => {
    line.classList.add("sure-stale");
    told.textContent = say.waiting(done, total);
    besides.textContent = "";
  };
  let stale = false;
  const draw = (): void => {
    const whole = show.whole();
    const sketch = show.sketch();
    stale = false;
    fan.redraw(show.settledLink());
    work.progress(whole?.table ? 1 : (sketch?.done ?? 0), whole?.table ? 1 : (sketch?.total ?? usual.replicates));
    if (!whole) {
      wait(sketch?.done ?? 0, sketch?.total ?? usual.replicates);
      return;
    }
    line.classList.remove("sure-stale");
    const { cards, replicates } = whole.view;
    const { chance, adoption } = cards;
    told.textContent =
      adoption.plan.median === null || chance.plan.value === null
        ? say.beyond
        : say.now(adoption.plan.median, adoption.month, chance.plan.value * replicates, replicates);
  };
  const drawSoon = inNextFrame(draw);
  const changed = (): void => {
    const { numbers, others } = changes();
    moved.textContent = say.moved(numbers, others);
    reset.hidden = numbers + others === 0;
  };
  store.subscribe((moving) => {
    own?.abort();
    changed();
    work.notice(noticesOf(store.notices()));
    // While a slider moves the curve stays, as what was before, until the first sketch comes.
    if (!moving) drawSoon();
    else if (!stale) {
      stale = true;
      fan.stale();
      wait(0, usual.replicates);
    }
  });
  followPlan({
    store,
    onUpdate(update) {
      show.take(update);
      drawSoon();
      if (!update.sketch) void beside(update.plan());
    },
    onError(error) {
      show.fail(error);
      work.notice([words.failed(error.message)]);
    },
  });
  work.notice(noticesOf(store.notices()));
  changed();
  draw();
  return { figure: element("div", { class: "sure-plan" }, work.root, fan.root), line };
}
