import { InputError, scenario } from "@uptake/model";
import type { Evaluate } from "@uptake/study/evaluate";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { exampleOf } from "../../../test-support/example-of.ts";
import { studyContext } from "../../../test-support/study-context.ts";
import { stressKind } from "./stress.ts";

const base = scenario({ district: "small-rural", horizon: 36 });

describe("a stress test", () => {
  test("tells who succeeds, what harms, what is forgone and when it fails", async () => {
    const late: Evaluate = async (job) => ({
      values: Float64Array.from(
        job.evaluations.flatMap(({ plan }) => {
          const { name, levers, shocks } = job.plans[plan]!.scenario;
          const start = levers["coaching"]?.start ?? 0;
          const cut = shocks.length > 0 ? 0.1 : 0;
          return job.statistics.map(() => (name === "coaching-only" ? (start > 6 ? 0.4 : 0.9) : 0.3) - cut);
        }),
      ),
      checksums: job.evaluations.map(() => "x"),
      failures: [],
    });
    const input = stressKind.schema.parse({
      strategies: ["coaching-only", "institutes-only"],
      shocks: ["none", "budget-cut"],
      draws: 160,
      threshold: { value: 0.85 },
      starts: { coaching: [0, 12] },
    });
    const answer = await stressKind.run(input, base, studyContext({ evaluate: late }));
    expect(answer.sentence).toContain(
      "In 160 kept worlds, without shocks, success (adoption of at least 85% in May of year 3) is most common with coaching-only: 50% of worlds (95% interval 42% to 58%), beyond chance more often than with any other.",
    );
    expect(answer.sentence).toContain("Of the shocks, budget-cut harms it most: success in 0% of worlds");
    expect(answer.sentence).toContain("with 10.0 points less adoption on average");
    expect(answer.sentence).toContain("it is the best in 160 of 160 worlds");
    expect(answer.notes[0]).toBe("institutes-only fails in every case.");
    for (const { columns, rows } of answer.tables) for (const row of rows) expect(row).toHaveLength(columns.length);
    const { document } = new JSDOM("").window;
    for (const { draw } of answer.figures)
      expect(draw({ document, width: 600 }).sentence).toContain("coaching-only fails");
  });
  test("runs the example that ships", async () => {
    const { input, scenario: own } = await exampleOf(stressKind);
    const answer = await stressKind.run({ ...input, draws: 12 }, own, studyContext());
    expect(answer.sentence).toMatch(/^In 12 kept worlds, without shocks, success \(adoption of at least 20%/);
    expect(answer.checksums).toHaveLength(2 * 2 * 12 + 2 * 5 * 12);
    expect(answer.tables.map(({ name }) => name)).toEqual([
      "strategies-under-shocks",
      "failure-boxes",
      "outcomes",
      "beliefs",
    ]);
  });
  test("refuses what cannot be asked, all at once", async () => {
    const refused = async (value: unknown): Promise<unknown> => {
      const error = await stressKind.run(stressKind.schema.parse(value), base, studyContext()).catch((e: unknown) => e);
      return error instanceof InputError ? error.issues : error;
    };
    const asked = { strategies: ["coaching-only"], shocks: ["pandemic-yer"], draws: 0, threshold: { value: 80 } };
    expect(await refused(asked)).toMatchObject([
      { code: "too-few", path: "strategies" },
      { code: "empty", path: "draws" },
      { code: "unknown-shock", path: "shocks[0]", nearest: "pandemic-year" },
      { code: "out-of-range", path: "threshold.value" },
    ]);
    expect(stressKind.schema.safeParse({ strategies: ["a", "b"], shock: [] }).success).toBe(false);
  });
});
