import type { RunName } from "@uptake/study/questions";
import { choices } from "../../kit/choices.js";
import { element } from "../../kit/element.js";
import { menu } from "../../kit/menu.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { insideWords } from "../../words/inside.js";
import { runOf } from "./asked.js";
import type { Shown } from "./film-source.js";

const { run: say } = insideWords;

const names: readonly RunName[] = ["typical", "best", "worst"];

/** Makes the choice of the run: by where it stands among all, or by its number. */
export function runChoice(store: PlanStore): { readonly root: HTMLElement; draw(shown: Shown): void } {
  const ask = (run: string): void => store.change(["page", "inside.run"], run === "typical" ? undefined : run);
  const named = choices({
    label: say.label,
    choices: names.map((name) => ({ name, title: say.names[name], doc: say.docs[name] })),
    onChoose: ask,
  });
  const field = element("input", {
    ...{ type: "number", class: "field", id: "run-number", min: 0, max: 999_999_999, step: 1, inputmode: "numeric" },
    change: () => askNumber(),
    keydown: (event) => {
      if ((event as KeyboardEvent).key === "Enter") askNumber();
    },
  });
  const askNumber = (): void => {
    const asked = String(field.valueAsNumber);
    const sound = field.value !== "" && field.validity.valid;
    refused.textContent = sound ? "" : say.refused;
    if (sound && asked !== String(runOf(store.get()))) ask(asked);
  };
  const refused = element("p", { class: "caption", role: "status" });
  const note = element("p", { class: "caption" });
  const district = element("div");
  const numbered = element("label", { for: "run-number" }, `${say.number} `);
  named.root.append(element("span", { class: "run-number" }, numbered, field));
  return {
    root: element("div", { class: "run-choice" }, named.root, refused, note, district),
    draw({ state, film, ranking }) {
      const run = runOf(state);
      refused.textContent = "";
      named.set(String(run));
      // Whoever is writing a number goes on writing it.
      if (document.activeElement !== field) field.value = String(film.replicate);
      const several = film.districts.length > 1;
      const places = menu({
        name: "inside-district",
        label: say.district,
        choices: film.districts.map((title, d) => ({ name: String(d), title })),
        onChoose: (name) => store.change(["page", "inside.district"], name === "0" ? undefined : name),
      });
      places.set(String(film.districts.indexOf(film.district.name)), "");
      district.replaceChildren(...(several ? [places.root] : []));
      note.textContent = ranking ? say.ranked(ranking, film.replicate) : say.unranked(film.replicate);
    },
  };
}
