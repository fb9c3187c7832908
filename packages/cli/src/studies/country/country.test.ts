import { scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { figuresWithoutTable } from "../../../test-support/figures-in-sentence.ts";
import { studyContext } from "../../../test-support/study-context.ts";
import { countryKind } from "./country.ts";

test("a country tells its cost with an interval, and counts its runs as a number", async () => {
  const district = { schools: 2, teachers: 30, students: 400, lowIncomeShare: 0.5 };
  const districts = [
    { id: "1", state: "A", ...district },
    { id: "2", state: "B", ...district },
  ];
  const on = scenario({ strategy: "mandate", horizon: 12, target: { month: 10 } });
  const input = countryKind.schema.parse({ districts, replicates: 2 });
  const { sentence, tables, data, checksums } = await countryKind.run(input, on, studyContext());
  expect(sentence).toMatch(/ It costs \$\S+ \(95% interval \$\S+ to \$\S+\)\.$/);
  expect(figuresWithoutTable(sentence, tables, { given: [10] })).toEqual([]);
  expect(data).toMatchObject({ runs: 4 });
  expect(checksums).toHaveLength(4);
});
