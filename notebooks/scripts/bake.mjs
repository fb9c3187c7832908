// Completes a built site: the first answer of each page stands in it before any script runs, answers lie beside the pages,
// no page waits for what its workers load, there is a page for addresses that lead nowhere, and a picture for those who share it.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { register } from "tsx/esm/api";
import { fileOf } from "./answers.mjs";
import { here } from "./framework.mjs";

const place = '<div id="first"></div>';

/** Where Framework has a page load beforehand what only its workers use. */
const ofWorkers = /<link rel="modulepreload" href="[^"]*(?:\/@uptake\/workers\/|\/service-worker\.)[^"]*">\n?/g;

/** Completes the site built in a folder with answers that were made. */
export async function bake(folder, { names, programs }) {
  const answers = join(folder, "answers");
  mkdirSync(answers);
  for (const name of names) copyFileSync(fileOf(name), join(answers, `${name}.json`));

  const unregister = register();
  const { words } = await import("../src/words/kit.ts");
  const site = {
    answer: (name) => JSON.parse(readFileSync(fileOf(name), "utf8")).answer,
    loaded: (name) => loadedIn(folder, name),
  };
  const computed = `<meta name="uptake-answers" content="${new URLSearchParams(programs)}">`.replaceAll("&", "&amp;");
  for (const file of readdirSync(join(here, "src/data/bake"))) {
    const { first, story } = await import(`../src/data/bake/${file}`);
    const page = join(folder, file.replace(/\.ts$/, ".html"));
    const html = readFileSync(page, "utf8");
    if (!html.includes(place)) throw new Error(`${page} has no ${place} for its first answer`);
    const told = first ? firstOf(first(site), words.site.noScript) : wholeOf(() => story(site));
    writeFileSync(
      page,
      html.replace("</head>", () => `${computed}\n</head>`).replace(place, () => told),
    );
  }
  await unregister();

  for (const name of readdirSync(folder).filter((each) => each.endsWith(".html"))) {
    const text = readFileSync(join(folder, name), "utf8");
    writeFileSync(join(folder, name), text.replaceAll(ofWorkers, ""));
  }

  const named = { name: words.site.name, language: words.site.language, ...words.notFound };
  writeFileSync(join(folder, "404.html"), notFound(named));
  copyFileSync(join(here, "src/theme/share.png"), join(folder, "share.png"));
}

/** Reads what a data loader stored in the site. */
function loadedIn(folder, name) {
  const data = join(folder, "_file/data");
  const [file, ...others] = readdirSync(data).filter((each) => each.split(".")[0] === name);
  if (file === undefined || others.length > 0) throw new Error(`the site holds not one ${name}.json`);
  return JSON.parse(readFileSync(join(data, file), "utf8"));
}

/** Writes a first answer as HTML: question, answer, figure, and a word for readers without scripts. */
function firstOf({ heading, verdict, rest, draw }, noScript) {
  const { document } = new JSDOM("").window;
  const made = (name, type, ...content) => {
    const element = document.createElement(name);
    if (type !== "") element.className = type;
    element.append(...content);
    return element;
  };
  const first = document.createElement("div");
  first.id = "first";
  first.append(
    ...(heading === undefined ? [] : [made("h1", "", heading)]),
    made("p", "answer", made("em", "", verdict), ` ${rest}`),
    made("div", "chart chart-first", draw({ document, width: 1000, caption: true }).element),
    made("noscript", "", noScript),
  );
  return first.outerHTML;
}

/** Writes what a page holds from top to bottom as HTML; its parts are made where a browser would make them. */
function wholeOf(story) {
  const { document } = new JSDOM("").window;
  const first = document.createElement("div");
  first.id = "first";
  globalThis.document = document;
  first.append(...story());
  delete globalThis.document;
  return first.outerHTML;
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
