import { adoptionFan, when } from "@uptake/charts";
import { type FigureCard, type FigureCardOptions, figureCard } from "../../kit/figure-card.js";
import { districtTitle, strategyTitle } from "../../kit/plan-start.js";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { tuneWords } from "../../words/tune.js";
import type { OnShow } from "./on-show.js";

const { fan: say } = tuneWords;

/** Makes the curve of what is on show: a median while runs come in, and its bands and values once they are there. */
export function fanFigure(
  store: PlanStore,
  { whole, sketch, ready, source, settled }: OnShow,
  look: Pick<FigureCardOptions, "height" | "headed">,
): FigureCard {
  return figureCard({
    name: "fan",
    title() {
      const { title, changed } = strategyTitle(store);
      return say.title(title, changed, districtTitle(store));
    },
    ready,
    source,
    settled,
    ...look,
    draw(size) {
      const drawn = whole()?.view.fan ?? sketch()?.fan;
      return drawn && adoptionFan(drawn, size);
    },
    table: () => whole()?.table?.(),
    cursor: {
      last: () => completedOf(store.get().scenario).horizon,
      name: when,
      read(month) {
        const { plan, today } = whole()!.view.fan;
        const at = (values: readonly number[]): number => values[month] ?? Number.NaN;
        return [
          { label: say.plan, value: say.median(at(plan.p50)) },
          { label: say.half, value: say.between(at(plan.p25), at(plan.p75)) },
          { label: say.most, value: say.between(at(plan.p5), at(plan.p95)) },
          ...(today ? [{ label: say.today, value: say.median(at(today.p50)) }] : []),
        ];
      },
    },
  });
}
