import { fc, test as property } from "@fast-check/vitest";
import { prepare, type ScenarioInput, scenario, strategies } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import { readLink } from "@uptake/study/link";
import { describe, expect, test } from "vitest";
import { effectNames, evidenceOf } from "./lever-evidence.js";
import { completedOf, leverNamed, usedIn, withLever } from "./lever-settings.js";
import { type PlanControl, planControls, settingCount, valueOfControl } from "./plan-controls.js";

const of = (strategy: string): ScenarioInput => ({ district: "small-rural", strategy });
const control = (name: string): PlanControl => planControls.find((one) => one.name === name)!;
const move = (input: ScenarioInput, name: string, value: number): ScenarioInput =>
  withLever(input, control(name).lever, control(name).write(value));
const valueIn = (input: ScenarioInput, name: string): number | undefined =>
  valueOfControl(control(name), usedIn(input, control(name).lever));

const anyMove = fc
  .constantFrom(...planControls)
  .chain(({ name, max, step }) =>
    fc.integer({ min: 0, max: Math.round(max / step) }).map((steps) => [name, steps * step] as const),
  );

describe("the controls of the plan", () => {
  test("reach every setting of every lever, and the plain ones every lever", () => {
    const reached = new Set(planControls.flatMap(({ lever, settings }) => settings.map((one) => `${lever}.${one}`)));
    expect(reached.size).toBe(settingCount);
    expect(new Set(planControls.filter(({ plain }) => plain).map(({ lever }) => lever)).size).toBe(13);
    expect(new Set(planControls.map(({ name }) => name)).size).toBe(planControls.length);
  });

  property.prop([fc.constantFrom(...strategies), fc.array(anyMove, { maxLength: 6 })], { numRuns: 60 })(
    "make a valid scenario of any strategy, and show what was set last",
    async ({ name: strategy }, moves) => {
      const input = moves.reduce((one, [name, value]) => move(one, name, value), of(strategy));
      expect(await validateScenario(input)).not.toHaveProperty("issues");
      const last = moves.at(-1);
      if (!last) return;
      const { lever, fraction, statusQuo } = control(last[0]);
      const nothing = usedIn(input, lever) === undefined;
      if (nothing) expect(fraction || last[1] === statusQuo).toBe(true);
      expect(valueIn(input, last[0])).toBeCloseTo(nothing ? statusQuo : last[1], 2);
    },
  );
});

describe("a lever that is set", () => {
  test("is written as the difference from the strategy, and forgotten when moved back", () => {
    const start = of("all-six-lessons");
    const away = move(start, "institutes", 9);
    expect(away.levers).toEqual({ learning: { institutes: 9 } });
    expect(move(away, "institutes", valueIn(start, "institutes")!)).toEqual(start);
  });

  test("and was not in use begins with nothing else in force", () => {
    const { levers } = scenario(move(of("business-as-usual"), "protection", 50));
    expect(levers).toEqual({ vision: { clarity: 0, equityPriority: 0, protection: 0.5 } });
  });

  test("and loses its last effect is switched off, as if it had never been", async () => {
    const state = move(of("coaching-only"), "coaching", 0);
    const off = await prepare(scenario(state));
    const without = await prepare(
      scenario({ district: "small-rural", levers: { entry: { cohorts: 1, every: 12, order: "random" } } }),
    );
    expect(off.districts[0]?.effects).toBeDefined();
    expect(off.districts[0]?.effects).toEqual(without.districts[0]?.effects);
    expect(move(of("business-as-usual"), "mandate", 0)).toEqual(of("business-as-usual"));
  });

  test("comes back with its own strength when it is moved up again", () => {
    const again = move(move(of("coaching-only"), "coaching", 0), "coaching", 4);
    expect(completedOf(again).levers["coaching"]).toMatchObject({ teachersPerCoach: 25 });
    expect(valueIn(again, "coaching")).toBe(4);
  });

  test("keeps when it starts and ends", () => {
    const later = withLever(of("all-six-lessons"), "coaching", { start: 12, end: 30 });
    expect(later.levers).toEqual({ coaching: { start: 12, end: 30 } });
    expect(withLever(later, "coaching", { start: undefined, end: undefined })).toEqual(of("all-six-lessons"));
  });

  test("gives the scenario that the first format of links gave", async () => {
    const { state } = await readLink(
      "?v=1&district=small-rural&strategy=coaching-only&coaching=7.5&time=2&departments=3",
    );
    const moved = [
      ["coaching", 7.5],
      ["time", 2],
      ["departments", 3],
    ] as const;
    const input = moved.reduce((one, [name, value]) => move(one, name, value), of("coaching-only"));
    expect(scenario(input).levers).toMatchObject({ coaching: scenario(state.scenario).levers["coaching"] });
    for (const [name, value] of moved) expect(valueIn(state.scenario, name)).toBeCloseTo(value, 2);
  });
});

test("every lever rests on parameters that there are", () => {
  for (const name of new Set(planControls.map(({ lever }) => lever))) {
    expect(evidenceOf(name).length, name).toBeGreaterThan(0);
    expect(leverNamed(name).lesson).not.toBe("");
  }
  const found = new Set(
    [...new Set(planControls.map(({ lever }) => lever))].flatMap((l) => evidenceOf(l).map((p) => p.name)),
  );
  expect(effectNames.filter((name) => !found.has(name))).toEqual([]);
});
