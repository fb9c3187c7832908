import { expect, test } from "vitest";
import { answerIn, prebuiltText } from "./prebuilt.js";

const asked = { scenario: { district: "small-rural", strategy: "mandate" }, replicates: 100 };
const answer = { share: 0.3127, months: [0, 1, 2], none: null };
const text = prebuiltText(asked, answer, "a1");

test("an answer is read back where all agrees", () => {
  expect(answerIn(text, { ...asked }, "a1")).toEqual(answer);
});

test.for([
  ["a number was changed", text.replace("0.3127", "0.3128"), asked, "a1"],
  ["the file was cut", text.slice(0, -20), asked, "a1"],
  ["it is no file of ours", "<!DOCTYPE html>", asked, "a1"],
  ["it is nothing", "null", asked, "a1"],
  ["another plan is asked about", text, { ...asked, replicates: 50 }, "a1"],
  ["other code computed it", text, asked, "b2"],
  ["another version computed it", text.replace(/"version":"[^"]+"/, '"version":"9.9.9"'), asked, "a1"],
] as const)("none is read where %s", ([, given, wanted, program]) => {
  expect(answerIn(given, wanted, program)).toBeUndefined();
});
