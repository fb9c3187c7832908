import * as charts from "@uptake/charts";
import { JSDOM } from "jsdom";
import { expect } from "vitest";
import type { StudyAnswer } from "../src/studies/study-kind.ts";

/** Checks what every answer of a study must hold, and returns what its figures say. */
export function soundAnswer({ tables, figures, data, notes }: StudyAnswer): string[] {
  for (const { columns, rows } of tables) {
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  }
  expect(JSON.parse(JSON.stringify(data))).toBeTypeOf("object");
  expect(notes.length).toBeGreaterThan(1);
  const { document } = new JSDOM().window;
  return figures.map(({ draw }) => draw(charts, { document, width: 720 }).sentence);
}
