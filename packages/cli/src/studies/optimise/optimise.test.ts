import { type Scenario, scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { studyContext } from "../../../test-support/study-context.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { optimiseKind } from "./optimise.ts";

const place: Scenario = scenario({ district: "us-average", strategy: "coaching-only", horizon: 24, funded: 24 });
const small = {
  decisions: { "levers.coaching.teachersPerCoach": [10, 200], "levers.coaching.start": [0, 12] },
  objective: { of: "adoption", month: 22 },
  population: 4,
  generations: 1,
  replicates: 2,
  planning: 2,
  finalists: 2,
  finalReplicates: 8,
};

async function answer(fields: object): Promise<StudyAnswer> {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const found = await optimiseKind.run(
    optimiseKind.schema.parse({ ...small, ...fields }),
    place,
    studyContext({ say }),
  );
  expect(said).toEqual([expect.stringMatching(/^At most [\d,]+ runs ahead/)]);
  return found;
}

test("an answer names the sum, the plan, its interval, the yardsticks and what cannot be bought", async () => {
  const { sentence, notes, tables, data } = await answer({ budgets: [100, 800_000], floor: { gap: 0.5 } });
  expect(sentence).toMatch(
    /^For \$800k, the best plan found \(coaching\.teachersPerCoach [\d.]+, coaching\.start \d+\) brings adoption in May of year 2 to [\d.]+% \(95% interval [\d.]+% to [\d.]+%, 8 worlds held out\), against [\d.]+% under business as usual/,
  );
  expect(sentence).toMatch(/It keeps the equity floor\.$/);
  expect(notes[0]).toMatch(/^No plan within the ranges fits \$100: the cheapest is planned to cost \$/);
  for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  expect(notes).toContainEqual(
    expect.stringMatching(
      /^Candidates share worlds and luck\. They were tried in 2 worlds of one half, and the plans named again in 8 worlds of the other half, which neither the search nor planned costs had seen, for/,
    ),
  );
  expect(data).toMatchObject({ worlds: { searched: 2, judged: 8 } });
  // Districts may be large, and the receipt has them.
  expect(JSON.stringify(data)).not.toContain("us-average");
});

test.for<[what: string, fields: object]>([
  ["a share of what is no target", { objective: { of: "adoption", share: 0.5 } }],
  ["a month of sustained adoption", { objective: { of: "sustained", month: 3 } }],
  ["a target above 1", { objective: { of: "target", share: 1.5 } }],
  ["no budget", { budgets: [] }],
  ["a budget of nothing", { budgets: [0] }],
  ["too large a search", { generations: 1e9 }],
  ["a field nobody knows", { budget: 5 }],
])("%s is refused", ([, fields]) => {
  expect(optimiseKind.schema.safeParse({ budgets: [1e6], ...small, ...fields }).success).toBe(false);
});
