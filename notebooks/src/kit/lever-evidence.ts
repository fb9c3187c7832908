import { describePrior } from "@uptake/model";
import { evidenceOf } from "../plan/lever-evidence.js";
import { leverNamed } from "../plan/lever-settings.js";
import { apostrophes } from "../words/apostrophes.js";
import { sourceInWords } from "../words/documents.js";
import { panelWords as say } from "../words/levers.js";
import { element } from "./element.js";
import { pageLink } from "./page-link.js";

/** Makes the evidence of a lever, written out when it is first opened: what it acts through, what it rests on, its prices. */
export function leverEvidence(name: string): HTMLElement {
  const body = element("div", { class: "evidence" });
  return element(
    "details",
    {
      class: "lever-evidence",
      toggle: () => {
        if (body.childElementCount === 0) body.append(...written(name));
      },
    },
    element("summary", {}, say.evidence),
    body,
  );
}

function written(name: string): HTMLElement[] {
  const { actsThrough, losesWhen, delay } = leverNamed(name);
  const about = [say.acts(actsThrough), say.loses(losesWhen), say.delay(delay)].filter((text) => text !== "").join(" ");
  const items = evidenceOf(name).map(({ name: number, doc, prior, unit, status, source }) =>
    element(
      "li",
      {},
      `${apostrophes(doc)}: ${describePrior(prior)} (${unit}). `,
      element("b", {}, say.status[status] ?? status),
      `. ${sourceInWords(source)}. `,
      element("a", { href: pageLink("sure", number), "data-carries": true }, say.move),
    ),
  );
  return [element("p", {}, about), element("ul", {}, ...items)];
}
