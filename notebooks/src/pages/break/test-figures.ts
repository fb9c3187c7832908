import { boxScatter, levelRows, successByShock } from "@uptake/charts";
import type { Breaks } from "@uptake/study/questions";
import { element } from "../../kit/element.js";
import { figureCard } from "../../kit/figure-card.js";
import { menu } from "../../kit/menu.js";
import { usual } from "../../plan/usual.js";
import { breakWords as say } from "../../words/break.js";
import { boxData, harmData, regretData, sourceOf, successData, testTable, withOwn } from "./figures.js";
import { boxSentence, glossaryOf, titleOf } from "./told.js";

/** Holds the figures of the test, which show as much of it as there is. */
export interface TestFigures {
  readonly root: HTMLElement;
  /** Draws what was found under the named sets, and under the reader's own shocks; `ready` once nothing more is awaited, `prebuilt` while it is what the site found. */
  draw(
    found: Breaks | undefined,
    own: Breaks | undefined,
    now: { readonly ready: boolean; readonly link: string; readonly prebuilt: boolean },
  ): void;
}

/** Makes the figures of the test: what each shock takes, success by shock, where the plan fails, and regret. */
export function testFigures(): TestFigures {
  let found: Breaks | undefined;
  let own: Breaks | undefined;
  let ready = false;
  let prebuilt = false;
  let under = "none";
  /** The circumstances of failure are those under the reader's own shocks where there are any. */
  const asked = (): Breaks | undefined => own ?? found;

  const common = {
    ready: () => (ready || prebuilt) && found !== undefined,
    source: () => ({ ...(found ? sourceOf(found) : { ...usual, version: "" }), prebuilt }),
    table: () => testTable(found!, own),
  };
  const harm = figureCard({
    ...common,
    name: "harm",
    title: () => say.harm.title,
    draw: (size) => found && levelRows(harmData(found, own), size),
  });
  const success = figureCard({
    ...common,
    name: "success",
    title: () => say.success.title,
    draw: (size) => found && successByShock(successData(found, own), size),
  });
  const regret = figureCard({
    ...common,
    name: "regret",
    title: () => say.regret.title(titleOf(under)),
    draw: (size) =>
      (found && found.strategies.length > 1 && levelRows(regretData(found, own, under), size)) || undefined,
  });
  const box = figureCard({
    ...common,
    name: "box",
    headed: false,
    title: () => say.box.title,
    ready: () => ready && asked() !== undefined,
    source: () => (asked() ? sourceOf(asked()!) : { ...usual, version: "" }),
    draw: (size) => {
      const data = asked() && boxData(asked()!);
      return data && boxScatter(data, size);
    },
    table() {
      const { x, y, points } = boxData(asked()!)!;
      return {
        columns: ["world", x.label, y.label, "fails"],
        rows: points.map((one, w) => [w, one.x, one.y, one.hit ? "yes" : "no"]),
      };
    },
  });
  const fails = element("p", { class: "box-sentence" });
  const basis = element("p", { class: "caption" });
  const glossary = element("ul", { class: "caption" });
  const none = element("p", { class: "caption" }, say.regret.none);
  const choice = element("div");
  let offered = "";

  const draw = (link?: string): void => {
    const settled = ready && found ? link : undefined;
    harm.redraw(settled);
    success.redraw(settled);
    const alone = found !== undefined && found.strategies.length < 2;
    regret.root.hidden = alone;
    none.hidden = !alone;
    regret.redraw(settled);
    const of = asked();
    const drawn = of && boxData(of);
    box.root.hidden = drawn === undefined;
    box.redraw(drawn && settled);
    fails.textContent = of ? boxSentence(of) : say.box.waiting;
    basis.textContent = of ? `${say.box.run} ${say.box.basis(of.shocks.map(({ name }) => titleOf(name)))}` : "";
    glossary.replaceChildren(...(of ? glossaryOf(of) : []).map((text) => element("li", {}, text)));
  };
  const offer = (): void => {
    const sets = found ? withOwn(found, own).map(({ shock }) => shock) : [];
    if (!sets.includes(under)) under = sets[0] ?? "none";
    if (sets.join() === offered) return;
    offered = sets.join();
    const made = menu({
      name: "under",
      label: say.regret.menu,
      choices: sets.map((name) => ({ name, title: titleOf(name) })),
      onChoose(name) {
        under = name;
        regret.redraw();
      },
    });
    made.set(under, say.regret.note);
    choice.replaceChildren(made.root);
  };
  return {
    root: element(
      "div",
      {},
      harm.root,
      success.root,
      element("section", { class: "box" }, element("h2", {}, say.box.title), fails, basis, glossary, box.root),
      element("section", { class: "regret" }, choice, regret.root, none),
    ),
    draw(next, mine, now) {
      [found, own, ready, prebuilt] = [next, mine, now.ready, now.prebuilt];
      offer();
      draw(now.link);
    },
  };
}
