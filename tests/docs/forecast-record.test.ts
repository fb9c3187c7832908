import { forecastRecord } from "@uptake/study/forecast";
import { expect, test } from "vitest";
import { readForecasts, shippedRecord } from "../patterns/forecasts/record.ts";

test("what the package ships of the record of forecasts is what the record says: pnpm figures", () => {
  expect(forecastRecord).toEqual(shippedRecord(readForecasts().series));
});
