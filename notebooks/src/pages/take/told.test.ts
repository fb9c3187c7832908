import type { TakeAnswer } from "@uptake/study/questions";
import { expect, test } from "vitest";
import { beliefsOf, nameOf, unscaledNameOf, worksOf } from "./told.js";

const half = { probability: 0.5, low: 0.4, high: 0.6 };

test("where a plan works is told with beliefs in plain words, and each with its name in the model", () => {
  const box = {
    conditions: "office.authority exceeds 45.8% and support.office is below 0.3",
    parameters: ["office.authority", "support.office"],
    found: { density: 0.5, coverage: 0.5 },
    tested: { density: { ...half, replicates: 40 }, coverage: 0.5, mass: 0.3, base: 0.2 },
    stands: true,
  };
  const works = { label: "mandate", replicates: 100, works: { ...half, replicates: 100 }, box, none: null };
  const answer = { works, plans: [{ label: "mandate", found: false }] } as unknown as TakeAnswer;
  expect(worksOf(answer)).toContain(
    "“Mandate” reaches the target in 50% (40% to 60%) of them. It works more often where “How much say the office has over schools” exceeds 45.8% and “How much the office helps without a plan” is below 0.3: in worlds held out",
  );
  expect(worksOf({ ...answer, works: null })).toBe("Told once all runs of these plans are made.");
  expect(beliefsOf(["office.authority"])[0]).toMatch(
    /^“How much say the office has over schools” is office\.authority: .+\.$/,
  );
});

test("a plan that is scaled is named with and without that", () => {
  const plan = { label: "all-six-lessons-scale-up, scaled to the budget" };
  expect([nameOf(plan), unscaledNameOf(plan)]).toEqual([
    "All six, at scale-up cost, scaled to the budget",
    "All six, at scale-up cost",
  ]);
  expect(unscaledNameOf({ label: "plan 1" })).toBe("Found plan 1");
});
