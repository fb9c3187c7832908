import type { District } from "@uptake/model";
import { save } from "../../kit/downloads.js";
import { element } from "../../kit/element.js";
import { forgetDistrict, ownDistricts } from "../../plan/own-districts.js";
import { dataWords } from "../../words/data.js";

const { own: say } = dataWords;

/** Makes the list of districts kept in this browser; `draw` makes it anew. */
export function keptDistricts(onUse: (district: District) => void): { readonly root: HTMLElement; draw(): void } {
  const list = element("ul", { class: "shelf-plans" });
  const button = (label: string, name: string, click: () => void): HTMLElement =>
    element("button", { type: "button", class: "tool", "aria-label": `${label}: ${name}`, click }, label);
  const draw = (): void => {
    const rows = ownDistricts().map(({ name, district }) =>
      element(
        "li",
        {},
        element("span", {}, name),
        button(say.use, name, () => onUse(district)),
        button(say.save, name, () =>
          save("district.json", `${JSON.stringify(district, undefined, 2)}\n`, "application/json"),
        ),
        button(say.forget, name, () => {
          forgetDistrict(name);
          draw();
        }),
      ),
    );
    list.replaceChildren(...(rows.length > 0 ? rows : [element("li", {}, say.none)]));
  };
  draw();
  return { root: list, draw };
}
