import { describePrior, type Parameter, parameters } from "@uptake/model";
import { element } from "../kit/element.js";
import { panelWords } from "../words/levers.js";
import { sourcesWords as say } from "../words/sources.js";

/** Makes the page of sources: every parameter of the model by section, with its prior, status and source. */
export function sources(): HTMLElement {
  const sections = new Map<string, Parameter[]>();
  for (const parameter of parameters) {
    const [section = ""] = parameter.name.split(".");
    sections.set(section, [...(sections.get(section) ?? []), parameter]);
  }
  const counts = new Map<string, number>();
  for (const { status } of parameters) counts.set(status, (counts.get(status) ?? 0) + 1);
  const told = [...counts].map(([status, count]) => `${count} ${panelWords.status[status] ?? status}`).join(", ");
  return element(
    "div",
    {},
    element("p", {}, say.about(parameters.length, told)),
    ...[...sections].map(([section, all]) =>
      element(
        "details",
        { class: "sources" },
        element("summary", {}, say.section(section, all.length)),
        element("ul", { class: "evidence" }, ...all.map(item)),
      ),
    ),
  );
}

function item({ name, doc, prior, unit, status, source }: Parameter): HTMLElement {
  return element(
    "li",
    {},
    element("code", {}, name),
    ` ${doc}: ${describePrior(prior)} (${unit}). `,
    element("b", {}, panelWords.status[status] ?? status),
    `. ${source}.`,
  );
}
