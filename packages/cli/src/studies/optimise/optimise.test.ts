import * as charts from "@uptake/charts";
import { type Scenario, scenario } from "@uptake/model";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { cellsOf, claimsWithoutGround, figuresWithoutTable } from "../../../test-support/figures-in-sentence.ts";
import { studyContext } from "../../../test-support/study-context.ts";
import type { AnswerTable } from "../../tables/table.ts";
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

async function answer(fields: object, where: Scenario = place): Promise<StudyAnswer> {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const found = await optimiseKind.run(
    optimiseKind.schema.parse({ ...small, ...fields }),
    where,
    studyContext({ say }),
  );
  expect(said).toEqual([expect.stringMatching(/^At most [\d,]+ runs ahead/)]);
  return found;
}

/** Returns a table with only the rows that have a value in a column. */
function only(table: AnswerTable, column: string, value: unknown): AnswerTable {
  const cells = cellsOf(table, column);
  return { ...table, rows: table.rows.filter((_, r) => cells[r] === value) };
}

/** Checks each figure and each claim of the sentence about a sum against the tables. */
function checkSentence({ sentence, tables }: StudyAnswer, budget: number, before?: number): void {
  const [plans, , settings, levels] = tables as [AnswerTable, AnswerTable, AnswerTable, AnswerTable];
  const own = only(plans, "budget", budget);
  const [best = null] = cellsOf(own, "plan");
  const equal = only(own, "floor", cellsOf(own, "floor")[0]);
  const named = { ...settings, rows: settings.rows.filter(([name]) => cellsOf(own, "plan").includes(name ?? null)) };
  const shown = [own, equal, only(equal, "tied", true), named, only(levels, "plan", best)];
  // The gain over the sum before is the other way round there: the best of it is a plan of this sum.
  expect(figuresWithoutTable(sentence, [...shown, ...(before ? [only(plans, "budget", before)] : [])])).toEqual([]);
  const values = cellsOf(equal, "value") as number[];
  const told = (r: number): boolean =>
    (cellsOf(own, "less_best_low")[r] as number) > 0 || (cellsOf(own, "less_best_high")[r] as number) < 0;
  const places = own.rows.map((_, r) => r).slice(1);
  expect(
    claimsWithoutGround(sentence, {
      best: () => values[0] === Math.max(...values),
      better: () => places.some(told) || places.some((r) => (cellsOf(own, "reached_less_best_high")[r] as number) < 0),
      "cannot tell": () => places.some((r) => !told(r)) || cellsOf(own, "floor")[0] === "cannot-tell",
    }),
  ).toEqual([]);
  // A tie is told where the runs leave one, and of the best only where another ties with it.
  const tied = cellsOf(equal, "tied");
  expect(tied[0]).toBe(places.some((r) => !told(r)));
  expect(places.map((r) => cellsOf(own, "tied")[r])).toEqual(places.map((r) => !told(r)));
}

test("an answer names the best plan within the sum, whoever thought of it, and what cannot be bought", async () => {
  const found = await answer({ budgets: [100, 800_000], floor: { gap: 0.5 } });
  const { sentence, notes, tables, data, figures } = found;
  expect(sentence).toMatch(
    /^Of \d+ plans for \$800k that keep the equity floor, .+ does best: adoption in May of year 2 is [\d.]+% \(95% interval [\d.]+% to [\d.]+%, 8 worlds held out; planned cost \$\d+k\)\./,
  );
  expect(sentence).toMatch(/at least [\d.]+% with a chance of 50% and at least [\d.]+% with a chance of 80%/);
  expect(notes).toContainEqual(
    expect.stringMatching(/^No plan within the ranges fits \$100: the cheapest is planned to cost \$/),
  );
  for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  expect(notes).toContainEqual(
    expect.stringMatching(
      /^Candidates share worlds and luck\. They were tried in 2 worlds of one half, and the plans named again in 8 worlds of the other half, which neither the search nor planned costs had seen, for/,
    ),
  );
  expect(data).toMatchObject({ worlds: { searched: 2, judged: 8 } });
  // Districts may be large, and the receipt has them.
  expect(JSON.stringify(data)).not.toContain("us-average");
  checkSentence(found, 800_000);
  const { document } = new JSDOM("").window;
  expect(figures.map(({ name }) => name)).toEqual(["frontier", "budgets-gap"]);
  for (const { draw } of figures)
    expect(draw(charts, { document, width: 640 }).sentence).not.toMatch(/undefined|NaN|null/);
});

describe("no sentence says what its tables do not", () => {
  test("of two sums: what the second adds is told by runs that both made", async () => {
    const found = await answer({ budgets: [400_000, 1_200_000] });
    checkSentence(found, 1_200_000, 400_000);
    const budgets = (found.data as { budgets: { gain: { value: number; low: number; high: number } | null }[] })
      .budgets;
    expect(budgets[0]?.gain).toBeNull();
    const said = /The best plan for \$400k, .+, comes to [\d.]+%, (\d|which these runs)|No plan that only/;
    expect(found.sentence).toMatch(said);
  });
  test("of a target that no run reaches: nothing ties at 0%, and what comes nearest is told by its mean", async () => {
    const found = await answer({ budgets: [800_000], objective: { of: "target", share: 0.99, month: 22 } });
    expect(found.sentence).toMatch(
      /^Of \d+ plans for \$800k, none reaches 99% of teachers in May of year 2 in any of 8 worlds held out \(chance 0\.0%, 95% interval 0\.0% to [\d.]+%\)\. Nearest comes .+, with [\d.]+% on average/,
    );
    expect(found.sentence).not.toMatch(/does best|told from the first/);
    checkSentence(found, 800_000);
    const [plans] = found.tables as [AnswerTable];
    const reached = cellsOf(plans, "reached") as number[];
    expect(reached[0]).toBe(Math.max(...reached));
  });
  test("of a target that every run reaches: the cheapest is named", async () => {
    const found = await answer({ budgets: [800_000], objective: { of: "target", share: 0.01, month: 22 } });
    expect(found.sentence).toMatch(
      /^Of (\d+) plans for \$800k, business-as-usual is the cheapest of \1 that reach it in every run: .+ is 100\.0%/,
    );
    checkSentence(found, 800_000);
  });
  test("of a plan that a floor keeps from being ranked first", async () => {
    const found = await answer({ budgets: [800_000], floor: { worstTier: 0.999 } });
    expect(found.sentence).toMatch(/^Every plan for \$800k breaks the equity floor; of \d+, /);
    checkSentence(found, 800_000);
  });
  test("of one world: runs are counted", async () => {
    const found = await answer(
      { budgets: [800_000] },
      { ...place, parameters: { ...place.parameters, draw: "fixed" } },
    );
    expect(found.sentence).toContain("8 runs with fresh luck");
    checkSentence(found, 800_000);
  });
});

test("a search chooses between names, and trades the objective against the gap", async () => {
  const found = await answer({
    budgets: [800_000],
    decisions: { "levers.coaching.teachersPerCoach": [10, 200], "levers.entry.levels": ["elementary", "secondary"] },
    tradeOff: ["gap"],
    yardsticks: ["mandate", { name: "Thin", levers: { entry: { cohorts: 1 }, coaching: { teachersPerCoach: 60 } } }],
  });
  const [plans, frontier, settings] = found.tables as [AnswerTable, AnswerTable, AnswerTable];
  const labels = cellsOf(plans, "plan");
  for (const name of ["business-as-usual", "mandate", "Thin"])
    expect(labels.some((label) => String(label).startsWith(name))).toBe(true);
  expect(labels.some((label) => String(label).startsWith("institutes"))).toBe(false);
  const chosen = cellsOf(only(settings, "decision", "levers.entry.levels"), "name");
  for (const name of chosen) expect(["elementary", "secondary"]).toContain(name);
  const gaps = cellsOf(frontier, "gap") as number[];
  const values = cellsOf(frontier, "value") as number[];
  expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  expect(found.figures.map(({ name }) => name)).toEqual(["frontier-gap", "budgets-gap"]);
  expect(new Set(cellsOf(frontier, "against"))).toEqual(new Set(["the gap"]));
  checkSentence(found, 800_000);
});

test.for<[what: string, fields: object]>([
  ["a share of what is no target", { objective: { of: "adoption", share: 0.5 } }],
  ["a month of sustained adoption", { objective: { of: "sustained", month: 3 } }],
  ["a target above 1", { objective: { of: "target", share: 1.5 } }],
  ["no budget", { budgets: [] }],
  ["a budget of nothing", { budgets: [0] }],
  ["too large a search", { generations: 1e9 }],
  ["a field nobody knows", { budget: 5 }],
  ["one name to choose between", { decisions: { "levers.entry.levels": ["high"] } }],
  ["the same trade-off twice", { tradeOff: ["gap", "gap"] }],
])("%s is refused", ([, fields]) => {
  expect(optimiseKind.schema.safeParse({ budgets: [1e6], ...small, ...fields }).success).toBe(false);
});

test("what is not chosen is told: as the plan has it, and of a lever that it does not use the usual settings", async () => {
  const decisions = { "levers.coaching.teachersPerCoach": [10, 200], "levers.leadership.preparation": [0, 1] };
  const budgets = [800_000];
  const { notes } = await answer({ budgets, decisions });
  expect(notes).toContainEqual(
    expect.stringMatching(
      /^What is not chosen stays as “coaching-only” has it\. It does not use a lever of which settings are chosen; every plan searched has it, the settings that are not chosen at their usual values: leadership with intensity 1, start 0, pipeline \d/,
    ),
  );
  const { data } = await answer({ budgets, decisions });
  const { plans } = (data as { budgets: { plans: { found: boolean; levers: Record<string, object> }[] }[] })
    .budgets[0]!;
  const found = plans.filter((plan) => plan.found);
  expect(found.length).toBeGreaterThan(0);
  for (const { levers } of found) expect(Object.keys(levers["leadership"] ?? {})).toEqual(["preparation"]);
  const used = await answer({ budgets });
  expect(used.notes).toContain("What is not chosen stays as “coaching-only” has it.");
});
