import { describe, expect, test } from "vitest";
import { Steps } from "./steps.js";

describe("steps", () => {
  const clock = () => {
    let now = 0;
    const steps = new Steps<string>("start", 0, () => now);
    return { steps, after: (ms: number) => (now += ms) };
  };

  test("ten slow key presses at one slider are one step, and a press at another is the next", () => {
    const { steps, after } = clock();
    const made = Array.from({ length: 10 }, (_, press) => {
      after(900);
      return steps.add(`coaching ${press}`, "coaching 1");
    });
    expect(made).toEqual(["new", ...Array(9).fill("same")]);
    expect(steps.at).toBe(1);
    after(900);
    expect(steps.add("time", "time 1")).toBe("new");
    expect([steps.at, steps.go(1), steps.canRedo, steps.canUndo]).toEqual([2, "coaching 9", true, true]);
  });

  test("a second drag, a pause, a choice and an undo each begin a step", () => {
    const { steps, after } = clock();
    steps.add("a", "drag 1");
    expect(steps.add("b", "drag 2")).toBe("new");
    after(6000);
    expect(steps.add("c", "drag 2")).toBe("new");
    expect(steps.add("d")).toBe("new");
    expect(steps.add("e")).toBe("new");
    steps.go(4);
    expect(steps.add("f", "drag 2")).toBe("new");
    expect([steps.at, steps.canRedo]).toEqual([5, false]);
  });

  test("one that changed nothing is taken back", () => {
    const { steps } = clock();
    steps.add("same as the start");
    steps.drop();
    expect([steps.at, steps.canUndo, steps.canRedo]).toEqual([0, false, false]);
  });

  test("of another visit to the page are not known", () => {
    const steps = new Steps("here", 3);
    expect([steps.canUndo, steps.go(2)]).toEqual([true, undefined]);
    steps.keep("read from its link");
    expect(steps.go(2)).toBe("read from its link");
  });
});
