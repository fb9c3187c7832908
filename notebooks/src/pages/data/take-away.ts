import { version } from "@uptake/model";
import { commandWords } from "../../kit/command-words.js";
import { element } from "../../kit/element.js";
import { embedCode } from "../../kit/embed-code.js";
import { menu } from "../../kit/menu.js";
import { districtTitle, strategyTitle } from "../../kit/plan-start.js";
import { notInLink } from "../../kit/share.js";
import { copy } from "../../kit/tools.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { commandOf } from "../../plan/yaml.js";
import { dataWords } from "../../words/data.js";

const { away: say } = dataWords;

/** Makes a text that is copied by a button. */
function copied(label: string): { readonly root: HTMLElement; set(...text: readonly (string | HTMLElement)[]): void } {
  const text = element("pre", { tabindex: "0", role: "region", "aria-label": label });
  const said = element("span", { class: "tools-said", role: "status" });
  const act = async (): Promise<void> => said.replaceChildren(await copy(text.textContent ?? "", say.copied));
  const button = element("button", {
    type: "button",
    class: "tool",
    "aria-label": `${say.copy}: ${label}`,
    click: act,
  });
  button.textContent = say.copy;
  return {
    root: element("div", { class: "repeat" }, text, button, " ", said),
    set(...parts) {
      text.replaceChildren(...parts);
      said.textContent = "";
    },
  };
}

/** Makes what a reader takes along: a citation, the command that repeats the plan, and the HTML of a figure. */
export function takeAway(store: PlanStore): { readonly root: HTMLElement } {
  const [cite, command, html] = [copied(say.cite), copied(say.command), copied(say.embed)];
  const note = element("p", { class: "caption" });
  let figure: keyof typeof say.figures = "fan";
  const figures = menu({
    name: "embed-figure",
    label: say.figure,
    choices: Object.entries(say.figures).map(([name, title]) => ({ name, title })),
    onChoose(name) {
      figure = name as typeof figure;
      draw();
    },
  });
  const draw = (): void => {
    const { seed = usual.seed, replicates = usual.replicates } = store.get();
    const lacking = notInLink(store);
    const home = `${new URL("./", location.href)}`;
    const plan = strategyTitle(store).title;
    const address = lacking === undefined ? `${home}${store.link()}` : say.noAddress;
    cite.set(say.citation(plan, districtTitle(store), replicates, seed, version, address));
    command.set(...commandWords(commandOf({ seed, replicates })));
    html.root.hidden = lacking !== undefined;
    note.textContent = lacking ?? say.embedNote;
    html.set(embedCode(`${home}${store.link()}`, figure, `${plan}: ${say.figures[figure]}`));
    figures.set(figure, "");
  };
  store.subscribe((moving) => {
    if (!moving) draw();
  });
  draw();
  return {
    root: element(
      "div",
      {},
      element("h3", {}, say.cite),
      cite.root,
      element("h3", {}, say.command),
      command.root,
      element("p", { class: "caption" }, say.commandNote),
      element("h3", {}, say.embed),
      figures.root,
      html.root,
      note,
    ),
  };
}
