import { parameters } from "@uptake/model";
import { commonFactor } from "@uptake/study/beliefs";
import type { DecidingNumbers } from "@uptake/study/questions";
import { element } from "../../kit/element.js";
import { status } from "../../kit/status.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { simulation } from "../../service/simulation.js";
import { sureWords } from "../../words/sure.js";

const { deciding: say } = sureWords;

/** Runs that the numbers are ranked by: a hundred tell only of the very strongest. */
const runs = 400;
/** Most numbers listed. */
const most = 10;

/** Says what a number is. */
const docOf = (name: string): string =>
  name === commonFactor ? say.common : (parameters.find((one) => one.name === name)?.doc ?? "");

/** Makes the part that finds which numbers decide for the plan on show; `onFound` hears those that stand out. */
export function deciding(store: PlanStore, onFound: (names: readonly string[]) => void): HTMLElement {
  const work = status();
  const said = element("p", { role: "status" });
  const before = element("p", { class: "caption" });
  const place = element("div", { class: "deciding-found" });
  let under: AbortController | undefined;
  const start = element(
    "button",
    { type: "button", class: "choice", click: () => (under ? stop() : void find()) },
    say.start,
  );

  const stop = (): void => {
    under?.abort();
    under = undefined;
    start.textContent = say.start;
    work.progress(1, 1);
  };
  const draw = (found: DecidingNumbers, whole: boolean): void => {
    const { ranked, threshold, worlds, replicates, seed, version, lacking } = found;
    before.textContent = "";
    if (lacking !== undefined || threshold === null) {
      said.textContent = say.lacking[lacking ?? "worlds"];
      place.replaceChildren();
      return;
    }
    const stand = ranked.filter(({ correlation }) => Math.abs(correlation) > threshold);
    const text = `${stand.length > 0 ? say.stands(stand.length, worlds, replicates) : say.none(worlds, replicates)} ${say.chance(threshold, found.parameters)}`;
    if (whole) said.textContent = text;
    const rows = ranked
      .slice(0, Math.max(3, Math.min(most, stand.length)))
      .map(({ name, correlation, low, high }) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, ...(name === commonFactor ? [] : [element("a", { href: `#${name}` }, name)])),
          element("td", {}, docOf(name)),
          element(
            "td",
            { class: "deciding-bar", style: `--size: ${Math.abs(correlation)}` },
            say.correlation(correlation),
          ),
          element("td", {}, say.interval(low, high)),
        ),
      );
    place.replaceChildren(
      ...(whole ? [] : [element("p", {}, text)]),
      element(
        "div",
        { class: "table", tabindex: "0", role: "region", "aria-label": say.heading },
        element(
          "table",
          {},
          element("thead", {}, element("tr", {}, ...say.columns.map((name) => element("th", { scope: "col" }, name)))),
          element("tbody", {}, ...rows),
        ),
      ),
      element("p", { class: "caption" }, say.source(replicates, seed, version)),
    );
    onFound(stand.map(({ name }) => name));
  };
  const find = async (): Promise<void> => {
    const mine = new AbortController();
    under = mine;
    start.textContent = say.stop;
    said.textContent = "";
    const { scenario, seed = usual.seed } = store.get();
    try {
      const found = await simulation().ask(
        "decides",
        { scenario, seed, replicates: runs },
        {
          signal: mine.signal,
          onProgress: (done, total) => under === mine && work.progress(done, total),
          onPartial: (partial) => under === mine && draw(partial, false),
        },
      );
      if (under !== mine) return;
      stop();
      draw(found, true);
    } catch (error) {
      if (mine.signal.aborted) {
        if (under === undefined) said.textContent = say.stopped;
        return;
      }
      stop();
      said.textContent = say.failed((error as Error).message);
    }
  };
  store.subscribe(() => {
    if (under) stop();
    if (place.childElementCount > 0) before.textContent = say.before;
    onFound([]);
  });
  return element(
    "div",
    { class: "deciding" },
    element("h3", {}, say.heading),
    element("p", { class: "caption" }, say.intro),
    start,
    work.root,
    said,
    before,
    place,
  );
}
