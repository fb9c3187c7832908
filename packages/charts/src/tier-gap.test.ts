import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { tierGap } from "./tier-gap.ts";
import type { TierGapData } from "./tier-gap-data.ts";

const { document } = new JSDOM("").window;

const flat = (share: number) => {
  const column = Array<number>(61).fill(share);
  const months = column.map((_, month) => month);
  return { months, p5: column, p25: column, p50: column, p75: column, p95: column, replicates: 64 };
};

const data = (gap: TierGapData["gap"]): TierGapData => ({
  tiers: [
    { name: "low poverty", bands: flat(0.4) },
    { name: "middle poverty", bands: flat(0.35) },
    { name: "high poverty", bands: flat(0.3) },
  ],
  gap,
  month: 34,
  funded: 36,
  replicates: 64,
  parameters: "sampled",
  seed: "a",
  version: "0",
});

describe("the gap", () => {
  test.for([
    [
      { value: 0.1, low: 0.08, high: 0.12 },
      "10 points behind the low-poverty third (mean of 64 worlds, with a 95% interval of 8 to 12 points)",
      true,
    ],
    [
      { value: -0.1, low: -0.12, high: -0.08 },
      "10 points ahead of the low-poverty third (mean of 64 worlds, with a 95% interval of 8 to 12 points)",
      false,
    ],
    [
      { value: -0.01, low: -0.04, high: 0.02 },
      "1 point ahead of the low-poverty third (mean of 64 worlds, with a 95% interval of −2 to 4 points)",
      false,
    ],
    [
      { value: 0.02, low: -0.01, high: 0.05 },
      "2 points behind the low-poverty third (mean of 64 worlds, with a 95% interval of −1 to 5 points)",
      false,
    ],
    [
      { value: 0.001, low: -0.02, high: 0.02 },
      "these runs can tell no gap between the low- and the high-poverty third of teachers (mean of 64 worlds: 0.1 points, with a 95% interval of −2 to 2 points)",
      false,
    ],
    [
      { value: 0.003, low: 0, high: 0.006 },
      "these runs can tell no gap between the low- and the high-poverty third of teachers (mean of 64 worlds: 0.3 points, with a 95% interval of 0 to 1 points)",
      false,
    ],
    [
      { value: 0, low: -0.02, high: 0.03 },
      "these runs can tell no gap between the low- and the high-poverty third of teachers (mean of 64 worlds: 0 points, with a 95% interval of −2 to 3 points)",
      false,
    ],
    [
      { value: -0.004, low: -0.006, high: -0.002 },
      "less than 1 point ahead of the low-poverty third (mean of 64 worlds: −0.4 points, with a 95% interval of 0 to 1 points)",
      false,
    ],
    [
      { value: 0.004, low: 0.002, high: 0.006 },
      "less than 1 point behind the low-poverty third (mean of 64 worlds: 0.4 points, with a 95% interval of 0 to 1 points)",
      false,
    ],
    [
      { value: 0, low: 0, high: 0 },
      "there is no gap between the low- and the high-poverty third of teachers (mean",
      false,
    ],
    [{ value: -0.0004, low: null, high: null }, "less than 1 point apart (mean of 64 worlds: 0 points)", false],
    [{ value: 0.001, low: null, high: null }, "less than 1 point apart (mean of 64 worlds: 0.1 points)", false],
    [{ value: 0.1, low: null, high: null }, "10 points behind the low-poverty third (mean of 64 worlds).", true],
  ] as const)("of %j is said, and is rust only where somebody is left behind", ([gap, said, rust]) => {
    const { element, sentence } = tierGap(data(gap), { document });
    expect(sentence).toContain(said);
    expect(element.outerHTML.includes("--rust")).toBe(rust);
  });
  test("beyond the horizon is not reported", () => {
    expect(tierGap({ ...data(null), month: 82 }, { document }).sentence).toContain("there is no gap to report");
  });
});

describe("the drawing", () => {
  /** Adoption of a third that rises in a straight line, from `first` by `monthly` a month. */
  const rising = (name: string, first: number, monthly: number) => {
    const column = Array.from({ length: 61 }, (_, month) => first + monthly * month);
    return { name, bands: { ...flat(0), p50: column } };
  };
  const clearly = { value: 0.25, low: 0.2, high: 0.3 };
  const risen: TierGapData = {
    ...data(clearly),
    tiers: [
      rising("low poverty", 0.2, 0.01),
      rising("middle poverty", 0.15, 0.005),
      rising("high poverty", 0.1, 0.0025),
    ],
    month: 20,
  };
  const drawn = (shown: TierGapData, width?: number) =>
    tierGap(shown, { document, ...(width === undefined ? {} : { width }) }).element;
  const all = (element: Element, selector: string, ...names: string[]): (string | number)[][] =>
    Array.from(element.querySelectorAll(selector), (one) =>
      names.map((name) => {
        const text = one.getAttribute(name) ?? "";
        return Number.isNaN(Number(text)) ? text : Math.round(Number(text) * 1000) / 1000;
      }),
    );
  const textOf = (element: Element): string[] => Array.from(element.querySelectorAll("text"), (one) => one.textContent);

  // Half as high as wide, from 240 to 320 pixels; 44 are left free before the first month, 120 after the last one, 32 above
  // all teachers and below none of them.
  test.for([
    [400, 240],
    [560, 280],
    [720, 320],
  ] as const)("%d pixels wide, joins the medians of the outer thirds at the gap's month", ([width, height]) => {
    const element = drawn(risen, width);
    const x = 44 + (20 / 60) * (width - 44 - 120);
    const y = (share: number): number => 32 + (1 - share) * (height - 64);
    const [at, low, high] = [x, y(0.4), y(0.15)].map((pixels) => Math.round(pixels * 1000) / 1000);
    expect(all(element, "circle", "cx", "cy")).toEqual([
      [at, low],
      [at, high],
    ]);
    expect(all(element, "line", "x1", "x2", "y1", "y2")).toContainEqual([at, at, low, high]);
    // Of 36 months, funding is drawn to its end.
    const [[from, wide]] = all(element, "rect", "x", "width") as [[number, number]];
    expect([from, wide]).toEqual([44, Math.round(0.6 * (width - 164) * 1000) / 1000]);
  });
  test("says the medians at that month, and tells the thirds apart by colour and weight", () => {
    expect(tierGap(risen, { document }).sentence).toContain(
      "The medians are 40% in the low-poverty third, 25% in the middle-poverty third, 15% in the high-poverty third.",
    );
    const lines = Array.from(drawn(risen).querySelectorAll("g"), (group) => [
      /--(\w+)/.exec(group.getAttribute("stroke") ?? "")?.[1],
      group.getAttribute("stroke-width"),
      /^M44,([\d.]+)/.exec(group.querySelector("path")?.getAttribute("d") ?? "")?.[1],
    ]).filter(([, , first]) => first !== undefined);
    // The first month's 20%, 15% and 10%, of 256 pixels over y = 288.
    expect(lines).toEqual([
      ["accent", "2.4", "236.8"],
      ["ghost", "1.8", "249.6"],
      ["rust", "2.4", "262.4"],
    ]);
    expect(textOf(drawn(risen)).slice(-3).sort()).toEqual(["high poverty", "low poverty", "middle poverty"]);
  });
  test.for([
    [clearly, "high poverty 25 points behind"],
    [{ value: -0.01, low: -0.02, high: -0.005 }, "high poverty 1 point ahead"],
    [{ value: 0.25, low: null, high: null }, "high poverty 25 points behind"],
    [{ value: 0.02, low: -0.01, high: 0.05 }, "no clear gap"],
    [{ value: 0.02, low: 0, high: 0.05 }, "no clear gap"],
    [{ value: -0.02, low: -0.05, high: 0 }, "no clear gap"],
    [{ value: -0.004, low: -0.006, high: -0.002 }, "less than 1 point"],
    [{ value: 0, low: 0, high: 0 }, "no gap"],
  ] as const)("names the gap of %j %s, without high poverty where there is little room", ([gap, words]) => {
    expect(textOf(drawn({ ...risen, gap }))).toContain(words);
    // 320 pixels are left for the months at 484.
    expect(textOf(drawn({ ...risen, gap }, 484))).toContain(words);
    expect(textOf(drawn({ ...risen, gap }, 483))).toContain(words.replace("high poverty ", ""));
  });
  test("has no gap beyond the horizon, no funding where there is none, and all of it where it goes on", () => {
    expect(all(drawn({ ...risen, month: 60 }), "circle", "cx")).toEqual([[600], [600]]);
    expect(all(drawn({ ...risen, month: 61 }), "circle", "cx")).toEqual([]);
    expect(all(drawn({ ...risen, gap: null }), "circle", "cx")).toEqual([]);
    expect(all(drawn({ ...risen, funded: null }), "rect", "width")).toEqual([]);
    expect(all(drawn({ ...risen, funded: 72 }), "rect", "width")).toEqual([[720 - 44 - 120]]);
  });
  test("is a sentence where there are no thirds", () => {
    const { element, sentence } = tierGap({ ...risen, tiers: null }, { document });
    expect(sentence).toBe("Fewer than three schools: there are no poverty thirds to compare.");
    expect([element.getAttribute("height"), element.textContent]).toEqual(["48", expect.stringContaining(sentence)]);
    expect(element.querySelectorAll("path, circle, rect").length).toBe(0);
  });
});
