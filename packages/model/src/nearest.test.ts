import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

test("counts edits", () => {
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("ab", "ba")).toBe(1);
  expect(editDistance("", "abc")).toBe(3);
});

test("finds a name mistyped, whatever its case, and none when none is close", () => {
  const names = ["coaching", "learning", "leadership"];
  expect(nearest("Coachng", names)).toBe("coaching");
  expect(nearest("laerning", names)).toBe("learning");
  expect(nearest("budget", names)).toBeUndefined();
  expect(nearest("x".repeat(10_000), names)).toBeUndefined();
});

test("is close by two edits, or by a third of what was given", () => {
  const near = (name: string): string | undefined => nearest(name, ["abcdefghijkl"]);
  expect(near("abcdefghij")).toBe("abcdefghijkl");
  expect(near("abcdefghi")).toBe("abcdefghijkl");
  expect(near("abcdefgh")).toBeUndefined();
  expect(nearest("abc", ["a"])).toBe("a");
  expect(nearest("abcd", ["a"])).toBeUndefined();
});

property.prop([fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 })])("is a symmetric distance", (a, b) => {
  expect(editDistance(a, b)).toBe(editDistance(b, a));
  expect(editDistance(a, b) === 0).toBe(a === b);
  expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
});
