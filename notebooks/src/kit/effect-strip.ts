import { column, seriesOf } from "@uptake/study/ensemble";
import { quantile } from "@uptake/study/statistics";
import { targetSeries } from "@uptake/study/target";
import { completedOf, withLever } from "../plan/lever-settings.js";
import type { PlanControl } from "../plan/plan-controls.js";
import type { PlanStore } from "../plan/plan-store.js";
import { usual } from "../plan/usual.js";
import { simulation } from "../service/simulation.js";
import { panelWords } from "../words/levers.js";
import { svgElement } from "./svg-element.js";

/** Places along a slider that are run, and runs at each: the fewest that anything is told from. */
const places = 7;
const runs = 25;

/** Size of the strip in its own units; the full height stands for half of all teachers. */
const size = { width: 100, height: 20 };
const fullHeight = 0.5;

/** Holds the strip under a slider: what it does to the answer from end to end, all else as in the plan. */
export interface EffectStrip {
  /** Has the strip worked out, behind all else that is run, unless it stands already. */
  wake(): void;
  /** Takes the strip away: something else of the plan was changed. */
  clear(): void;
}

/** Makes the strip of a control in `place`: the median of the target's measure at its month, along the slider. */
export function effectStrip(store: PlanStore, control: PlanControl, place: HTMLElement): EffectStrip {
  let asked: AbortController | undefined;

  const work = async (signal: AbortSignal): Promise<void> => {
    const { scenario, seed = usual.seed } = store.get();
    const { target, horizon } = completedOf(scenario);
    const { planOf, ensembles } = simulation();
    const values = Array.from({ length: places }, (_, i) => (control.max * i) / (places - 1));
    const plans = await Promise.all(
      values.map((value) => planOf(withLever(scenario, control.lever, control.write(value)))),
    );
    const requests = plans.map((plan) => ({ plan, replicates: runs, seed }));
    const made = await ensembles(requests, { priority: "study", signal });
    const month = Math.min(target.month, horizon);
    const medians = made.map((one) => quantile(column(seriesOf(one, targetSeries(target.of)), month), 0.5));
    if (!signal.aborted) place.replaceChildren(drawn(medians, month));
  };

  return {
    wake() {
      if (asked) return;
      asked = new AbortController();
      const { signal } = asked;
      // What cannot be run is told where the plan itself is; a strip that never comes says nothing false.
      work(signal).catch(() => undefined);
    },
    clear() {
      if (!asked) return;
      asked.abort();
      asked = undefined;
      place.replaceChildren();
    },
  };
}

/** Draws medians as a line; the middle of the strip is halfway between their ends. */
function drawn(medians: readonly number[], month: number): SVGElement {
  const middle = (Math.min(...medians) + Math.max(...medians)) / 2;
  const points = medians.map((median, i) => {
    const y = size.height * (0.5 - (median - middle) / fullHeight);
    return `${(size.width * i) / (medians.length - 1)},${Math.min(size.height, Math.max(0, y)).toFixed(2)}`;
  });
  const title = panelWords.strip(month, runs);
  return svgElement(
    "svg",
    {
      class: "strip",
      viewBox: `0 0 ${size.width} ${size.height}`,
      preserveAspectRatio: "none",
      role: "img",
      "aria-label": title,
    },
    svgElement("title", {}, title),
    svgElement("polyline", { points: points.join(" "), "vector-effect": "non-scaling-stroke" }),
  );
}
