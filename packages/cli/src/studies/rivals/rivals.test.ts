import { InputError, scenario } from "@uptake/model";
import type { Evaluate } from "@uptake/study/evaluate";
import { rivalAssumptions } from "@uptake/study/rivals";
import { describe, expect, test } from "vitest";
import { exampleOf } from "../../../test-support/example-of.ts";
import { studyContext } from "../../../test-support/study-context.ts";
import { rivalsKind } from "./rivals.ts";

const base = scenario({ district: "small-rural", horizon: 36 });

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
      "In 8 kept worlds, ranked by mean adoption in May of year 3, the order is coaching-only (61%), then mandate (50%). It flips beyond chance under 1 of 2 rival assumptions: under no-peers coaching-only less mandate goes from +10 points to −10 points; they change places in 100% of worlds, 95% interval 68% to 100%.",
    );
    expect(answer.tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ["rankings", 6],
      ["flips", 2],
    ]);
    for (const { columns, rows } of answer.tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  });
  test("run the example that ships", async () => {
    const { input, scenario: own } = await exampleOf(rivalsKind);
    const answer = await rivalsKind.run({ ...input, replicates: 4 }, own, studyContext());
    expect(answer.sentence).toMatch(
      /^In 4 kept worlds, ranked by the mean of the share of teachers at depth \.5 or more in May of year 3, the order is/,
    );
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
      { code: "too-few", path: "plans" },
      { code: "unknown-rival", path: "rivals[0]", nearest: "no-peers" },
    ]);
  });
});
