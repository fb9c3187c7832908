import type { Receipt } from "@uptake/study/receipt";
import type { StudyAnswer } from "../studies/study-kind.ts";
import { count, counted } from "../words/format.ts";
import { Html, html } from "./html.ts";
import { settingsText } from "./settings.ts";
import { style } from "./style.ts";
import type { DrawnFigure } from "./svg.ts";
import { tableSection } from "./tables.ts";

/** Nothing may run and nothing may be loaded; styles stand in the page and on the charts' elements. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Writes a report as one page that needs no network: the answer first, then figures, tables, settings and receipt. */
export function reportPage(answer: StudyAnswer, figures: readonly DrawnFigure[], receipt: Receipt): string {
  const { study } = receipt;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="uptake ${receipt.version}">
<meta name="referrer" content="no-referrer">
<title>${study.name} · ${study.kind} · Uptake</title>
<style>${new Html(style)}</style>
</head>
<body>
<header>
<p class="kind">Uptake study · ${study.kind}</p>
<h1>${study.name}</h1>
</header>
<main>
${answerSection(answer.sentence)}
<p class="from">From ${counted(receipt.runs, "simulated run")}${failures(receipt)}, seed “${study.seed}”, uptake ${receipt.version}.</p>
${figures.length > 0 ? html`<h2>Figures</h2>\n${figures.map(figureSection)}` : html``}
${answer.notes.length > 0 ? notesSection(answer.notes) : html``}
${answer.tables.length > 0 ? html`<h2>Tables</h2>\n${answer.tables.map(tableSection)}` : html``}
<h2>Settings</h2>
<pre tabindex="0">${settingsText(study)}</pre>
<h2>Receipt</h2>
${receiptSection(receipt)}
</main>
</body>
</html>
`;
  return page.markup;
}

/** Writes the first sentence of an answer large, and what else it says under it. */
function answerSection(sentence: string): Html {
  const [, first = sentence, rest = ""] = /^(.{40,}?[^.\d]\.) (.+)$/s.exec(sentence) ?? [];
  const lead = html`<p class="answer">${first}</p>`;
  return rest === "" ? lead : html`${lead}\n<p class="answer-rest">${rest}</p>`;
}

function failures({ failed }: Receipt): string {
  return failed === 0 ? "" : ` (${count(failed)} of which failed)`;
}

function figureSection({ name, title, sentence, wide, narrow }: DrawnFigure): Html {
  return html`<section aria-labelledby="figure-${name}">
<h3 id="figure-${name}">${title}</h3>
<figure>
<div class="wide">${wide}</div>
<div class="narrow">${narrow}</div>
<figcaption>${sentence}</figcaption>
</figure>
</section>
`;
}

function notesSection(notes: readonly string[]): Html {
  return html`<h2>What this rests on, and what it cannot tell</h2>
<ul>
${notes.map((note) => html`<li>${note}</li>\n`)}</ul>
`;
}

function receiptSection({ version, study, districts, runs, failed, checksums, receipt }: Receipt): Html {
  const rows: readonly (readonly [string, string | Html])[] = [
    ["Package", `uptake ${version}`],
    ["Kind of study", study.kind],
    ["Seed", study.seed],
    ["Runs", failed === 0 ? count(runs) : `${count(runs)}, of which ${count(failed)} failed`],
    ["All runs", hashed(checksums)],
    ...Object.entries(districts).map(([name, hash]): [string, Html] => [`Data of ${name}`, hashed(hash)]),
    ["This result", hashed(receipt)],
  ];
  return html`<dl>
${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>
<p>The long numbers are SHA-256 sums. <code>uptake verify receipt.json</code>, in this report’s folder, makes all runs again and compares them, and every file, to the bit.</p>
`;
}

function hashed(hash: string): Html {
  return html`<span class="hash">${hash}</span>`;
}
