import * as charts from "@uptake/charts";
import { scenario } from "@uptake/model";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { cellsOf, claimsWithoutGround, figuresWithoutTable } from "../../../test-support/figures-in-sentence.ts";
import { soundAnswer } from "../../../test-support/sound-answer.ts";
import { studyContext } from "../../../test-support/study-context.ts";
import type { AnswerTable } from "../../tables/table.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { sensitivityKind } from "./sensitivity.ts";

const base = scenario({ district: "small-rural", strategy: "all-six-lessons", horizon: 36, target: { share: 0.4 } });
const said: string[] = [];

/** Runs a study on fields as they stand in a file. */
async function answerOf(fields: object, own = base): Promise<StudyAnswer> {
  said.length = 0;
  const context = studyContext({ say: (text) => void said.push(text), seed: "a" });
  return sensitivityKind.run(sensitivityKind.schema.parse(fields), own, context);
}

/** Lists the figures of an answer's sentence that its tables do not show, and the claims that they do not bear out. */
function ungrounded({ sentence, tables }: StudyAnswer): string[] {
  const [table] = tables as [AnswerTable];
  const has = (name: string): boolean => table.columns.some((column) => column.name === name);
  const [low, high] = has("total_low") ? ["total_low", "total_high"] : ["mu_star_low", "mu_star_high"];
  const inputs = cellsOf(table, "input").flatMap((input, r) => (input === "luck" ? [] : [r]));
  const size = (r: number): number => cellsOf(table, has("total") ? "total" : "mu_star")[r] as number;
  const first = inputs.reduce((a, b) => (size(b) > size(a) ? b : a), inputs[0]!);
  const overlap = (a: number, b: number): boolean =>
    (cellsOf(table, high)[a] as number) >= (cellsOf(table, low)[b] as number) &&
    (cellsOf(table, high)[b] as number) >= (cellsOf(table, low)[a] as number);
  const alike = inputs.filter((r) => r !== first && overlap(r, first)).length;
  const anyAlike = inputs.some((a) => inputs.some((b) => a < b && overlap(a, b)));
  const named = sentence.includes(String(cellsOf(table, "input")[first]));
  const claims = claimsWithoutGround(sentence, {
    better: () => cellsOf(table, "against_luck").length > 0,
    best: () => named,
    most: () => named,
    "cannot tell": () => anyAlike || cellsOf(table, "against_luck").includes("cannot tell") || size(first) === null,
  });
  return [...figuresWithoutTable(sentence, [table], { given: [inputs.length, alike] }), ...claims];
}

describe("what a sensitivity study says is in its tables", () => {
  const small = scenario({
    district: "small-rural",
    strategy: "coaching-only",
    horizon: 12,
    target: { share: 0.2, month: 10 },
  });
  const two = ["trying.support", "peers.strength"];
  test.for<[string, object, RegExp]>([
    ["by indices", { method: "sobol", parameters: two, rows: 16 }, /involves luck/],
    [
      "by indices of one parameter",
      { method: "sobol", parameters: ["trying.intercept"], rows: 32 },
      /with 1 parameter varied/,
    ],
    [
      "by indices of what never varies",
      { method: "sobol", parameters: two, rows: 16, outcome: { series: "members", month: 0 } },
      /cannot be told: the output is the same in every row/,
    ],
    ["by screening", { method: "morris", parameters: ["trying", "peers"], trajectories: 4 }, /^Of \d+ parameters/],
    [
      "by screening of what never varies",
      { method: "morris", parameters: two, trajectories: 3, outcome: { series: "members", month: 0 } },
      /^None of 2 parameters moves/,
    ],
    [
      "of costs",
      { method: "morris", parameters: ["cost.coach", "peers.strength"], trajectories: 4, outcome: "cost" },
      /by \$\d/,
    ],
    [
      "of a chance",
      { method: "morris", parameters: two, trajectories: 4, outcome: "target" },
      /the chance of 20% adoption/,
    ],
  ])("%s", async ([, fields, pattern]) => {
    const answer = await answerOf(fields, small);
    expect(answer.sentence).toMatch(pattern);
    expect(answer.sentence).not.toMatch(/NaN|undefined|null/);
    expect(ungrounded({ ...answer, sentence: answer.sentence.replace("the chance of 20%", "the chance of") })).toEqual(
      [],
    );
  });
  test("and luck is the same in sentence, chart and table", async () => {
    const answer = await answerOf({ method: "sobol", parameters: two, rows: 32 }, small);
    const [table] = answer.tables as [AnswerTable];
    const [name, ...indices] = table.rows.at(-1)!;
    expect(name).toBe("luck");
    const [first, low, high, total, from, to] = indices
      .slice(0, 6)
      .map((share) => `${Math.round(100 * (share as number))}`.replace("-", "−"));
    expect(answer.sentence).toContain(`${total}% (${from}–${to}%) involves luck, ${first}% (`);
    const { document } = new JSDOM().window;
    const chart = answer.figures[0]!.draw(charts, { document, width: 720 }).sentence;
    expect(chart).toContain(
      `luck, the seed, for ${first}% (95% interval ${low}% to ${high}%) alone and ${total}% (95% interval ${from}% to ${to}%) with its interactions`,
    );
  });
});

describe("a sensitivity study", () => {
  const parameters = ["trying.support", "support", "peers.strength"];
  test("by Sobol's indices says what is luck, after a screening where there are too many", async () => {
    const answer = await answerOf({ method: "sobol", parameters, most: 3, trajectories: 4, rows: 16 });
    expect(said).toHaveLength(2);
    expect(said[1]).toBe("Sobol indices: 96 runs.");
    expect(answer.sentence).toMatch(
      /^Of the variance of adoption in May of year 3 under “all-six-lessons”, \d+% \(.*\) involves luck, −?\d+% \(.*\) luck alone; the largest known source/,
    );
    expect(answer.sentence).toContain("96 runs with 3 parameters varied");
    expect(answer.notes[0]).toMatch(/^Too few base samples/);
    expect(answer.tables.map(({ name }) => name)).toEqual(["indices", "effects"]);
    expect(answer.tables[0]!.rows.at(-1)![0]).toBe("luck");
    expect(soundAnswer(answer)).toHaveLength(1);
  });
  test("of a difference between two strategies runs both", async () => {
    const answer = await answerOf({
      method: "sobol",
      parameters: ["trying.support", "peers.strength"],
      against: "business-as-usual",
      rows: 16,
    });
    expect(said).toEqual(["Sobol indices: 160 runs."]);
    expect(answer.sentence).toContain("adoption in May of year 3, “all-six-lessons” less “business-as-usual”");
    soundAnswer(answer);
  });
  test("by Morris' screening ranks parameters beside luck", async () => {
    const answer = await answerOf({ method: "morris", parameters, trajectories: 4 });
    expect(answer.sentence).toMatch(/^Of \d+ parameters, [\w.]+ moves adoption in May of year 3 under .* most, by /);
    expect(soundAnswer(answer)).toHaveLength(1);
  });
  test("refuses what does not vary", async () => {
    const flat = { method: "sobol", ranges: { "trying.support": [2, 2] } };
    await expect(answerOf(flat)).rejects.toThrow("2 to 2 is out of range");
    const unbalanced = { method: "sobol", parameters: ["trying.support"], rows: 100 };
    await expect(answerOf(unbalanced)).rejects.toThrow("100 breaks the balance of the sequence");
  });
});
