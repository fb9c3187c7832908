import { bottleneckBars, bottleneckData, funnelBars, funnelData } from "@uptake/charts";
import type { ToldBottlenecks } from "@uptake/study/questions";
import { element } from "../../kit/element.js";
import { figureCard } from "../../kit/figure-card.js";
import type { Cell } from "../../kit/table.js";
import type { PlanState, PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { simulation } from "../../service/simulation.js";
import { tuneWords } from "../../words/tune.js";

const { heldBack: say } = tuneWords;

/** Milliseconds for which a plan rests before it is asked what holds it back: ten plans are run for that. */
const rests = 1500;

/** Holds what holds the plan back: a line, and two figures behind it. */
export interface HeldBack {
  readonly line: HTMLElement;
  readonly figures: HTMLElement;
  /** Asks anew, once the plan on show rests; all its own runs are in. */
  ask(): void;
}

/** Makes the line that says where the plan gets stuck, and the figures of it. */
export function heldBack(store: PlanStore): HeldBack {
  const line = element("p", { class: "held-back", role: "status" }, say.waiting);
  let told: { readonly state: PlanState; readonly found: ToldBottlenecks } | undefined;
  let asked: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const found = (): ToldBottlenecks | undefined => (told?.state === store.get() ? told.found : undefined);
  const common = {
    ready: () => found() !== undefined,
    source: () => found() ?? { ...usual, version: "" },
  };
  const funnel = figureCard({
    ...common,
    name: "funnel",
    title: () => say.funnel,
    draw: (size) => {
      const one = found();
      return one && funnelBars(funnelData(one.funnel, one), size);
    },
    table: () => ({
      columns: ["step", "in member schools", "in others"],
      rows: funnelData(found()!.funnel, found()!).steps.map(({ label, member, other }): readonly Cell[] => [
        label,
        member?.value ?? null,
        other?.value ?? null,
      ]),
    }),
  });
  const bars = figureCard({
    ...common,
    name: "bottlenecks",
    title: () => say.bars,
    draw: (size) => {
      const one = found();
      return one && bottleneckBars(bottleneckData(one), size);
    },
    table: () => ({
      columns: ["step made easier", "gain", "low", "high"],
      rows: bottleneckData(found()!).steps.map(({ label, gain }): readonly Cell[] => [
        label,
        gain?.value ?? null,
        gain?.low ?? null,
        gain?.high ?? null,
      ]),
    }),
  });
  const draw = (): void => {
    line.textContent = found()?.sentence ?? say.waiting;
    funnel.redraw();
    bars.redraw();
  };
  const work = async (signal: AbortSignal): Promise<void> => {
    const state = store.get();
    const answer = await simulation().ask(
      "bottlenecks",
      { scenario: state.scenario, seed: state.seed ?? usual.seed },
      { signal },
    );
    told = { state, found: answer };
    if (!signal.aborted) draw();
  };
  store.subscribe(() => {
    clearTimeout(timer);
    asked?.abort();
    asked = undefined;
    if (line.textContent !== say.waiting) line.textContent = say.waiting;
    funnel.stale();
    bars.stale();
  });
  return {
    line,
    figures: element("div", { class: "pair" }, bars.root, funnel.root),
    ask() {
      if (found() || asked) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        asked = new AbortController();
        const { signal } = asked;
        work(signal).catch((error: Error) => {
          if (!signal.aborted) line.textContent = say.failed(error.message);
        });
      }, rests);
    },
  };
}
