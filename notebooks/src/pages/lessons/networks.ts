import { type Reading, type Strategy, strategies } from "@uptake/model";
import { element } from "../../kit/element.js";
import { sourceInWords } from "../../words/documents.js";
import { words } from "../../words/kit.js";
import { lessonsWords } from "../../words/lessons.js";
import { settingLabel } from "./setting-label.js";

const { networks: say } = lessonsWords;

/** Networks of which a part may be taken: the card of the whole opens both. */
const parts: Readonly<Record<string, string>> = { "big-picture": "big-picture-subset" };

/** Lists the ten networks, then the three places. */
export const told: readonly Strategy[] = strategies.filter(
  ({ name, kind }) => (kind === "network" || kind === "district") && !Object.values(parts).includes(name),
);

/** Writes what a preset rests on: each passage in our own words, the settings read from it, and its document. */
function rests({ title, note, readings }: Strategy): HTMLElement {
  const item = ({ settings, file, passage }: Reading): HTMLElement =>
    element(
      "li",
      {},
      passage,
      element(
        "small",
        {},
        `${file === undefined ? say.nothing : sourceInWords(file)} · ${[...new Set(settings.map(settingLabel))].join(", ")}`,
      ),
    );
  return element(
    "details",
    { class: "network-rests" },
    element("summary", {}, say.rests, element("span", { class: "unseen" }, `: ${title}`)),
    element("ul", {}, ...readings.map(item)),
    element("p", { class: "caption" }, note),
  );
}

/** Holds how a plan is opened: its link, and what takes along what no link holds. */
export interface Opening {
  readonly query: string;
  readonly carry?: () => void;
}

/** Makes the cards of networks and places. `opening` opens a strategy, in a district where it has one. */
export function networkCards(opening: (strategy: string, district: string | undefined) => Opening): HTMLElement {
  const open = ({ name, place }: Strategy, text: string, label: string, part = name): HTMLElement => {
    const { query, carry } = opening(part, place);
    return element("a", { href: `./${query}`, "aria-label": label, click: carry }, text);
  };
  const card = (strategy: Strategy): HTMLElement => {
    const { name, title, doc, kind, place } = strategy;
    const part = parts[name];
    const district = place === undefined ? "" : say.openIn(words.start.districts[place] ?? place);
    return element(
      "li",
      { class: "network" },
      element("p", { class: "network-kind" }, say.kinds[kind] ?? kind),
      element("h3", {}, title),
      element("p", {}, `${doc}.`),
      element(
        "p",
        { class: "network-open" },
        open(strategy, `${say.open}${district}`, `${say.openOne(title)}${district}`),
        ...(part === undefined ? [] : [" · ", open(strategy, say.part, say.partOne(title), part)]),
      ),
      rests(strategy),
    );
  };
  return element("ul", { class: "networks" }, ...told.map(card));
}
