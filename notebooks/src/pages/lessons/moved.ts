import { type Lesson, type Movable, movable } from "./trial.js";

/** Says where the sliders of each lesson stand that are not where they stood at first. */
export type Moved = ReadonlyMap<string, number>;

/** Names a slider: the number of its lesson, and its place. */
export const sliderName = (lesson: number, place: Movable): string => `${lesson + 1}${place}`;

/** Reads what a link holds of the sliders, as in `1win:0.5 4loss:3`; what it does not know it leaves out. */
export function readMoved(lessons: readonly Lesson[], text = ""): Moved {
  const known = new Map(
    lessons.flatMap(({ knobs }, i) => movable.map((place) => [sliderName(i, place), knobs[place]] as const)),
  );
  return new Map(
    text.split(" ").flatMap((part) => {
      const [name = "", given = ""] = part.split(":");
      const knob = known.get(name);
      const value = Number(given);
      if (!knob || given === "" || !(value >= knob.from && value <= knob.to)) return [];
      const stepped = knob.from + Math.round((value - knob.from) / knob.step) * knob.step;
      return [[name, Number(stepped.toFixed(3))] as const];
    }),
  );
}

/** Writes where a slider stands among the others; undefined where all stand where they stood at first. */
export function writeMoved(lessons: readonly Lesson[], before: Moved, name: string, value: number): string | undefined {
  const moved = new Map(before).set(name, value);
  const parts = lessons.flatMap(({ knobs }, i) =>
    movable.flatMap((place) => {
      const at = moved.get(sliderName(i, place));
      return at === undefined || at === knobs[place].start ? [] : [`${sliderName(i, place)}:${at}`];
    }),
  );
  return parts.length === 0 ? undefined : parts.join(" ");
}
