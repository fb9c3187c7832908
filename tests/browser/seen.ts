/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** Holds what is wrong with what is seen of a page: nothing, if all is well. */
export interface SeenFaults {
  /** Pixels by which the page is wider than the window. */
  readonly over: number;
  /** What stands outside of the window, or words of a chart outside of its figure. */
  readonly out: readonly string[];
  /** Words that lie over each other. */
  readonly overlaps: readonly string[];
  /** Words of charts that stand out from what is under them by less than 4.5 to 1. */
  readonly faint: readonly string[];
}

/** What a page has on which nothing is wrong. */
export const nothingWrong: SeenFaults = { over: 0, out: [], overlaps: [], faint: [] };

/** Waits until charts are as wide as their places. */
export function drawn(page: Page): Promise<unknown> {
  return page.waitForFunction(() =>
    [...document.querySelectorAll(".chart")].every((place) => {
      const chart = place.querySelector(":scope > svg");
      const wide = Math.floor(place.clientWidth);
      return !chart || wide < 240 || Number(chart.getAttribute("width")) === wide;
    }),
  );
}

/** Looks at a page as it is on show: whether all is within the window, side by side, and can be read. */
export function seenFaults(page: Page): Promise<SeenFaults> {
  return page.evaluate(() => {
    scrollTo(0, 0); // a curve that stays in sight while the page is scrolled lies over what is below it
    const { clientWidth, scrollWidth } = document.documentElement;
    const isSeen = (each: Element): boolean => each.checkVisibility({ visibilityProperty: true });
    const said = (each: Element): string => `${each.nodeName} ${(each.textContent ?? "").trim().slice(0, 40)}`;
    /** Tells whether an element can be scrolled into sight, or is cut by design. */
    const scrolls = (each: Element): boolean => {
      for (let at = each.parentElement; at && at !== document.body; at = at.parentElement)
        if (getComputedStyle(at).overflowX !== "visible") return true;
      return false;
    };
    const words = [...document.querySelectorAll<SVGTextElement>("#page .chart svg text")].filter(
      (each) => each.textContent !== "" && isSeen(each),
    );
    const out = [...document.querySelectorAll("body *")].filter((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      return width > 1 && (left < -1 || right > clientWidth + 1) && isSeen(each) && !scrolls(each);
    });
    const beyond = words.filter((each) => {
      const figure = each.closest(".figure, .chart")!.getBoundingClientRect();
      const { left, right } = each.getBoundingClientRect();
      return figure.width > 0 && (left < figure.left - 3 || right > figure.right + 3);
    });

    const texts = [...document.querySelectorAll<Element>("#page :is(h1, h2, h3, p)"), ...words]
      .filter((each) => !each.matches(".unseen, .answer-small") && each.textContent !== "" && isSeen(each))
      .map((each) => ({ each, box: each.getBoundingClientRect() }));
    const overlaps: string[] = [];
    for (const [i, a] of texts.entries())
      for (const b of texts.slice(i + 1)) {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (wide <= 3 || high <= 3 || a.each.contains(b.each) || b.each.contains(a.each)) continue;
        overlaps.push(`${said(a.each)} / ${said(b.each)}`);
      }

    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const colourOf = (text: string): Colour => {
      const [a = 0, b = 0, c = 0, alpha = 1] = (text.match(/-?[\d.]+(e-\d+)?/g) ?? []).map(Number);
      return text.startsWith("color(") ? [255 * a, 255 * b, 255 * c, alpha] : [a, b, c, alpha];
    };
    const onto = ([a, b, c]: Colour, [r, g, l, alpha]: Colour): Colour => {
      const mix = (under: number, over: number): number => under + alpha * (over - under);
      return [mix(a, r), mix(b, g), mix(c, l), 1];
    };
    const luminance = ([r, g, b]: Colour): number => {
      const channel = (value: number): number => {
        const share = value / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    };
    /** Returns the fill or stroke of a mark, with the opacities of all that it stands in. */
    const paintOf = (each: Element, kind: "fill" | "stroke"): Colour | undefined => {
      const style = getComputedStyle(each);
      if (style[kind] === "none") return undefined;
      let [r, g, b, alpha] = colourOf(style[kind]);
      alpha *= Number(kind === "fill" ? style.fillOpacity : style.strokeOpacity);
      for (let at: Element | null = each; at && at.nodeName !== "svg"; at = at.parentElement)
        alpha *= Number(getComputedStyle(at).opacity);
      return [r, g, b, alpha];
    };
    const paper = colourOf(getComputedStyle(document.body).backgroundColor);
    /** Returns the colour that a word of a chart lies on: its own edge, or what is drawn under its middle. */
    const under = (word: SVGTextElement): Colour => {
      const edge = paintOf(word, "stroke");
      if (edge && Number.parseFloat(getComputedStyle(word).strokeWidth) >= 2) return onto(paper, edge);
      const box = word.getBoundingClientRect();
      const middle = new DOMPoint(box.left + box.width / 2, box.top + box.height / 2);
      let colour = paper;
      for (const mark of word.ownerSVGElement!.querySelectorAll<SVGGeometryElement>("rect, path, circle, polygon")) {
        if (mark.closest("defs, clipPath")) continue;
        if (!(word.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_PRECEDING)) continue;
        const fill = paintOf(mark, "fill");
        const matrix = mark.getScreenCTM();
        if (!fill || !matrix || !mark.isPointInFill(middle.matrixTransform(matrix.inverse()))) continue;
        colour = onto(colour, fill);
      }
      return colour;
    };
    const faint = words.flatMap((word) => {
      const below = under(word);
      const fill = paintOf(word, "fill");
      if (!fill) return [];
      const [own, back] = [luminance(onto(below, fill)), luminance(below)];
      const ratio = (Math.max(own, back) + 0.05) / (Math.min(own, back) + 0.05);
      return ratio < 4.5 ? [`${said(word)} ${ratio.toFixed(2)}`] : [];
    });
    return { over: scrollWidth - clientWidth, out: [...out, ...beyond].map(said), overlaps, faint };
  });
}
