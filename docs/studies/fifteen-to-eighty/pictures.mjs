import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sentenceOf } from "../../generate/svg-sentence.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The pictures that the text shows, each by the study that draws it and the name that it has there. */
export const drawn = {
  adoption: "start-napa/adoption.svg",
  "budgets-support": "search-support-napa/budgets.svg",
  "budgets-decide": "search-decide-napa/budgets.svg",
  "poverty-thirds": "start-d11/poverty-thirds.svg",
  "shares-of-lessons": "shares-napa/shares-of-levers.svg",
  "success-by-shock": "stress-napa/success-by-shock.svg",
  "what-decides": "beliefs-napa/sobol-indices.svg",
};

/** Gives a picture white paper: its ink is dark, and pages may be too. */
const onPaper = (svg) => svg.replace('style="', 'style="background: white; ');

/** Puts the pictures beside the record, and returns the sentence of each. */
export function copyPictures(folder) {
  const pictures = Object.entries(drawn).map(([name, file]) => [name, readFileSync(join(folder, file), "utf8")]);
  for (const [name, svg] of pictures) writeFileSync(join(here, `${name}.svg`), onPaper(svg));
  return Object.fromEntries(pictures.map(([name, svg]) => [name, sentenceOf(svg)]));
}
