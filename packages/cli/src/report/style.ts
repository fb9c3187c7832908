/** Styles a report: for screens of any width, light and dark, and for paper. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --panel: #ffffff; --ink: #1c2330; --muted: #586173; --hair: #e5e1d8; --accent: #0b6e69;
  --accent-soft: #0b6e6930; --accent-softer: #0b6e6918; --ghost: #6a7080; --target: #97591a; --rust: #a8481f;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif;
  --sans: ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #12161c; --panel: #181d25; --ink: #eceae4; --muted: #a3abba; --hair: #2a313c; --accent: #59c2b8;
    --accent-soft: #59c2b83d; --accent-softer: #59c2b81f; --ghost: #98a0b0; --target: #d99a4a; --rust: #e08a63;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 66rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 var(--sans); overflow-wrap: anywhere;
}
header, main > :not(.table), .table > :not(.scroll) { max-width: 47.5rem; }
h1 { font: 600 2rem/1.2 var(--serif); margin: 0 0 1.25rem; text-wrap: balance; }
h2 { font: 600 1.4rem/1.3 var(--serif); margin: 3rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--hair); }
h3 { font-size: 1rem; margin: 2rem 0 .5rem; }
.kind { margin: 0 0 .35rem; color: var(--muted); font-size: .875rem; }
.answer { margin: 0; font: 1.3rem/1.5 var(--serif); padding-left: 1rem; border-left: 3px solid var(--accent); }
.answer-rest { margin: .75rem 0 0; padding-left: 1rem; border-left: 3px solid var(--hair); }
.answer + .from, .answer-rest + .from { margin-top: 1rem; }
.from, .note, figcaption, summary { color: var(--muted); font-size: .875rem; }
a { color: var(--accent); }
figure { margin: 0 0 1.5rem; break-inside: avoid; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption { margin-top: .5rem; }
.narrow, .on-paper { display: none; }
.scroll { overflow-x: auto; border: 1px solid var(--hair); border-radius: 4px; background: var(--panel); }
.scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; min-width: min(100%, 47.5rem); font-size: .8125rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
th, td { padding: .4rem .65rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--hair); overflow-wrap: normal; }
thead th { vertical-align: bottom; }
tbody tr:last-child > * { border-bottom: 0; }
th { font-weight: 600; }
tbody th { font-weight: 400; }
.number { text-align: right; }
td.number, th.short, td.short { white-space: nowrap; }
thead .number, thead .short { white-space: normal; }
tbody :is(td, th):not(.number, .short) { min-width: 10rem; }
.unit { display: block; font-weight: 400; color: var(--muted); white-space: normal; min-width: 5rem; }
li { margin-bottom: .35rem; }
pre {
  margin: 0; padding: .9rem 1rem; overflow-x: auto; white-space: pre-wrap; font-size: .8125rem; line-height: 1.5;
  border: 1px solid var(--hair); border-radius: 4px; background: var(--panel);
}
code, pre, .hash { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
code, .hash { font-size: .8125rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: 0 0 1rem; }
dt { color: var(--muted); }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
details { margin-top: .6rem; }
summary { cursor: pointer; }
details dl { margin-top: .6rem; font-size: .875rem; }
@media screen and (max-width: 46rem) {
  body { padding-top: 1.5rem; }
  h1 { font-size: 1.6rem; }
  .answer { font-size: 1.15rem; }
  .wide { display: none; }
  .narrow { display: block; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
}
@media print {
  @page { margin: 18mm 16mm; }
  :root { --paper: #ffffff; --panel: #ffffff; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
  .scroll { overflow: visible; }
  details::details-content { content-visibility: visible; height: auto; }
  .beyond { display: none; }
  .on-paper { display: inline; }
  table { font-size: 8pt; }
  table { min-width: 0; width: 100%; }
  th, td { padding: .2rem .35rem; }
  td:not(.number, .short), th:not(.number, .short) { overflow-wrap: anywhere; hyphens: auto; }
  .unit, tbody :is(td, th):not(.number, .short) { min-width: 0; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
`;
