/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** Holds milliseconds from the move of a slider to the first curve of its plan, and to all runs of it, both painted. */
export interface Moved {
  readonly first: number;
  readonly all: number;
}

declare global {
  /** Calls back when the page's thread is through with the frame that shows what was just changed. */
  var afterPaint: (done: () => void) => void;
}

/** Gives a page `afterPaint`, before its scripts run. */
export function addAfterPaint(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const nextFrame = window.requestAnimationFrame.bind(window);
    let inFrame = false;
    // What changes while a frame is made is in that frame; what changes in between, in the next.
    window.requestAnimationFrame = (draw) =>
      nextFrame((now) => {
        inFrame = true;
        setTimeout(() => {
          inFrame = false;
        });
        draw(now);
      });
    window.afterPaint = (done) => {
      if (inFrame) setTimeout(done);
      else nextFrame(() => setTimeout(done));
    };
  });
}

const slider = "#control-coaching";
const place = ".chart-fan";

/** Moves the slider of coaching to a value and lets it go, as a click on its track does. */
export function move(page: Page, value: number): Promise<Moved> {
  return page.evaluate(
    ({ to, range: rangeName, chart: chartName }) =>
      new Promise<Moved>((resolve) => {
        const chart = document.querySelector(chartName) as HTMLElement;
        const range = document.querySelector(rangeName) as HTMLInputElement;
        const before = chart.dataset["settled"];
        let first = 0;
        const began = performance.now();
        const isChart = (node: Node): boolean => node instanceof SVGSVGElement;
        const observer = new MutationObserver((changes) => {
          const drawn = changes.some(({ addedNodes }) => [...addedNodes].some(isChart));
          afterPaint(() => {
            if (drawn) first ||= performance.now() - began;
            const { settled } = chart.dataset;
            if (first === 0 || settled === undefined || settled === before) return;
            observer.disconnect();
            resolve({ first, all: performance.now() - began });
          });
        });
        observer.observe(chart, { childList: true, attributeFilter: ["data-settled"] });
        const tell = (event: Event): boolean => range.dispatchEvent(event);
        tell(new PointerEvent("pointerdown", { bubbles: true }));
        range.valueAsNumber = to;
        tell(new Event("input", { bubbles: true }));
        tell(new PointerEvent("pointerup", { bubbles: true }));
        tell(new Event("change", { bubbles: true }));
      }),
    { to: value, range: slider, chart: place },
  );
}

/** Seconds that a drag takes. */
const dragSeconds = 3;

/** Drags the slider to and fro, a step or more each frame, without letting go, and counts redraws a second. */
export function drag(page: Page): Promise<number> {
  return page.evaluate(
    ({ seconds, range: rangeName, chart: chartName }) =>
      new Promise<number>((resolve) => {
        const range = document.querySelector(rangeName) as HTMLInputElement;
        let redraws = 0;
        const observer = new MutationObserver((changes) => {
          redraws += changes.filter(({ addedNodes }) =>
            [...addedNodes].some((node) => node instanceof SVGSVGElement),
          ).length;
        });
        observer.observe(document.querySelector(chartName) as Element, { childList: true });
        range.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
        const began = performance.now();
        const step = (now: number): void => {
          if (now - began > 1000 * seconds) {
            observer.disconnect();
            resolve(redraws / seconds);
            return;
          }
          range.valueAsNumber = 5.25 + 4.75 * Math.sin((now - began) / 200);
          range.dispatchEvent(new Event("input", { bubbles: true }));
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    { seconds: dragSeconds, range: slider, chart: place },
  );
}

/** Lets go of the slider after a drag. */
export function letGo(page: Page): Promise<void> {
  return page.evaluate((rangeName) => {
    const range = document.querySelector(rangeName) as HTMLInputElement;
    range.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    range.dispatchEvent(new Event("change", { bubbles: true }));
  }, slider);
}
