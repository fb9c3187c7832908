import * as charts from "@uptake/charts";
import { InputError, scenario } from "@uptake/model";
import type { Evaluate } from "@uptake/study/evaluate";
import { type StressOptions, stress } from "@uptake/study/stress";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { exampleOf } from "../../../test-support/example-of.ts";
import { claimsWithoutGround, figuresWithoutTable } from "../../../test-support/figures-in-sentence.ts";
import { studyContext } from "../../../test-support/study-context.ts";
import type { AnswerTable } from "../../tables/table.ts";
import { type StrategyList, strategyScenarios } from "../strategy-scenarios.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { stressKind } from "./stress.ts";
import { answerStress } from "./stress-answer.ts";

const base = scenario({ district: "small-rural", horizon: 36 });

/** Lists the figures of an answer's sentence that its tables do not show, and the claims that they do not bear out. */
function ungrounded({ sentence, tables }: StudyAnswer, given: readonly number[]): string[] {
  const about = tables.filter(({ name }) => ["strategies-under-shocks", "failures", "failure-boxes"].includes(name));
  const [told] = about as [AnswerTable];
  const rows = told.rows.map((row) => Object.fromEntries(told.columns.map(({ name }, c) => [name, row[c]])));
  const [first] = rows;
  const spared = rows.filter(({ shock }) => shock === first?.["shock"]);
  const lower = sentence.includes("success is cost");
  const hurt = rows.filter((row) => (lower ? (row["change_low"] as number) > 0 : (row["change_high"] as number) < 0));
  const claims = claimsWithoutGround(sentence, {
    better: () => spared.every((row) => row["success_place"] === 1 || row["success_tied"] === false),
    best: () => spared.some((row) => (row["regret_place"] as number) >= 1),
    most: () => /succeeds most often|harms .* most/.test(sentence) && spared.some((row) => row["success_place"] === 1),
    least: () => spared.filter((row) => row["regret_place"] === 1).length === 1 || !/forgoes least/.test(sentence),
    harms: () =>
      hurt.some(({ strategy, shock }) => sentence.includes(`${shock} harms “${strategy}”`)) ||
      /No shock can be told to harm|not told from chance whether/.test(sentence),
    "cannot tell": () =>
      rows.some((row) => [row["success_tied"], row["regret_tied"], row["change_tied"]].includes(true)) ||
      about[1]!.rows.some((row) => String(row.at(-1)).includes("told from chance")) ||
      /can be told to harm/.test(sentence),
  });
  return [...figuresWithoutTable(sentence, about, { given }), ...claims];
}

describe("what a stress test says is in its tables", () => {
  const small = scenario({ district: "small-rural", horizon: 20, target: { share: 0.2, month: 10 } });
  const both = ["coaching-only", "all-six-lessons"];
  test.for<[string, StressOptions & { strategies: StrategyList }, RegExp, number?]>([
    ["of a usual one", { strategies: both, draws: 12 }, /harms|No shock/],
    ["of one strategy", { strategies: ["mandate"], draws: 8 }, /^“mandate” succeeds in \d+% of worlds/],
    [
      "of a threshold never met",
      { strategies: both, draws: 6, threshold: { value: 1 } },
      /^No strategy succeeds in any world/,
      1,
    ],
    [
      "of one always met",
      { strategies: both, draws: 6, threshold: { value: 0 } },
      /^Every strategy succeeds in every world/,
      0,
    ],
    ["of two worlds", { strategies: both, draws: 2, shocks: ["none", "policy-churn"] }, /kept worlds without shocks/],
    [
      "without a set of no shocks",
      { strategies: both, draws: 6, shocks: ["budget-cut", "pandemic-year"] },
      /under budget-cut/,
    ],
    [
      "of costs, where nothing is spent",
      { strategies: ["business-as-usual", "mandate"], draws: 8, threshold: { measure: "cost", value: 400_000 } },
      /No shock changes the outcome of “business-as-usual” in any world/,
      400_000,
    ],
    [
      "of strategies that are one and the same",
      {
        strategies: ["coaching-only", { base: "coaching-only", name: "twin" }],
        draws: 6,
        shocks: ["none", "budget-cut"],
      },
      /equally (often|little)|No strategy forgoes anything/,
    ],
    ["of draws from the priors", { strategies: both, draws: 5, worlds: "priors" }, /5 worlds of the priors/],
  ])("%s", async ([, fields, pattern, given = 0.2]) => {
    const { strategies, ...options } = fields;
    const answer = answerStress(await stress(await strategyScenarios(strategies, small), options));
    expect(answer.sentence).toMatch(pattern);
    expect(answer.sentence).not.toMatch(/NaN|undefined|null|−0\.0|\+0\.0/);
    expect(ungrounded(answer, [given])).toEqual([]);
    const { document } = new JSDOM("").window;
    expect(answer.figures.map(({ name }) => name)[0]).toBe("success-by-shock");
    for (const { draw } of answer.figures)
      expect(draw(charts, { document, width: 600 }).sentence).not.toMatch(/NaN|undefined/);
  });
  test("and a shock that changes nothing harms nobody", async () => {
    const still: Evaluate = async (job) => ({
      values: Float64Array.from(
        job.evaluations.flatMap(({ replicate }) => job.statistics.map(() => 0.5 + 0.01 * replicate)),
      ),
      checksums: job.evaluations.map(() => "x"),
      failures: [],
    });
    const input = stressKind.schema.parse({ strategies: both, draws: 4, shocks: ["none", "budget-cut"] });
    const answer = await stressKind.run(input, small, studyContext({ evaluate: still }));
    expect(answer.sentence).toContain("budget-cut changes the outcome of “coaching-only” in no world.");
    expect(answer.sentence).not.toContain("harm");
    const row = answer.tables[0]!.rows.map((one) => one.slice(0, 7));
    expect(row[0]).toEqual(["coaching-only", "none", 1, expect.any(Number), 1, 1, true]);
  });
});

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
    const asked = {
      strategies: ["coaching-only", "institutes-only"],
      shocks: ["none", "budget-cut"],
      draws: 160,
      threshold: { value: 0.85 },
      starts: { coaching: [0, 12] },
    };
    const input = stressKind.schema.parse(asked);
    const answer = await stressKind.run(input, base, studyContext({ evaluate: late }));
    expect(answer.sentence).toMatch(
      /^“coaching-only” succeeds most often, in 50% of worlds \(95% interval 42% to 58%\), beyond chance more often than “institutes-only” \(160 kept worlds without shocks; success is adoption of at least 85% in May of year 3\)\./,
    );
    expect(answer.sentence).toContain(
      "budget-cut harms “coaching-only”: −10.0 points of adoption on average (95% interval −10.0 to −10.0 points); success then comes in 0% of worlds",
    );
    expect(answer.sentence).toContain("it is the best in 160 of 160 worlds");
    expect(answer.sentence).toMatch(/“coaching-only” fails when .*: of the cases there \d+% fail \(density\)/);
    expect(answer.notes[0]).toBe("“institutes-only” fails in every case.");
    expect(ungrounded(answer, [0.85])).toEqual([]);
    for (const { columns, rows } of answer.tables) for (const row of rows) expect(row).toHaveLength(columns.length);
    const { document } = new JSDOM("").window;
    const [success] = answer.figures.map(({ draw }) => draw(charts, { document, width: 600 }).sentence);
    expect(success).toContain(
      "“coaching-only” in 50% of worlds (95% interval 42% to 58%) under “none” and 0% of worlds",
    );
    const often = stressKind.schema.parse({ ...asked, shocks: ["none"], threshold: { value: 0.75 } });
    const [, box] = (await stressKind.run(often, base, studyContext({ evaluate: late }))).figures;
    expect(box!.draw(charts, { document, width: 600 }).sentence).toContain(
      "“coaching-only” fails when coaching starts after month",
    );
  });
  test("runs the example that ships", async () => {
    const { input, scenario: own } = await exampleOf(stressKind);
    const answer = await stressKind.run({ ...input, draws: 12 }, own, studyContext());
    expect(answer.sentence).toContain("(12 kept worlds without shocks; success is adoption of at least 20% in May of");
    expect(ungrounded(answer, [own.target.share])).toEqual([]);
    expect(answer.checksums).toHaveLength(2 * 2 * 12 + 2 * 5 * 12);
    expect(answer.tables.map(({ name }) => name)).toEqual([
      "strategies-under-shocks",
      "failures",
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
    const asked = {
      strategies: ["coaching-only", "coaching-only"],
      shocks: ["pandemic-yer"],
      draws: 0,
      threshold: { value: 80 },
    };
    expect(await refused(asked)).toMatchObject([
      { code: "repeated-name", path: "strategies[1]" },
      { code: "empty", path: "draws" },
      { code: "unknown-shock", path: "shocks[0]", nearest: "pandemic-year" },
      { code: "out-of-range", path: "threshold.value" },
    ]);
    expect(stressKind.schema.safeParse({ strategies: ["a", "b"], shock: [] }).success).toBe(false);
  });
});
