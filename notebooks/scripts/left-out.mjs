// Leaves out of the pages what Plot loads for things that no page does, a sixth of a page's weight. A chart
// that came to need one of them fails, saying so; `tests/notebooks/left-out.test.ts` draws every chart without them.

import { pathToFileURL } from "node:url";

/** Says what is left out, by its files; and what stands for a name that is called all the same. */
const parts = [
  // Maps of the earth: Plot makes one transform as it is loaded, for maps that are given in pixels.
  { files: /[/\\]d3-geo[/\\]dist[/\\]/, kept: { geoTransform: "() => left" } },
  // Colour schemes by name.
  { files: /[/\\]d3-scale-chromatic[/\\]dist[/\\]/ },
  { files: /[/\\]plot[/\\]src[/\\]scales[/\\]schemes\.js$/ },
  // Dates: Plot makes its formats as it is loaded. Axes of ours count months.
  { files: /[/\\]d3-time-format[/\\]dist[/\\]/, kept: { utcFormat: "() => left", timeFormat: "() => left" } },
  // Legends, tips and pointers: pages have their own.
  { files: /[/\\]plot[/\\]src[/\\](legends|interactions)[/\\]\w+\.js$/ },
  { files: /[/\\]plot[/\\]src[/\\]marks[/\\]tip\.js$/ },
  // Histograms: lines ask whether theirs is one.
  {
    files: /[/\\]plot[/\\]src[/\\]transforms[/\\]bin\.js$/,
    kept: { maybeDenseIntervalX: "(options) => options", maybeDenseIntervalY: "(options) => options" },
  },
];

const left = 'const left = () => { throw new Error("the pages are built without this part of a library"); };';

/** Has esbuild leave them out. */
export const leftOut = {
  name: "left-out",
  setup(build) {
    for (const { files, kept = {} } of parts)
      build.onLoad({ filter: files }, async ({ path }) => {
        const names = Object.keys(await import(pathToFileURL(path).href));
        return {
          contents: [left, ...names.map((name) => `export const ${name} = ${kept[name] ?? "left"};`)].join("\n"),
        };
      });
  },
};
