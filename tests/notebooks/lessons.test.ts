import { parameters, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { readMoved, sliderName, writeMoved } from "../../notebooks/src/pages/lessons/moved.ts";
import { told } from "../../notebooks/src/pages/lessons/networks.ts";
import { settingLabel } from "../../notebooks/src/pages/lessons/setting-label.ts";
import { tenSchools } from "../../notebooks/src/pages/lessons/ten-schools.ts";
import { barsOf, outcomeOf, verdictOf } from "../../notebooks/src/pages/lessons/told.ts";
import { inputOf, movable, places } from "../../notebooks/src/pages/lessons/trial.ts";
import { lessons } from "../../notebooks/src/pages/lessons/trials.ts";
import { checksumOf } from "../../notebooks/src/plan/prebuilt.ts";
import { lessonsWords } from "../../notebooks/src/words/lessons.ts";
import type { LessonTold } from "../../packages/study/src/questions/index.ts";
import { assessment } from "../patterns/lessons/assessment.ts";
import { departments } from "../patterns/lessons/departments.ts";
import { entry } from "../patterns/lessons/entry.ts";
import { guidance } from "../patterns/lessons/guidance.ts";
import { investment } from "../patterns/lessons/investment.ts";
import { tenSchools as tried } from "../patterns/lessons/programme.ts";
import { vision } from "../patterns/lessons/vision.ts";

const cards = [vision, assessment, investment, departments, entry, guidance];

describe("lessons on the page", () => {
  test("are the six of the lesson cards, in their district", () => {
    expect(lessons.map(({ name }) => name)).toEqual(cards.map(({ lever }) => lever));
    expect(tenSchools.schools).toEqual(tried.schools);
    for (const { name } of lessons) expect(lessonsWords.lessons).toHaveProperty(name);
  });

  test.for(lessons.flatMap((lesson) => places.map((place) => ({ lesson, place, title: `${lesson.name} ${place}` }))))(
    "$title is a trial of the cards",
    ({ lesson, place }) => {
      const { trials } = cards.find(({ lever }) => lever === lesson.name)!;
      const { using, instead, dollars, where, world, measure } = lesson.trials[place];
      const here = { using, instead, sum: dollars, where, world, measure };
      const shown = trials
        .filter(({ shows }) => shows === place)
        .map(({ using, instead, sum, where, world, measure }) => ({
          ...{ using, instead, sum: sum?.dollars, where, world, measure },
        }));
      expect(shown).toContainEqual(here);
      const input = inputOf(lesson, place);
      expect(input.scenario.levers).toEqual(using);
      expect(input.scenario.parameters?.values).toEqual(world ?? {});
      expect(() => scenario(input.scenario)).not.toThrow();
    },
  );

  test.for(
    lessons.flatMap(({ name, knobs }) => movable.map((place) => ({ title: `${name} ${place}`, knob: knobs[place] }))),
  )(
    "the slider of $title stays within what its number may be",
    ({ knob: { from, to, step, start, usual, belief, set } }) => {
      expect([start, usual].every((value) => value >= from && value <= to)).toBe(true);
      for (const value of [from, start, to])
        expect((value - from) / step).toBeCloseTo(Math.round((value - from) / step), 9);
      if (belief === undefined) return;
      const { prior } = parameters.find(({ name }) => name === belief)!;
      expect(prior).toMatchObject({ shape: "uniform", low: from, high: to });
      expect(Object.values(set(0.25).world ?? {})).toContain(0.25);
    },
  );

  test("have a checksum of their question that any change of it changes", () => {
    const prints = lessons.flatMap((lesson) => places.map((place) => checksumOf(inputOf(lesson, place))));
    expect(new Set(prints).size).toBe(prints.length);
    const [first] = lessons;
    expect(checksumOf(inputOf(first!, "win", 0.5))).not.toBe(prints[0]);
    expect(checksumOf(inputOf(first!, "win", 1))).toBe(prints[0]);
  });
});

describe("where sliders stand", () => {
  test("is written to the link and read from it, those left as they were left out", () => {
    const text = writeMoved(lessons, new Map(), sliderName(0, "win"), 0.5);
    expect(text).toBe("1win:0.5");
    const moved = readMoved(lessons, text);
    const more = writeMoved(lessons, moved, sliderName(3, "loss"), 3);
    expect(more).toBe("1win:0.5 4loss:3");
    expect(readMoved(lessons, more)).toEqual(
      new Map([
        ["1win", 0.5],
        ["4loss", 3],
      ]),
    );
    expect(writeMoved(lessons, moved, sliderName(0, "win"), 1)).toBeUndefined();
  });

  test("is put on a step, and left out where it makes no sense", () => {
    expect([...readMoved(lessons, "1win:0.6 1loss:9 7win:1 2loss: x 3loss:abc")]).toEqual([["1win", 0.5]]);
    const all = lessons.flatMap((_, i) => movable.map((place) => `${sliderName(i, place)}:0.25`)).join(" ");
    expect(all.length).toBeLessThanOrEqual(200);
  });
});

describe("what is told", () => {
  const answer = (low: number, high: number): LessonTold => {
    const summary = { mean: 0.3, low: 0.25, high: 0.35, p10: 0.1, p90: 0.5, replicates: 64 };
    const plan = { reached: summary, plannedCost: 1e6, spent: summary, checksums: ["a", "b"] };
    return {
      ...{ version: "0", seed: "a", parameters: "sampled", replicates: 64, worlds: 64, series: "adoption", month: 34 },
      ...{ using: plan, instead: plan, ahead: 40, behind: 20, failures: 0 },
      difference: { estimate: (low + high) / 2, low, high, replicates: 64, paired: true },
    };
  };
  test("is a win or a loss only where the interval lies on one side of zero", () => {
    expect(outcomeOf(answer(0.01, 0.03))).toBe("ahead");
    expect(outcomeOf(answer(-0.03, -0.01))).toBe("behind");
    expect(outcomeOf(answer(-0.01, 0.03))).toBe("even");
    expect(outcomeOf(answer(0, 0.03))).toBe("even");
  });
  test("waits for all three answers", () => {
    const [win, ordinary, loss] = [answer(0.01, 0.03), answer(-0.01, 0.01), answer(-0.03, -0.01)];
    expect(verdictOf({ win, ordinary })).toBeUndefined();
    expect(verdictOf({ win, ordinary, loss })).toEqual([
      "It can win, and it can lose.",
      "In worlds as the model believes them it cannot be told from the other plan.",
    ]);
    expect(verdictOf({ win: loss, ordinary, loss: win })?.[0]).toBe("Both places have turned.");
    expect(barsOf({ win, loss })?.rows.map(({ label }) => label)).toEqual(["Where it wins", "Where it loses"]);
    expect(barsOf({})).toBeUndefined();
  });
});

describe("networks and places", () => {
  test("are ten and three, and every setting of theirs has a name in words", () => {
    expect(told.filter(({ kind }) => kind === "network")).toHaveLength(10);
    expect(told.filter(({ kind }) => kind === "district")).toHaveLength(3);
    const names = told.flatMap(({ readings }) => readings.flatMap(({ settings }) => settings));
    for (const name of names) expect(settingLabel(name), name).not.toMatch(/^[a-z]+(\.[a-zA-Z]+)?$/);
  });
});
