/// <reference lib="dom" />
import { open, settle } from "../site.ts";
import { addAfterPaint, drag, letGo, type Moved, move } from "./moves.ts";
import { processorTime } from "./processor-time.ts";

/** Moves of a slider that are timed, after the first. */
const moves = 8;

/** Holds what a build took for a plan in one district. Times by the clock are in milliseconds, those of the processor in seconds. */
export interface PlanTimes {
  /** From opening a link to the first curve of runs of its plan, in a browser just started. */
  readonly opened: number;
  /** From opening it to all runs of the plan and of the district as today. */
  readonly openedAll: number;
  readonly openedCpu: number;
  /** The first move after that, and the median of the later ones. */
  readonly firstMove: Moved;
  readonly painted: number;
  readonly all: number;
  /** What a later move takes of the processor until all its runs are in. */
  readonly moveCpu: number;
  /** What a drag of three seconds takes, the first and the second. */
  readonly firstDragCpu: number;
  readonly dragCpu: number;
  /** How often the curve is drawn in a second of the second drag. */
  readonly redraws: number;
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Times the home page of the build in a folder for a plan in a district, in a browser of its own. */
export async function timePlan(folder: string, district: string): Promise<PlanTimes> {
  const site = await open("Chromium", undefined, folder);
  try {
    const context = await site.driver.context();
    const cpu = await processorTime(context);
    const page = await context.newPage();
    await addAfterPaint(page);
    await page.addInitScript(() => {
      // A curve that is there before any run is, as of the district as today, is not the plan's.
      let answered = false;
      window.Worker = class extends Worker {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args);
          this.addEventListener("message", () => {
            answered = true;
          });
        }
      };
      const isChart = (node: Node): boolean => node instanceof SVGSVGElement && node.closest(".chart-fan") !== null;
      new MutationObserver((changes, observer) => {
        if (!answered || !changes.some(({ addedNodes }) => [...addedNodes].some(isChart))) return;
        observer.disconnect();
        afterPaint(() => Object.assign(window, { painted: performance.now() }));
      }).observe(document, { childList: true, subtree: true });
    });
    const before = await cpu();
    const query = district === "" ? "?v=1&coaching=5" : `?v=1&district=${district}&coaching=5`;
    await page.goto(`${site.address}${query}`);
    await page.waitForFunction(() => "painted" in window);
    const opened = await page.evaluate(() => (window as unknown as { painted: number }).painted);
    await settle(page);
    const openedAll = await page.evaluate(() => performance.now());
    const openedCpu = (await cpu()) - before;

    const firstMove = await move(page, 9.75);
    const beforeMoves = await cpu();
    const later: Moved[] = [];
    for (let i = 0; i < moves; i++) later.push(await move(page, 0.5 + 0.25 * ((i * 7) % 37)));
    const moveCpu = ((await cpu()) - beforeMoves) / moves;

    const dragged = async (): Promise<{ cpu: number; redraws: number }> => {
      const began = await cpu();
      const redraws = await drag(page);
      const used = (await cpu()) - began;
      await letGo(page);
      await settle(page);
      return { cpu: used, redraws };
    };
    const firstDrag = await dragged();
    const secondDrag = await dragged();
    await context.close();
    return {
      opened,
      openedAll,
      openedCpu,
      firstMove,
      painted: medianOf(later.map(({ first }) => first)),
      all: medianOf(later.map(({ all }) => all)),
      moveCpu,
      firstDragCpu: firstDrag.cpu,
      dragCpu: secondDrag.cpu,
      redraws: secondDrag.redraws,
    };
  } finally {
    await site.close();
  }
}
