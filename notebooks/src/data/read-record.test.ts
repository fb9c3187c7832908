import { expect, test } from "vitest";
import { fileOf, forecastScores, groupsIn, limitsIn, recordedFigures, summaryOf } from "./read-record.js";

const model = fileOf("docs/model.md");
const validation = fileOf("docs/validation.md");

test("every entry of what the model cannot say is read, in whole and without marks", () => {
  const section = /## What the model cannot say\n([\s\S]*?)\n## /.exec(model)?.[1] ?? "";
  const entries = section.match(/^- /gm) ?? [];
  const limits = limitsIn(model);
  expect(limits).toHaveLength(entries.length);
  expect(entries.length).toBeGreaterThan(5);
  for (const { title, text } of limits) expect(`${title} ${text}`).not.toMatch(/[*`]|\]\(/);
});

test("a name in code stands in quotation marks", () => {
  const limits = limitsIn(
    "## What the model cannot say\n- **Students' learning.** `results` is a signal of [V2](a.md).",
  );
  expect(limits).toEqual([{ title: "Students' learning", text: "“results” is a signal of V2." }]);
});

test("figures are told with minus signs, zeros before decimals and apostrophes, not hyphens and strokes", () => {
  const texts = recordedFigures().flatMap((figure) =>
    Object.values(figure).filter((value) => typeof value === "string"),
  );
  expect(texts.filter((text) => /(^|[ (])-\.?\d|'/.test(text))).toEqual([]);
  expect(texts.filter((text) => /(^|[ (−–])\.\d/.test(text))).toEqual([]);
  expect(texts.some((text) => /(^|[ (])0\.\d+–0\.\d/.test(text))).toBe(true);
  expect(texts.some((text) => text.includes("2021-22"))).toBe(true);
});

test("every figure stands under one heading of the document, and misses are those recorded as such", () => {
  const figures = recordedFigures();
  const groups = groupsIn(validation, figures);
  expect(Object.values(groups).flat()).toHaveLength(figures.length);
  expect(new Set(Object.values(groups).flat()).size).toBe(figures.length);
  expect(Object.keys(groups)[0]).toBe("P1 Nothing happens without a programme");
  const sum = summaryOf(groups);
  expect(
    sum
      .flatMap(({ misses }) => misses)
      .map(({ statistic }) => statistic)
      .sort(),
  ).toEqual(
    figures
      .filter(({ holds }) => holds === false)
      .map(({ statistic }) => statistic)
      .sort(),
  );
  const all = sum.reduce((total, { holds, misses, reported }) => total + holds + misses.length + reported, 0);
  expect(all).toBe(figures.length);
});

test("a figure that no heading names comes last", () => {
  const figure = { pattern: "nobody's", statistic: "a", simulated: "1" };
  expect(Object.keys(groupsIn("## P1 A\n\n<!-- generated: figures P1 -->\n", [figure]))).toEqual(["Everything else"]);
});

test("a forecast has the scores of all forecasters over what it was not shown", () => {
  const { forecasts: scores } = forecastScores(fileOf("tests/patterns/forecasts.json"));
  expect(new Set(scores.map(({ series }) => series)).size).toBe(scores.length);
  for (const { logScores, held80 } of scores) {
    expect(Object.keys(logScores)).toContain("Uptake");
    expect(held80 >= 0 && held80 <= 1).toBe(true);
  }
});
