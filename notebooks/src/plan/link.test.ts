import { fc, test as property } from "@fast-check/vitest";
import { profileNames } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { controls } from "./controls.js";
import { longestLink, queryOf, stateOf } from "./link.js";
import { moved, offered, type PageState, start } from "./plan-of-controls.js";

const anyMove = fc
  .constantFrom(...controls)
  .chain(({ name, max, step }) =>
    fc.integer({ min: 0, max: max / step }).map((steps) => [name, steps * step] as const),
  );

describe("a link", () => {
  property.prop([fc.constantFrom(...profileNames), fc.constantFrom(...offered), fc.array(anyMove)])(
    "brings back the state it was made from",
    (district, { name: strategy }, moves) => {
      const state = moves.reduce((one, [name, value]) => moved(one, name, value), {
        district,
        strategy,
        values: {},
      } as PageState);
      expect(stateOf(queryOf(state))).toEqual({ state, faults: [] });
    },
  );

  test("holds only what differs from the first state, and the version of its format", () => {
    expect(queryOf(start)).toBe("");
    expect(queryOf(moved(start, "coaching", 7.5))).toBe("?v=1&coaching=7.5");
  });

  property.prop([fc.string({ maxLength: 60 })])("of any text is read or refused, never a throw", (text) => {
    const { state, faults } = stateOf(`?${text}`);
    if (faults.length > 0) expect(state).toBe(start);
  });

  test.for([
    ["?coaching=3", "does not say"],
    ["?v=2&coaching=3", "later version"],
    ["?v=1&coaching=3&coaching=4", "twice"],
    ["?v=1&coaching=", "not a number"],
    ["?v=1&coaching=1e1", "not a number"],
    ["?v=1&coaching=0.3", "steps of 0.25"],
    ["?v=1&coaching=11", "from 0 to 10"],
    ["?v=1&coaching=-1", "not a number"],
    ["?v=1&cohrts=1", "“cohrts”"],
    ["?v=1&district=atlantis", "“atlantis”"],
    ["?v=1&strategy=__proto__", "“__proto__”"],
    [`?v=1&district=${"x".repeat(longestLink)}`, "is the most"],
  ] as const)("such as %s is refused whole, with the reason", ([query, reason]) => {
    const { state, faults } = stateOf(query);
    expect(state).toBe(start);
    expect(faults.join(" ")).toContain(reason);
  });
});
