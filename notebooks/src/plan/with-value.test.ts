import { expect, test } from "vitest";
import { withValue } from "./with-value.js";

test("a value is set deep inside, and nothing that was there is changed", () => {
  const before = { scenario: { target: { share: 0.8, month: 34 } }, seed: "a" };
  expect(withValue(before, ["scenario", "target", "share"], 0.5)).toEqual({
    scenario: { target: { share: 0.5, month: 34 } },
    seed: "a",
  });
  expect(withValue(before, ["scenario", "parameters", "values", "support.floor"], 0.2).scenario).toEqual({
    target: { share: 0.8, month: 34 },
    parameters: { values: { "support.floor": 0.2 } },
  });
  expect(before).toEqual({ scenario: { target: { share: 0.8, month: 34 } }, seed: "a" });
});

test("a value taken away takes empty groups with it", () => {
  const before = { scenario: { district: "a", parameters: { values: { "support.floor": 0.2 } } } };
  expect(withValue(before, ["scenario", "parameters", "values", "support.floor"], undefined)).toEqual({
    scenario: { district: "a" },
  });
  expect(withValue({ seed: "a" }, ["seed"], undefined)).toEqual({});
});
