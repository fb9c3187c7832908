import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planColours, theme } from "../../packages/charts/src/theme.ts";
import { root } from "./pages.ts";

const read = (name: string): string => readFileSync(join(root, "docs", name), "utf8");

test("the guide gives the data of every chart that the gallery shows, and every colour", () => {
  const guide = read("guide/charts.md");
  const shown = [...read("gallery.md").matchAll(/^`(\w+)`: /gm)].map(([, name]) => name);
  expect(shown.length).toBeGreaterThan(25);
  expect(shown.filter((name) => !guide.includes(`\n| \`${name}\` `))).toEqual([]);
  const [first, ...others] = planColours.map((colour) => /--[\w-]+/.exec(colour)?.[0]);
  const own = Object.values(theme).map((colour) => /--[\w-]+/.exec(colour)?.[0]);
  for (const name of [...own, first, others.at(-1)]) expect(guide).toContain(`\`${name}\``);
});
