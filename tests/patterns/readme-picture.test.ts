import { readFileSync, writeFileSync } from "node:fs";
import { type ComparedPlansData, comparedPlans } from "@uptake/charts";
import { strategies } from "@uptake/model";
import { bandsOf, ensemble } from "@uptake/study";
import { expect, test } from "vitest";
import { figureDrawer } from "../../packages/cli/src/report/svg.ts";
import { planOf } from "./support.ts";

// The picture of the README: four of the reference strategies in District 11, in the worlds and luck of `uptake start`.

const shown = ["all-six-lessons-scale-up", "all-six-lessons", "mandate", "coaching-only"];
const file = (path: string): URL => new URL(`../../${path}`, import.meta.url);

/** Reads the colours of the pages' theme in a scheme that a chart uses, as declarations. */
function colours(scheme: "light" | "dark", markup: string): string {
  const tokens = readFileSync(file("notebooks/src/theme/tokens.css"), "utf8");
  const [, light = "", dark = ""] =
    /:root:root \{([^}]*)\}[\s\S]*?scheme: dark\) \{\s*:root:root \{([^}]*)\}/.exec(tokens) ?? [];
  const all = [...(scheme === "light" ? light : dark).matchAll(/(--[\w-]+): (#\w+);/g)];
  const used = all.filter(([, name]) => markup.includes(`var(${name},`) || name === "--paper");
  return used.map(([, name, value]) => `${name}: ${value};`).join(" ");
}

/** Makes a file of a chart that follows the reader's light or dark scheme, with room around it, one element a line. */
function picture(markup: string): string {
  const style = `<style>svg { ${colours("light", markup)} background: var(--paper); } @media (prefers-color-scheme: dark) { svg { ${colours("dark", markup)} } }</style>`;
  const room = 12;
  const roomy = (_: string, width: string, height: string): string => {
    const [w, h] = [Number(width) + 2 * room, Number(height) + 2 * room];
    return `width="${w}" height="${h}" viewBox="${-room} ${-room} ${w} ${h}"`;
  };
  const text = markup
    .replace(/(<svg[^>]*>)/, `$1${style}`)
    .replace(/width="(\d+)" height="(\d+)" viewBox="0 0 \d+ \d+"/, roomy)
    .replaceAll(/><(?!\/?(?:text|tspan)\b)/g, ">\n<");
  return `${text}\n`;
}

test("the picture of the README shows what the strategies come to, in its words", async () => {
  const usual = await ensemble(await planOf({ strategy: "business-as-usual" }), { replicates: 256 });
  const plans: ComparedPlansData["plans"][number][] = [];
  for (const strategy of shown) {
    const one = await ensemble(await planOf({ strategy }), { replicates: 256 });
    plans.push({ name: strategies.find(({ name }) => name === strategy)!.title, bands: bandsOf(one, "adoption") });
  }
  const { replicates, worlds, seed, version, scenario } = usual;
  const from = { replicates, worlds: worlds.count, parameters: usual.parameters, seed, version };
  const data = { ...from, plans, today: bandsOf(usual, "adoption"), target: scenario.target };
  const draw = await figureDrawer();
  const { wide, sentence } = draw({
    name: "strategies",
    title: "Adoption by month",
    draw: (_, options) => comparedPlans(data, { ...options, caption: true }),
  });
  if (process.env.UPDATE_FIGURES === "1") writeFileSync(file("docs/strategies.svg"), picture(wide.markup));
  expect(readFileSync(file("docs/strategies.svg"), "utf8") === picture(wide.markup), "as `pnpm figures` draws it").toBe(
    true,
  );
  const readme = readFileSync(file("README.md"), "utf8");
  const missing = [
    `![${sentence}](docs/strategies.svg)`,
    `${replicates} kept worlds, seed “${seed}”, version ${version}`,
  ];
  expect(missing.filter((words) => !readme.includes(words))).toEqual([]);
});
