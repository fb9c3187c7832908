import * as charts from "@uptake/charts";
import { InputError, scenario } from "@uptake/model";
import type { Evaluate } from "@uptake/study/evaluate";
import { rivalAssumptions } from "@uptake/study/rivals";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { exampleOf } from "../../../test-support/example-of.ts";
import { cellsOf, claimsWithoutGround, figuresWithoutTable } from "../../../test-support/figures-in-sentence.ts";
import { studyContext } from "../../../test-support/study-context.ts";
import type { AnswerTable } from "../../tables/table.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { rivalsKind } from "./rivals.ts";

const base = scenario({ district: "small-rural", horizon: 36 });

/** Lists the figures of an answer's sentence that its tables do not show, and the claims that they do not bear out. */
function ungrounded({ sentence, tables }: StudyAnswer, given: readonly number[] = []): string[] {
  const [, flips] = tables as [AnswerTable, AnswerTable];
  const open = (name: string): boolean => {
    const [low, high] = [cellsOf(flips, `${name}_low`), cellsOf(flips, `${name}_high`)];
    return low.some((end, r) => end === null || ((end as number) <= 0 && (high[r] as number) >= 0));
  };
  const beyond = new Set(cellsOf(flips, "rival").filter((_, r) => cellsOf(flips, "beyond_chance")[r] === true)).size;
  const claims = claimsWithoutGround(sentence, {
    better: () => flips.rows.length === 0 || new RegExp(`under ${beyond === 0 ? "none" : beyond} of`).test(sentence),
    "cannot tell": () => open("before"),
  });
  return [...figuresWithoutTable(sentence, tables, { given }), ...claims];
}

describe("what rivals say is in their tables", () => {
  const small = scenario({ district: "small-rural", horizon: 12, target: { month: 10 } });
  test.for<[string, object, RegExp]>([
    [
      "of three",
      { strategies: ["coaching-only", "mandate", "institutes-only"], replicates: 6 },
      /^The order of strategies flips/,
    ],
    ["of one", { strategies: ["mandate"], replicates: 6 }, /^Mean adoption .* with “mandate” is \d+% \(95% interval/],
    [
      "of one by cost",
      { strategies: ["mandate"], replicates: 6, measure: "cost", rivals: ["no-peers"] },
      /“mandate” is \$\d+k/,
    ],
    [
      "of two that are one and the same",
      { strategies: ["mandate", { base: "mandate", name: "twin" }], replicates: 4, rivals: ["no-peers"] },
      /is “mandate” and “twin” \(\d+%\); no two of them can be told apart/,
    ],
    [
      "of no rival that bears on it",
      { strategies: ["mandate", "coaching-only"], replicates: 3, measure: "depth50", rivals: ["measured-by-survey"] },
      /^No rival assumption was tried/,
    ],
    [
      "of more replicates than worlds",
      { strategies: ["mandate", "coaching-only"], replicates: 1100, rivals: ["no-peers"], month: 1 },
      /\(1,100 replicates in \d,\d+ kept worlds\)\.$/,
    ],
  ])("%s", async ([, fields, pattern]) => {
    const answer = await rivalsKind.run(rivalsKind.schema.parse(fields), small, studyContext());
    expect(answer.sentence).toMatch(pattern);
    expect(answer.sentence).not.toMatch(/NaN|undefined|null/);
    expect(ungrounded(answer, [0.5])).toEqual([]);
    const { document } = new JSDOM("").window;
    expect(answer.figures).toHaveLength(1);
    for (const { draw } of answer.figures)
      expect(draw(charts, { document, width: 600 }).sentence).not.toMatch(/NaN|undefined/);
  });
});

describe("rivals", () => {
  test("tell the order, and under which assumption it flips, of a planted flip", async () => {
    const planted: Evaluate = async (job) => ({
      values: Float64Array.from(
        job.evaluations.flatMap(({ plan, replicate }) => {
          const { name, switches } = job.plans[plan]!.scenario;
          const lead = switches.contagion === "none" && name === "coaching-only" ? -0.2 : 0;
          const value =
            (name === "coaching-only" ? 0.6 : 0.5) + lead + 0.001 * replicate * (name === "mandate" ? 1 : 2);
          return job.statistics.map(() => value);
        }),
      ),
      checksums: job.evaluations.map(() => "x"),
      failures: [],
    });
    const input = rivalsKind.schema.parse({
      strategies: ["coaching-only", "mandate"],
      rivals: ["no-peers", "levels-sum"],
      replicates: 8,
    });
    const answer = await rivalsKind.run(input, base, studyContext({ evaluate: planted }));
    expect(answer.sentence).toBe(
      "The order of strategies flips beyond chance under 1 of 2 rival assumptions: under “no-peers”, “coaching-only” less “mandate” goes from +10 points to −10 points; they change places in 100% of worlds, 95% interval 68% to 100%. The order by mean adoption in May of year 3 is “coaching-only” (61%), then “mandate” (50%) (8 kept worlds).",
    );
    expect(answer.tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ["rankings", 6],
      ["flips", 3],
    ]);
    expect(ungrounded(answer)).toEqual([]);
    const { document } = new JSDOM("").window;
    const [flips] = answer.figures;
    expect(flips!.draw(charts, { document, width: 600 }).sentence).toContain(
      "1 of 2 rival assumptions changes it beyond chance: “no-peers” (“coaching-only” with “mandate”)",
    );
    for (const { columns, rows } of answer.tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  });
  test("run the example that ships", async () => {
    const { input, scenario: own } = await exampleOf(rivalsKind);
    const answer = await rivalsKind.run({ ...input, replicates: 4 }, own, studyContext());
    expect(answer.sentence).toMatch(
      / The order by the mean of the share of teachers at depth \.5 or more in May of year 3 is .*\(4 kept worlds\)\.$/,
    );
    expect(ungrounded(answer, [0.5])).toEqual([]);
    expect(answer.checksums).toHaveLength(3 * rivalAssumptions.length * 4);
  });
  test("refuse unknown names", async () => {
    const refused = async (value: unknown): Promise<unknown> => {
      const error = await rivalsKind.run(rivalsKind.schema.parse(value), base, studyContext()).catch((e: unknown) => e);
      return error instanceof InputError ? error.issues : error;
    };
    expect(await refused({ strategies: ["coaching-onl", "mandate"] })).toMatchObject([
      { code: "unknown-strategy", path: "strategies[0]", nearest: "coaching-only" },
    ]);
    expect(await refused({ strategies: ["mandate"], rivals: ["no-peer"] })).toMatchObject([
      { code: "unknown-rival", path: "rivals[0]", nearest: "no-peers" },
    ]);
  });
});
