import { type DistrictLayout, depthStep, districtLayout } from "@uptake/charts";
import type { Film } from "@uptake/study/questions";
import { element } from "../../kit/element.js";
import { insideWords } from "../../words/inside.js";
import { Brush, drawFrames, drawPicked, drawTies } from "./brush.js";
import { type Picked, schoolOf } from "./view.js";

/** Holds the picture of a district, a dot a teacher, that changes month by month. */
export interface DistrictCanvas {
  readonly root: HTMLElement;
  /** Shows a film at a month. */
  load(film: Film, month: number): void;
  /** Shows a month; who changed in it is ringed for a moment while the film plays. */
  show(month: number, playing: boolean): void;
  pick(picked: Picked | undefined): void;
  /** Says whether all advice ties are drawn. */
  ties(all: boolean): void;
}

/** Milliseconds for which a change is ringed. */
const ringed = 240;

/** Height that is not exceeded while dots can be made smaller, in pixels. */
const most = 620;

/** Makes the picture. Layers from below: schools and ties, dots, what is picked. Only dots that change are drawn anew. */
export function districtCanvas(onPick: (picked: Picked | undefined) => void): DistrictCanvas {
  const layers = [0, 1, 2].map(() => element("canvas", { class: "district-layer", "aria-hidden": "true" }));
  const tip = element("div", { class: "district-tip", "aria-hidden": "true" });
  const root = element(
    "div",
    { class: "district", click: (event) => onPick(at(event as PointerEvent)) },
    ...layers,
    tip,
  );
  const reduced = matchMedia("(prefers-reduced-motion: reduce)");
  let film: Film | undefined;
  let month = 0;
  let picked: Picked | undefined;
  let allTies = false;
  let layout: DistrictLayout | undefined;
  let brush: Brush | undefined;
  let drawn = new Int8Array();
  let frame = 0;

  const place = (): void => {
    const width = Math.floor(root.clientWidth);
    if (!film || width < 200) return;
    layout = districtLayout(film.schools, film.team, { width, most });
    brush = new Brush(layers, layout, getComputedStyle(root));
    root.style.height = `${layout.height}px`;
    drawn = new Int8Array(film.slots).fill(-1);
    frames();
    dots();
    over();
  };
  const frames = (): void => {
    if (!film || !layout || !brush) return;
    drawFrames(brush, layout, film, month);
    if (allTies) drawTies(brush, layout, film, month);
  };
  /** Draws the dots that are otherwise than those on show, and returns their slots. */
  const dots = (): number[] => {
    const changed: number[] = [];
    if (!film || !layout || !brush) return changed;
    const { slots, schools, standing, stages, depths } = film;
    schools.forEach(({ first, teachers }, s) => {
      const open = (standing[month * schools.length + s]! & 1) === 1;
      for (let i = first; i < first + teachers; i++) {
        const stage = stages[month * slots + i]!;
        const next = open ? 4 * stage + depthStep(stage, depths[month * slots + i]!) : -2;
        if (drawn[i] === next) continue;
        if (drawn[i]! >= 0 && next >= 0 && drawn[i]! >> 2 !== stage) changed.push(i);
        drawn[i] = next;
        brush!.dot(layout!.x[i]!, layout!.y[i]!, next);
      }
    });
    return changed;
  };
  const over = (rings: readonly number[] = [], strength = 0): void => {
    if (film && layout && brush) drawPicked(brush, layout, film, picked, rings, strength);
  };
  const ring = (changed: readonly number[]): void => {
    cancelAnimationFrame(frame);
    const began = performance.now();
    const fade = (now: number): void => {
      const left = 1 - (now - began) / ringed;
      over(changed, Math.max(0, Math.min(1, left)));
      if (left > 0) frame = requestAnimationFrame(fade);
    };
    frame = requestAnimationFrame(fade);
  };

  /** Finds who is under the pointer: the nearest dot, or else the school. */
  const at = ({ clientX, clientY }: PointerEvent): Picked | undefined => {
    if (!film || !layout) return undefined;
    const { left, top } = root.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    const box = layout.boxes.find(
      (one) => x >= one.x - 2 && x <= one.x + one.width + 2 && y >= one.y - 16 && y <= one.y + one.height + 3,
    );
    if (!box) return undefined;
    const { first, teachers } = film.schools[box.school]!;
    let [nearest, least] = [-1, (0.75 * layout.pitch) ** 2];
    for (let i = first; i < first + teachers; i++) {
      const far = (layout.x[i]! - x) ** 2 + (layout.y[i]! - y) ** 2;
      if (far < least) [nearest, least] = [i, far];
    }
    return nearest >= 0 && film.numbers[nearest]! >= 0 ? { school: box.school, slot: nearest } : { school: box.school };
  };
  root.addEventListener("pointermove", (event) => {
    const found = event.pointerType === "touch" ? undefined : at(event);
    tip.hidden = !found;
    root.style.cursor = found ? "pointer" : "";
    if (!found || !film) return;
    tip.textContent = insideWords.tip(film, found, month);
    const { left, top } = root.getBoundingClientRect();
    const x = event.clientX - left;
    tip.style.left = `${x}px`;
    tip.style.top = `${event.clientY - top}px`;
    tip.classList.toggle("district-tip-before", x > root.clientWidth / 2);
  });
  root.addEventListener("pointerleave", () => {
    tip.hidden = true;
  });
  tip.hidden = true;
  new ResizeObserver(() => {
    if (layout?.width !== Math.floor(root.clientWidth)) place();
  }).observe(root);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", place);

  return {
    root,
    load(next, at) {
      film = next;
      month = at;
      place();
    },
    show(next, playing) {
      const before = month;
      month = next;
      if (film && standingDiffers(film, before, month)) frames();
      const changed = dots();
      if (playing && !reduced.matches) ring(changed);
      else {
        cancelAnimationFrame(frame);
        over();
      }
    },
    pick(next) {
      picked = next?.slot === undefined || !film ? next : { ...next, school: schoolOf(film, next.slot) };
      over();
    },
    ties(all) {
      allTies = all;
      frames();
    },
  };
}

/** Tells whether any school stands otherwise at one month than at another. */
function standingDiffers({ standing, schools }: Film, a: number, b: number): boolean {
  const count = schools.length;
  for (let s = 0; s < count; s++) if (standing[a * count + s] !== standing[b * count + s]) return true;
  return false;
}
