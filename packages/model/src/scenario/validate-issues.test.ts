import { expect, test } from "vitest";
import { z } from "zod";
import { explain } from "./validate-issues.ts";

test.for<[z.ZodType, number, string]>([
  [z.number().positive().max(1e12).meta({ unit: "$ of 2024" }), 0, "above 0, up to 1000000000000 $ of 2024"],
  [z.number().positive().max(1), 3, "above 0, up to 1"],
  [z.number().positive(), -1, "above 0"],
  [z.number().min(0).max(1), -1, "0 to 1"],
  [z.number().min(0), -1, "0 or more"],
])("the range of a number says whether its lower end is one of its values", ([schema, value, allowed]) => {
  const read = schema.safeParse(value);
  expect(explain(read.error?.issues ?? [], value, schema)).toMatchObject([{ code: "out-of-range", value, allowed }]);
});
