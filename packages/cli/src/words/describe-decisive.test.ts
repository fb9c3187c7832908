import { commonFactor, type Decisive } from "@uptake/study/beliefs";
import { describe, expect, test } from "vitest";
import { decisiveName, describeDecisive } from "./describe-decisive.ts";

const strongest = { name: "superintendent.exit", correlation: -0.52, low: -0.61, high: -0.42 };
const found: Decisive = { parameter: strongest, strongest, threshold: 0.236, worlds: 256, parameters: 190 };
const say = (more: Partial<Decisive>): string => describeDecisive({ ...found, ...more }, "adoption in May of year 3");

describe("what decides is said", () => {
  test("with the number, what it is, its correlation and what chance gives", () =>
    expect(say({})).toBe(
      "The number that decides most, as far as 256 worlds tell, is superintendent.exit (annual chance that the superintendent leaves, at even community backing): its rank correlation with adoption in May of year 3 is −0.52 (95% interval −0.61 to −0.42; chance alone takes the strongest of 190 numbers beyond 0.24 at most once in twenty).",
    ));
  test("of all effects where they move together", () => {
    const parameter = { ...strongest, name: commonFactor };
    expect(say({ parameter, strongest: parameter })).toContain(
      "is the common strength of all effects of lessons and levers: its",
    );
    expect(decisiveName({ ...found, parameter })).toBe("all effects");
  });
  test("to be nothing that stands out, with the strongest", () => {
    const weak = { ...strongest, correlation: 0.104, low: -0.02, high: 0.22 };
    expect(say({ parameter: null, strongest: weak })).toBe(
      "None of 190 numbers of the model stands out over 256 worlds: the strongest rank correlation with adoption in May of year 3 is 0.10 (superintendent.exit (annual chance that the superintendent leaves, at even community backing)), and chance alone takes the strongest of 190 numbers beyond 0.24 at most once in twenty.",
    );
    expect(decisiveName({ ...found, parameter: null })).toBe("none stands out");
  });
  test("or why it is not told", () => {
    const nothing = { parameter: null, strongest: null };
    expect(decisiveName({ ...found, ...nothing, lacking: "worlds" })).toBe("–");
    expect(say({ ...nothing, lacking: "parameters" })).toContain("All runs have the same numbers");
    expect(say({ ...nothing, worlds: 1, lacking: "worlds" })).toBe(
      "1 world is too few to tell which number decides most.",
    );
    expect(say({ ...nothing, worlds: 9, lacking: "worlds" })).toBe(
      "9 worlds are too few to tell which number decides most.",
    );
    expect(say({ ...nothing, lacking: "outcomes" })).toBe(
      "In every world adoption in May of year 3 is the same, so no number decides it.",
    );
  });
});
