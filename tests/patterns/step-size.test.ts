import { defaultWorld, simulate } from "@uptake/model";
import { expect, test } from "vitest";
import { interpret } from "../../packages/model/test-support/interpreter.ts";
import { OWNING, USING } from "../../packages/model/test-support/state.ts";
import { figure } from "./figures.ts";
import { estimate, identicalSchools, mean, planOf } from "./support.ts";

// A month is a choice, so the results must not hang on it: the reference interpreter takes the same rules in half-months,
// with the same worlds and draws, and mean adoption may move by less than one point. Monthly runs are the kernel's, which
// the interpreter agrees with bit for bit.

/** Pairs of runs: more where adoption rises fastest, whose difference spreads most. */
const replicatesOf = (name: string): number => (name === "all-six-lessons-scale-up" ? 512 : 128);
const seed = "step";
const limit = 0.01;
const district = identicalSchools(8, 30);
const indices = [34, 58] as const;
const casesOf = (name: string): string =>
  `${replicatesOf(name)} pairs of runs, 8 schools of 30 teachers, records' defaults, where adoption rises fastest`;

const strategies = ["business-as-usual", "coaching-only", "mandate", "all-six-lessons-scale-up"] as const;

const points = (value: number): string => (100 * value).toFixed(2);
const interval = ({ mean, error }: ReturnType<typeof estimate>): string =>
  `${points(mean)} (${points(mean - 1.96 * error)} to ${points(mean + 1.96 * error)})`;

for (const name of strategies) {
  test(`half-months move the adoption of ${name} by less than a point`, async (context) => {
    const parameters = { draw: "fixed", values: defaultWorld() } as const;
    const plan = await planOf({ district, strategy: name, horizon: 58, parameters });
    const pairs = Array.from({ length: replicatesOf(name) }, (_, replicate) => ({
      months: simulate(plan, { seed, replicate }).measures.adoption,
      halves: interpret(plan, { seed, replicate, stepsPerMonth: 2 }),
    }));
    for (const index of indices) {
      const byHalves = pairs.map(({ halves }) => {
        const { teachers } = halves[index]![0]!;
        return teachers.filter(({ stage }) => stage === USING || stage === OWNING).length / teachers.length;
      });
      const difference = estimate(pairs.map(({ months }, r) => byHalves[r]! - months[index]!));
      const holds = Math.abs(difference.mean) + 1.96 * difference.error < limit;
      figure(context, {
        pattern: "step-size",
        statistic: `adoption of ${name} at index ${index} in half-months less whole months`,
        simulated: `${interval(difference)} points of ${points(mean(pairs.map(({ months }) => months[index]!)))}`,
        tolerance: "the interval inside ±1 point",
        holds,
        cases: casesOf(name),
      });
      expect(holds, `index ${index}`).toBe(true);
    }
  });
}
