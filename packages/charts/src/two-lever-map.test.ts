import { expect, test } from "vitest";
import { document } from "../test-support/document.ts";
import { levers, named } from "../test-support/samples.ts";
import { type TwoLeverMapData, twoLeverMap } from "./two-lever-map.ts";

/** Returns the texts of a map on a phone, the lines of each joined by a blank, without blanks after hyphens. */
function textsOf(data: TwoLeverMapData): string[] {
  const { element } = twoLeverMap(data, { document, width: 354 });
  return [...element.querySelectorAll("text")].map((text) => {
    const lines = [...text.querySelectorAll("tspan")].map((line) => line.textContent ?? "");
    return (lines.length > 0 ? lines.join(" ") : (text.textContent ?? "")).replaceAll("- ", "-");
  });
}

test("on a phone two levers of long names are named in whole, with their unit", () => {
  const unit = "share of its full strength";
  const [x, y] = ["Investment and release time", "How much of the practice"] as const;
  const texts = textsOf({ ...levers, x: { ...levers.x, label: x, unit }, y: { ...levers.y, label: y, unit } });
  expect(texts).toContain(`${x}, ${unit} →`);
  expect(texts).toContain(`↑ ${y}, ${unit}`);
});

test("on a phone strategies and districts are named in whole, broken at their hyphens", () => {
  const texts = textsOf(named);
  for (const name of [...named.x.values, ...named.y.values]) expect(texts).toContain(name);
});
