import { type Scenario, scenario } from "@uptake/model";
import { expect, test } from "vitest";
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

test("an answer says when the model does not show the series", async () => {
  const far = series.map((point, i) => ({ ...point, share: i % 2 === 0 ? 0.9 : 0.05 }));
  const { notes } = await answer({ series: far });
  expect(notes).toContainEqual(expect.stringMatching(/lie outside the bands: the model does not show this series/));
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
  const { sentence, notes, figures } = await answer({ parameters, selfReport: false });
  expect(sentence).toMatch(/^With support\.rho = 1, 4 surveys/);
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
