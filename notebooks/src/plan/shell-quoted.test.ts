import { expect, test } from "vitest";
import { shellQuoted } from "./shell-quoted.js";

test.for([
  ["uptake", "uptake"],
  ["a b", "'a b'"],
  ["it's", "'it'\\''s'"],
  ["?v=2&seed=1", "'?v=2&seed=1'"],
  ["", "''"],
] as const)("a shell reads %s as one word", ([word, written]) => {
  expect(shellQuoted(word)).toBe(written);
});
