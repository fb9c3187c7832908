import * as charts from "@uptake/charts";
import { InputError, scenario } from "@uptake/model";
import type { PreciseComparison } from "@uptake/study/compare";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { studyContext } from "../../../test-support/study-context.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { compareKind } from "./compare.ts";
import type { CompareInput } from "./compare-schema.ts";

const place = scenario({ district: "small-rural", strategy: "coaching-only", horizon: 24, target: { month: 22 } });

const study = (fields: object, on = place): Promise<StudyAnswer> =>
  compareKind.run(compareKind.schema.parse(fields) as CompareInput, on, studyContext({ seed: "a" }));

test("compares the scenario's strategy with business as usual", async () => {
  const answer = await study({ halfWidth: 0.04 });
  expect(answer.sentence).toMatch(/coaching-only.*adoption in May of year 2.*95% interval .* to .*, 64 worlds, paired/);
  expect(answer.notes.join(" ")).toContain("times as many replicates");
  expect(answer.notes.join(" ")).toContain("until the half-width was ±4.0 points or less");
  // Each as set, then at three levels and tied, in 64 worlds; then each as set and with nine steps easier, in 32.
  expect(answer.checksums).toHaveLength(128 + 2 * 4 * 64 + 2 * 10 * 32);
  const [table] = answer.tables;
  for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length as number);
  const { document } = new JSDOM().window;
  for (const figure of answer.figures) expect(figure.draw(charts, { document, width: 640 }).sentence).not.toBe("");
  expect(answer.figures.map(({ name }) => name)).toEqual([
    "adoption-1-coaching-only",
    "gap-1-coaching-only",
    "bottleneck-1-coaching-only",
    "funnel-1-coaching-only",
  ]);
});

test("says what each comes to under each belief, and which number decides the difference", async () => {
  const { notes, tables, data } = await study({ halfWidth: 0.5, cap: 12 });
  const shares =
    "\\d+% as set, \\d+% with sceptical effects of lessons, \\d+% with central ones, \\d+% with hopeful ones and \\d+% with tied ones";
  const all = notes.join("\n");
  for (const name of ["business-as-usual", "coaching-only"])
    expect(all).toMatch(
      new RegExp(`“${name}”: adoption in May of year 2 is ${shares}; the chance of 80% is [^;]*, in that order`),
    );
  expect(all).toMatch(
    /“coaching-only” less “business-as-usual”: 12 worlds are too few to tell which number decides most/,
  );
  expect(all).toContain("among the kept worlds, costs of levers at the opposite one");
  const { rows, columns } = tables.find(({ name }) => name === "beliefs")!;
  expect(rows.map(([strategy, effects]) => `${strategy} ${effects}`)).toHaveLength(10);
  for (const row of rows) expect(row).toHaveLength(columns.length);
  const { headlines } = data as { headlines: { name: string; decides: object; decidesDifference?: object }[] };
  expect(headlines.map(({ name, decidesDifference }) => [name, decidesDifference !== undefined])).toEqual([
    ["business-as-usual", false],
    ["coaching-only", true],
  ]);
});

test("says where each gets stuck, in notes, tables and data, unless it is told not to", async () => {
  const answer = await study({ halfWidth: 0.5, cap: 3 });
  const all = answer.notes.join("\n");
  for (const name of ["business-as-usual", "coaching-only"])
    expect(all).toMatch(new RegExp(`“${name}”: .*(halving that obstacle adds|cannot be told)`));
  expect(all).toContain("“business-as-usual”: Of what nobody does, nothing can be told: no school joins the programme");
  expect(all).toContain("so it is a little too large");
  const [steps, funnel] = ["bottlenecks", "funnel"].map((name) => answer.tables.find((one) => one.name === name)!);
  expect(steps?.rows).toHaveLength(2 * 9);
  expect(funnel?.rows).toHaveLength(2 * 9 * 18);
  for (const { rows, columns } of [steps!, funnel!]) for (const row of rows) expect(row).toHaveLength(columns.length);
  const { bottlenecks } = answer.data as { bottlenecks: { name: string; replicates: number; transitions: object[] }[] };
  expect(bottlenecks.map(({ name, replicates }) => [name, replicates])).toEqual([
    ["business-as-usual", 3],
    ["coaching-only", 3],
  ]);
  const without = await study({ halfWidth: 0.5, cap: 3, bottleneck: false });
  expect(without.checksums).toHaveLength(answer.checksums.length - 2 * 10 * 3);
  expect(without.tables.map(({ name }) => name)).not.toContain("bottlenecks");
});

test("compares several strategies, given by name or in full, and says when the cap ended it", async () => {
  const answer = await study({
    baseline: "mandate",
    strategies: [
      "coaching-only",
      { name: "Half the coaches", base: "coaching-only", levers: { coaching: { intensity: 0.5 } } },
    ],
    of: "gap",
    halfWidth: 0.0001,
    cap: 4,
  });
  expect(answer.sentence).toContain("“mandate”");
  expect(answer.notes.join(" ")).toContain("The cap of 4 replicates ended it before the half-width of ±0.01 points");
  const { ended, replicates, plans, of } = answer.data as PreciseComparison;
  expect({ ended, replicates, of }).toEqual({ ended: "cap", replicates: 4, of: { series: "gap", month: 22 } });
  expect(plans.map(({ differences }) => differences[0]?.series)).toEqual(["gap", "gap"]);
});

test("of a horizon before the target compares at its end", async () => {
  const short = scenario({ district: "small-rural", horizon: 12, strategy: "coaching-only" });
  const { data } = await study({ halfWidth: 0.5, cap: 2 }, short);
  expect((data as PreciseComparison).of).toEqual({ series: "adoption", month: 12 });
});

test("says where an unknown strategy stands", async () => {
  const error = await study({ strategies: ["mandate", "coachingonly"] }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).issues).toMatchObject([{ path: "strategies[1]", nearest: "coaching-only" }]);
  expect(() => compareKind.schema.parse({ halfwidth: 0.01 })).toThrow();
});
