import { predictiveBand, priorPosterior, when } from "@uptake/charts";
import { parameters } from "@uptake/model";
import type { RivalCalibration, SurveyPoint } from "@uptake/study/calibrate";
import type { FittedSurveys } from "@uptake/study/questions";
import { save } from "../../kit/downloads.js";
import { element } from "../../kit/element.js";
import { figureCard } from "../../kit/figure-card.js";
import { latestRun } from "../../kit/latest-run.js";
import { status } from "../../kit/status.js";
import { type Cell, tableElement } from "../../kit/table.js";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { simulation } from "../../service/simulation.js";
import { dataWords } from "../../words/data.js";

const { surveys: say } = dataWords;

/** Holds the part that fits surveys; `show` puts a series there. */
export interface FitPart {
  readonly root: HTMLElement;
  show(name: string, series: readonly SurveyPoint[]): void;
}

/** Makes the part in which surveys of the plan's district are fitted: the beliefs that move adoption most, and the fit. */
export function fitPart(store: PlanStore): FitPart {
  const place = element("div", {}, element("p", { class: "caption" }, say.none));
  const work = status();
  const result = element("div", {});
  const stop: HTMLButtonElement = element(
    "button",
    { type: "button", class: "choice", click: () => fits.stop() },
    say.stop,
  );
  const fits = latestRun({ status: work, stop, failed: (message, stopped) => (stopped ? say.stopped : message) });
  // What is on show is a fit of the plan that it was made of.
  store.subscribe(() => {
    if (result.childElementCount > 0) work.notice([say.changed]);
  });

  const show = (name: string, series: readonly SurveyPoint[]): void => {
    fits.stop();
    const self: HTMLInputElement = element("input", { type: "checkbox", checked: true });
    const rows = series.map(({ month, group, share, respondents }): Cell[] => [when(month), group, share, respondents]);
    const fit = (): Promise<void> =>
      fits.run(async (signal, onProgress) => {
        const { scenario, seed = usual.seed } = store.get();
        const asked = { scenario, series, seed, selfReport: self.checked };
        const fitted = await simulation().ask("fit", asked, { signal, onProgress });
        signal.throwIfAborted();
        result.replaceChildren(...told(fitted, name, store));
        if (store.get().scenario !== scenario) work.notice([say.changed]);
      });
    result.replaceChildren();
    place.replaceChildren(
      tableElement({ columns: say.columns, rows }, say.of(name), () => ""),
      element("label", { class: "check" }, self, " ", say.self),
      element(
        "div",
        { class: "buttons" },
        element("button", { type: "button", class: "choice", click: () => void fit() }, say.fit),
        stop,
      ),
    );
  };
  return { root: element("div", {}, place, work.root, result), show };
}

/** Tells what surveys say: whether the model shows them, of which beliefs they tell, and what is to be doubted. */
function told(fitted: FittedSurveys, name: string, store: PlanStore): HTMLElement[] {
  const [one] = fitted.rivals;
  if (!one) return [];
  const { shown, points, worlds, ridges, simulations } = one;
  const within = points.filter((point) => point.within).length;
  const informed = one.parameters.filter(({ verdict }) => verdict === "informed").length;
  const doubts = [
    ...fitted.doubts.map(say.doubt),
    ...(shown ? ridges : []).map(({ names: [a, b], correlation }) => say.ridge(a, b, correlation)),
    say.look(simulations),
  ];
  const said = element("p", { class: "caption", role: "status" });
  const use = (): void => {
    const names = parameters.map((each) => each.name);
    store.change("parameters.worlds", { source: name, parameters: names, rows: one.table });
    said.textContent = say.used;
  };
  const worldsFile = async (): Promise<void> => {
    const { writeWorlds } = await import("@uptake/model/validate");
    save("worlds.csv", writeWorlds(one.table), "text/csv");
  };
  const button = (label: string, click: () => unknown): HTMLElement =>
    element("button", { type: "button", class: "choice", click }, label);
  const verdict = shown
    ? `${say.shown(within, points.length, worlds.length)} ${say.told(informed, one.parameters.length)}`
    : say.notShown(within, points.length, worlds.length);
  return [
    element("p", { class: "answer-fit", role: "status" }, verdict),
    element("ul", { class: "lines" }, ...doubts.map((doubt) => element("li", {}, doubt))),
    // Worlds that do not show the series should carry no plan.
    element("div", { class: "buttons" }, ...(shown ? [button(say.use, use)] : []), button(say.save, worldsFile)),
    said,
    ...figuresOf(fitted, one, store),
  ];
}

/** Draws the bands of every group that was asked, and beliefs before and after. */
function figuresOf(fitted: FittedSurveys, one: RivalCalibration, store: PlanStore): HTMLElement[] {
  const { seed, version } = fitted;
  const source = { replicates: one.worlds.length, seed, version };
  const from = { ...source, parameters: completedOf(store.get().scenario).parameters.draw };
  const common = { ready: () => true, source: () => source };
  const bands = one.groups.map(({ group, months, reported: { low, median, high } }, g) =>
    figureCard({
      ...common,
      name: g === 0 ? "surveys" : `surveys-${g + 1}`,
      title: () => say.bandTitle(group),
      draw: (size) => {
        const observed = one.points.filter((point) => point.group === group);
        return predictiveBand({ months, low, median, high, observed, ...from }, size);
      },
      table: () => ({
        columns: say.bandColumns,
        rows: months.map((month, m) => [month, low[m] ?? null, median[m] ?? null, high[m] ?? null]),
      }),
    }),
  );
  const beliefs = figureCard({
    ...common,
    name: "beliefs",
    title: () => say.parametersTitle,
    draw: (size) => {
      const rows = one.parameters.map(({ name: label, prior, median, low, high, verdict }) => ({
        label,
        prior,
        posterior: { value: median ?? Number.NaN, low, high },
        verdict,
      }));
      return priorPosterior({ ...source, parameters: rows }, size);
    },
    table: () => ({
      columns: say.parametersColumns,
      rows: one.parameters.map(({ name, prior, median, low, high, verdict }) => [
        name,
        ...prior,
        median,
        low,
        high,
        verdict,
      ]),
    }),
  });
  const cards = [...bands, beliefs];
  requestAnimationFrame(() => {
    for (const card of cards) card.redraw();
  });
  return cards.map(({ root }) => root);
}
