import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

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

const entities = { "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** Reads the sentence that a picture says of itself. */
export function sentenceOf(svg) {
  const [, label] = / aria-label="([^"]*)"/.exec(svg);
  return label.replaceAll(/&(?:quot|lt|gt|amp);/g, (entity) => entities[entity]);
}

/** Copies the pictures beside the record, and returns the sentence of each. */
export function copyPictures(folder) {
  for (const [name, file] of Object.entries(drawn)) copyFileSync(join(folder, file), join(here, `${name}.svg`));
  return Object.fromEntries(
    Object.entries(drawn).map(([name, file]) => [name, sentenceOf(readFileSync(join(folder, file), "utf8"))]),
  );
}
