/** Says how a stage is marked. */
export interface StageMark {
  /** Name of the stage, as in `using`. */
  readonly name: string;
  /** Name of its colour in the theme. */
  readonly colour: "ghost" | "target" | "accent" | "rust";
  /** Whether its mark is filled, or drawn as a line. */
  readonly filled: boolean;
}

/** Lists the stages in the order of their numbers, told apart by the shape of their marks as well as by colour. */
export const stageMarks: readonly StageMark[] = [
  { name: "unaware", colour: "ghost", filled: false },
  { name: "aware", colour: "ghost", filled: true },
  { name: "trying", colour: "target", filled: true },
  { name: "using", colour: "accent", filled: true },
  { name: "owning", colour: "accent", filled: true },
  { name: "lapsed", colour: "rust", filled: false },
];

/** Steps of depth that marks show by their size. */
export const depthSteps: number = 4;

/** Returns the step 0 … 3 of a depth of 0 … 255; stages without practice have one size. */
export function depthStep(stage: number, depth: number): number {
  return stage >= 2 && stage <= 4 ? Math.min(depthSteps - 1, Math.floor((depth * depthSteps) / 256)) : 0;
}

const round = (value: number): number => Math.round(value * 100) / 100;

function circle(x: number, y: number, r: number): string {
  return `M${round(x - r)},${round(y)}a${round(r)},${round(r)} 0 1 0 ${round(2 * r)},0a${round(r)},${round(r)} 0 1 0 ${round(-2 * r)},0z`;
}

/** Returns the outline of a teacher's mark at a place: `pitch` is the distance between two teachers, in pixels. */
export function markPath(stage: number, step: number, x: number, y: number, pitch: number): string {
  const r = pitch * (0.27 + (0.17 * step) / (depthSteps - 1));
  switch (stage) {
    case 0:
      return circle(x, y, pitch * 0.17);
    case 1:
      return circle(x, y, pitch * 0.2);
    case 2: {
      const d = round(r * 1.15);
      return `M${round(x)},${round(y - r * 1.15)}l${d},${d}l${-d},${d}l${-d},${-d}z`;
    }
    case 3:
      return circle(x, y, r);
    case 4: {
      const side = round(r * 1.8);
      return `M${round(x - r * 0.9)},${round(y - r * 0.9)}h${side}v${side}h${-side}z`;
    }
    default: {
      const d = round(pitch * 0.25);
      return `M${round(x - d)},${round(y - d)}l${2 * d},${2 * d}m0,${-2 * d}l${-2 * d},${2 * d}`;
    }
  }
}
