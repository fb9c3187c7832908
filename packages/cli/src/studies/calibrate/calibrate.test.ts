import { type Scenario, scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { cellsOf, claimsWithoutGround, figuresWithoutTable } from "../../../test-support/figures-in-sentence.ts";
import { studyContext } from "../../../test-support/study-context.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { calibrateKind } from "./calibrate.ts";

const place: Scenario = scenario({ district: "us-average", strategy: "coaching-only", horizon: 24 });
const series = [4, 10, 16, 22].map((month) => ({ month, group: "all", share: 0.2, respondents: 250 }));
const small = { series, particles: 20, generations: 3, simulations: 200, predictive: 20 };

function answer(fields: object): Promise<StudyAnswer> {
  return calibrateKind.run(calibrateKind.schema.parse({ ...small, ...fields }), place, studyContext());
}

test("an answer says what cannot be told, and gives no number for it", async () => {
  const { sentence, tables, figures } = await answer({ parameters: ["cost.coach"] });
  expect(sentence).toMatch(
    /^4 surveys cannot tell what any of 1 parameter may be \(20 worlds\)\. \d of 4 surveys lie within/,
  );
  expect(sentence).toMatch(
    /Where 20% of teachers say they use the practice in May of year 2, \d+% .* do in the model\.$/,
  );
  const [parameters] = tables;
  expect(parameters?.rows[0]?.slice(0, 4)).toEqual(["", "cost.coach", "cannot-tell", null]);
  for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  expect(figures.map(({ name }) => name)).toEqual(["parameters", "band"]);
});

/** Checks each figure and claim of the sentence against the tables. */
function checkSentence({ sentence, tables }: StudyAnswer): void {
  const named = (name: string) => {
    const found = tables.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no table ${name}`);
    return found;
  };
  const [parameters, fit, surveys, bands] = ["parameters", "fit", "surveys", "bands"].map(named);
  if (!parameters || !fit || !surveys || !bands) return;
  const first = cellsOf(fit, "held")[0];
  const own = [parameters, fit, surveys, bands].map((table) => ({
    ...table,
    rows: table.rows.filter(([held]) => held === first),
  }));
  const held = (String(first).match(/-?[\d.]+/g) ?? []).map(Number);
  expect(figuresWithoutTable(sentence, own, { given: held })).toEqual([]);
  const verdicts = cellsOf(own[0] as typeof parameters, "verdict");
  const cannotTell = (): boolean => verdicts.includes("cannot-tell");
  expect(claimsWithoutGround(sentence, { "cannot tell": cannotTell })).toEqual([]);
  // One truth: the sentence, the verdicts, the medians and the fit.
  const shown = cellsOf(fit, "shown")[0];
  const [within, all] = [cellsOf(fit, "within")[0], cellsOf(fit, "surveys")[0]] as [number, number];
  expect(shown).toBe(all - within <= all / 4);
  expect(/does not show these surveys/.test(sentence)).toBe(!shown);
  if (!shown) expect(verdicts).not.toContain("informed");
  const medians = cellsOf(own[0] as typeof parameters, "median");
  expect(medians.map((median) => median !== null)).toEqual(verdicts.map((verdict) => verdict === "informed"));
  expect(cellsOf(fit, "informed")[0]).toBe(verdicts.filter((verdict) => verdict === "informed").length);
}

test("an answer says first when the model does not show the series, and then tells of no parameter", async () => {
  const far = series.map((point, i) => ({ ...point, share: i % 2 === 0 ? 0.9 : 0.05 }));
  const found = await answer({ series: far });
  expect(found.sentence).toMatch(/^The model does not show these surveys with the values tried: \d of 4 surveys lie/);
  expect(found.sentence).not.toMatch(/Where \d+%/);
  expect(found.notes.join(" ")).not.toMatch(/bind/);
  expect(found.figures[0]?.name).toBe("band");
  checkSentence(found);
});

test("a jump that the model cannot show informs of nothing, however narrow the values that come nearest", async () => {
  // Practice rises from 8% to 99% in three years, by order.
  const jump = [0.08, 0.5, 0.62, 0.99].map((share, i) => ({ month: 12 * i, group: "all", share, respondents: 100 }));
  const ordered = scenario({ district: "small-rural", strategy: "mandate", horizon: 36 });
  const input = { series: jump, selfReport: false, particles: 20, generations: 3, simulations: 300, predictive: 20 };
  const found = await calibrateKind.run(calibrateKind.schema.parse(input), ordered, studyContext({ seed: "b" }));
  expect(found.sentence).toMatch(/^The model does not show these surveys with the values tried: 0 of 4 surveys lie/);
  const [parameters] = found.tables;
  expect(new Set(parameters?.rows.map((row) => row[2]))).toEqual(new Set(["cannot-tell"]));
  // Their spread alone would have informed: what refutes them is the fit.
  const { rivals } = found.data as { rivals: { parameters: { narrowing: { high: number } }[] }[] };
  expect(Math.min(...(rivals[0]?.parameters ?? []).map(({ narrowing }) => narrowing.high))).toBeLessThan(0.9);
  checkSentence(found);
});

test.for<[what: string, fields: object]>([
  ["of the default parameters", {}],
  ["of one that moves nothing", { parameters: ["cost.coach"] }],
  ["of practice that nobody uses", { selfReport: false, series: series.map((point) => ({ ...point, share: 0 })) }],
])("no sentence says what its tables do not: %s", async ([, fields]) => {
  checkSentence(await answer({ ...fields, generations: 2, simulations: 100 }));
});

test("an answer says when more people answered than teach there", async () => {
  expect((await answer({})).notes[0]).not.toMatch(/^More people/);
  const many = series.map((point, i) => (i === 1 ? { ...point, respondents: 900_000 } : point));
  const { notes } = await answer({ series: many });
  expect(notes[0]).toMatch(
    /^More people answered than teach there: in month 10 900000 answered, and the schools have /,
  );
});

test("rival values have an answer and figures each", async () => {
  const parameters = [{ name: "trying.support", range: [0, 5] }, "support.rho"];
  const found = await answer({ parameters, selfReport: false, generations: 2, simulations: 100 });
  const { sentence, notes, figures } = found;
  checkSentence(found);
  expect(sentence).toMatch(/^With support\.rho = 1, (4 surveys|the model does not show)/);
  expect(notes.slice(0, 2)).toEqual([
    expect.stringMatching(/^With support\.rho = 0, /),
    expect.stringMatching(/^With support\.rho = −2, /),
  ]);
  expect(figures.map(({ name }) => name)).toContain("band-3");
});

test.for<[what: string, fields: object]>([
  ["a share above 1", { series: [{ ...series[0], share: 1.2 }] }],
  ["nobody who answered", { series: [{ ...series[0], respondents: 0 }] }],
  ["a series without points", { series: [] }],
  ["no parameter", { parameters: [] }],
  ["too few particles", { particles: 5 }],
  ["a field nobody knows", { tolerance: 1 }],
])("%s is refused", ([, fields]) => {
  expect(calibrateKind.schema.safeParse({ ...small, ...fields }).success).toBe(false);
});
