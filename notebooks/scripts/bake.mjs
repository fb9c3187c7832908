// Completes a built site: the first answer stands in the home page before any script runs, no page waits for what its
// workers load, there is a page for addresses that lead nowhere, and a picture for those who share it.

import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { adoptionFan } from "@uptake/charts";
import { JSDOM } from "jsdom";
import { register } from "tsx/esm/api";
import { here } from "./framework.mjs";

const place = '<div id="first"></div>';

/** Where Framework has a page load beforehand what only its workers use. */
const ofWorkers = /<link rel="modulepreload" href="[^"]*(?:\/@uptake\/workers\/|\/service-worker\.)[^"]*">\n?/g;

/** Completes the site built in a folder. */
export async function bake(folder) {
  const unregister = register();
  const { answerOf } = await import("../src/pages/tune/told.ts");
  const { tuneWords } = await import("../src/words/tune.ts");
  const { words } = await import("../src/words/kit.ts");
  const { story } = await import("../src/data/bake/lessons.ts");
  await unregister();

  const home = join(folder, "index.html");
  const page = readFileSync(home, "utf8");
  if (!page.includes(place)) throw new Error(`index.html has no ${place} for the first answer`);
  const { view } = storedIn(folder, "start");
  const { verdict, rest } = answerOf(view);
  const { document } = new JSDOM("").window;
  const { element } = adoptionFan(view.fan, { document, width: 1000, height: 400, caption: true });
  const { share, month } = view.fan.target;
  const first = document.createElement("div");
  first.id = "first";
  first.append(
    made(document, "h1", "", tuneWords.question(share, month)),
    made(document, "p", "answer", verdict, ` ${rest}`),
    made(document, "div", "chart chart-first"),
    made(document, "noscript", "", words.site.noScript),
  );
  first.querySelector(".chart").append(element);
  writeFileSync(home, page.replace(place, first.outerHTML));

  const lessons = join(folder, "lessons.html");
  const told = first.ownerDocument.createElement("div");
  told.id = "first";
  globalThis.document = told.ownerDocument;
  told.append(...story(storedIn(folder, "lessons")));
  delete globalThis.document;
  writeFileSync(
    lessons,
    readFileSync(lessons, "utf8").replace(place, () => told.outerHTML),
  );

  for (const name of readdirSync(folder).filter((each) => each.endsWith(".html"))) {
    const text = readFileSync(join(folder, name), "utf8");
    writeFileSync(join(folder, name), text.replaceAll(ofWorkers, ""));
  }

  const named = { name: words.site.name, language: words.site.language, ...words.notFound };
  writeFileSync(join(folder, "404.html"), notFound(named));
  copyFileSync(join(here, "src/theme/share.png"), join(folder, "share.png"));
}

/** Reads answers that the site was built with. */
function storedIn(folder, loader) {
  const data = join(folder, "_file/data");
  const [name, ...others] = readdirSync(data).filter((each) => each.startsWith(`${loader}.`));
  if (name === undefined || others.length > 0) throw new Error(`the site holds not one ${loader}.json`);
  return JSON.parse(readFileSync(join(data, name), "utf8"));
}

/** Makes an element with words; the first of an answer is its verdict. */
function made(document, name, type, ...texts) {
  const element = document.createElement(name);
  if (type !== "") element.className = type;
  if (type === "answer") {
    const verdict = document.createElement("em");
    verdict.textContent = texts.shift();
    element.append(verdict);
  }
  element.append(...texts);
  return element;
}

/** Writes the page for addresses that lead nowhere: alone, since it may stand in for one in any folder. */
const notFound = ({ name, language, title, text, home }) => `<!DOCTYPE html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>${title} | ${name}</title>
<style>
:root { color-scheme: light dark; font: 18px / 1.5 Georgia, serif; }
main { max-width: 34em; margin: 15vh auto; padding: 0 18px; }
</style>
<main>
<h1>${title}</h1>
<p>${text} <a href="./">${home}</a></p>
</main>
</html>
`;
