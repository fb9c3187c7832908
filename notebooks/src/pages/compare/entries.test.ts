import { startScenario } from "@uptake/study/link";
import { expect, test } from "vitest";
import { entriesOf } from "./entries.js";

const plan = (horizon: number) => ({ ...startScenario, horizon });

test("no two plans that are compared have one name, whatever a link holds", () => {
  const pinned = [48, 60].map((horizon) => ({ name: "A", scenario: plan(horizon) }));
  const entries = entriesOf({ get: () => ({ scenario: startScenario, pinned }) });
  expect(entries.map(({ name, pin }) => [name, pin])).toEqual([
    ["A", 0],
    ["A (2)", 1],
  ]);
});

test("the plan on show has a name of its own beside one that is pinned under its title", () => {
  const alone = entriesOf({ get: () => ({ scenario: startScenario }) });
  const title = alone[0]?.name ?? "";
  expect(title).not.toBe("");
  const both = entriesOf({ get: () => ({ scenario: startScenario, pinned: [{ name: title, scenario: plan(48) }] }) });
  expect(both.map(({ name }) => name)).toEqual([title, `${title} (2)`]);
});
