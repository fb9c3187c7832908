import { type DistrictLayout, gutterOf, linePoverty, markPath, stageMarks } from "@uptake/charts";
import type { Film } from "@uptake/study/questions";
import { insideWords } from "../../words/inside.js";
import { type Picked, tiesOf } from "./view.js";

/** Draws on the layers of a picture, in pixels of the page, with the colours of the page's scheme. */
export class Brush {
  readonly below: CanvasRenderingContext2D;
  readonly dots: CanvasRenderingContext2D;
  readonly over: CanvasRenderingContext2D;
  readonly #colours = new Map<string, string>();
  readonly #style: CSSStyleDeclaration;
  readonly #sprites: HTMLCanvasElement;
  readonly #scale: number;
  readonly #pitch: number;

  /** Sizes the layers for a layout, and clears them. */
  constructor(
    layers: readonly HTMLCanvasElement[],
    { width, height, pitch }: DistrictLayout,
    style: CSSStyleDeclaration,
  ) {
    this.#style = style;
    this.#pitch = pitch;
    this.#scale = Math.min(3, Math.max(1, devicePixelRatio));
    const contexts = layers.map((layer) => {
      layer.width = Math.round(width * this.#scale);
      layer.height = Math.round(height * this.#scale);
      const context = layer.getContext("2d")!;
      context.scale(this.#scale, this.#scale);
      return context;
    });
    [this.below, this.dots, this.over] = contexts as [
      CanvasRenderingContext2D,
      CanvasRenderingContext2D,
      CanvasRenderingContext2D,
    ];
    this.#sprites = this.#paint();
  }

  /** Returns a colour of the page, as in `accent`. */
  colour(name: string): string {
    const kept = this.#colours.get(name) ?? this.#style.getPropertyValue(`--${name}`).trim();
    this.#colours.set(name, kept);
    return kept;
  }

  /** Draws the mark of a stage and depth (4 × stage + step of depth; none below 0) in place of what was there. */
  dot(x: number, y: number, mark: number): void {
    const half = this.#pitch / 2;
    this.dots.clearRect(x - half, y - half, this.#pitch, this.#pitch);
    if (mark < 0) return;
    const cell = Math.ceil(this.#pitch * this.#scale);
    const size = cell / this.#scale;
    this.dots.drawImage(this.#sprites, mark * cell, 0, cell, cell, x - size / 2, y - size / 2, size, size);
  }

  /** Paints every mark once, side by side. */
  #paint(): HTMLCanvasElement {
    const cell = Math.ceil(this.#pitch * this.#scale);
    const sheet = document.createElement("canvas");
    sheet.width = cell * 4 * stageMarks.length;
    sheet.height = cell;
    const context = sheet.getContext("2d")!;
    stageMarks.forEach(({ colour, filled }, stage) => {
      for (let step = 0; step < 4; step++) {
        const centre = cell * (4 * stage + step + 0.5);
        const path = new Path2D(markPath(stage, step, centre, cell / 2, this.#pitch * this.#scale));
        context.fillStyle = context.strokeStyle = this.colour(colour);
        context.lineWidth = this.#scale * (stage === 5 ? 1.4 : 1);
        if (filled) context.fill(path);
        else context.stroke(path);
      }
    });
    return sheet;
  }
}

/** Draws the schools: their frames and names, a bar under those in the programme, a dashed frame before one opens. */
export function drawFrames(brush: Brush, layout: DistrictLayout, { schools, standing }: Film, month: number): void {
  const { below } = brush;
  const gutter = gutterOf(layout.width);
  below.fillStyle = brush.colour("paper");
  below.fillRect(0, 0, layout.width, layout.height);
  below.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  below.lineWidth = 1;
  for (const { school, x, y, width, height, label } of layout.boxes) {
    const at = standing[month * schools.length + school]!;
    below.setLineDash((at & 1) === 1 ? [] : [3, 3]);
    below.strokeStyle = brush.colour("hair");
    below.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    below.fillStyle = brush.colour("muted");
    below.fillText(label, x, y - 5);
    below.fillStyle = brush.colour("accent");
    if (at === 3) below.fillRect(x, y + height - 2, width, 3);
  }
  below.setLineDash([]);
  below.fillStyle = brush.colour("muted");
  for (const line of layout.lines) {
    const share = linePoverty(line);
    if (gutter === 0) below.fillText(`${insideWords.lowIncome} ${share}`, 0, line.y - 21);
    else {
      below.fillText(insideWords.lowIncome, 0, line.y + 12);
      below.fillText(share, 0, line.y + 26);
    }
  }
}

/** Draws all advice ties, faintly. */
export function drawTies(brush: Brush, { x, y }: DistrictLayout, film: Film, month: number): void {
  const { below } = brush;
  const { schools, standing, tieStart, ties } = film;
  const open = new Uint8Array(film.slots);
  schools.forEach(({ first, teachers }, s) => {
    open.fill(standing[month * schools.length + s]! & 1, first, first + teachers);
  });
  below.strokeStyle = brush.colour("ghost");
  below.globalAlpha = 0.28;
  below.lineWidth = 0.7;
  below.beginPath();
  for (let i = 0; i < film.slots; i++) {
    for (let t = tieStart[i]!; t < tieStart[i + 1]!; t++) {
      const to = ties[t]!;
      if (open[i] === 0 || open[to] === 0) continue;
      below.moveTo(x[i]!, y[i]!);
      below.lineTo(x[to]!, y[to]!);
    }
  }
  below.stroke();
  below.globalAlpha = 1;
}

/** Draws what is picked, with its advice ties, and rings round those who just changed. */
export function drawPicked(
  brush: Brush,
  layout: DistrictLayout,
  film: Film,
  picked: Picked | undefined,
  rings: readonly number[],
  strength: number,
): void {
  const { over } = brush;
  const { x, y, pitch } = layout;
  over.clearRect(0, 0, layout.width, layout.height);
  if (strength > 0) {
    over.globalAlpha = strength;
    over.strokeStyle = brush.colour("ink");
    over.lineWidth = 1;
    over.beginPath();
    for (const i of rings) {
      over.moveTo(x[i]! + pitch * 0.5, y[i]!);
      over.arc(x[i]!, y[i]!, pitch * 0.5, 0, 2 * Math.PI);
    }
    over.stroke();
    over.globalAlpha = 1;
  }
  if (!picked) return;
  over.strokeStyle = brush.colour("ink");
  const box = layout.boxes.find(({ school }) => school === picked.school);
  if (box) {
    over.lineWidth = picked.slot === undefined ? 2 : 1;
    over.strokeRect(box.x - 0.5, box.y - 0.5, box.width + 1, box.height + 1);
  }
  const { slot } = picked;
  if (slot === undefined) return;
  const { asks, asked } = tiesOf(film, slot);
  const lines = (ends: readonly number[], dash: readonly number[]): void => {
    over.setLineDash([...dash]);
    over.beginPath();
    for (const end of ends) {
      over.moveTo(x[slot]!, y[slot]!);
      over.lineTo(x[end]!, y[end]!);
    }
    over.stroke();
    over.setLineDash([]);
  };
  over.lineWidth = 1.2;
  lines(asks, []);
  lines(asked, [2, 3]);
  over.lineWidth = 2;
  over.beginPath();
  over.arc(x[slot]!, y[slot]!, pitch * 0.62, 0, 2 * Math.PI);
  over.stroke();
}
