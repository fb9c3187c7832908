import { describe, expect, test } from "vitest";
import { threadsPay } from "./threads-pay.ts";

const warm = { left: 0, spent: 2_000, started: false, startup: 1_500 };

describe("threads are started", () => {
  test("for twice the work that starting them takes", () => {
    expect(threadsPay({ ...warm, left: 1_900 })).toBe(false);
    expect(threadsPay({ ...warm, left: 2_100 })).toBe(true);
  });
  test("for more of it by the first runs, which are slower than the rest", () => {
    expect(threadsPay({ ...warm, spent: 300, left: 21_700 })).toBe(false);
    expect(threadsPay({ ...warm, spent: 300, left: 21_900 })).toBe(true);
    expect(threadsPay({ ...warm, spent: 1_000, left: 11_200 })).toBe(false);
    expect(threadsPay({ ...warm, spent: 1_000, left: 11_300 })).toBe(true);
  });
  test("for the small jobs of a search once it has gone on for long", () => {
    expect(threadsPay({ ...warm, spent: 5_000, left: 200 })).toBe(false);
    expect(threadsPay({ ...warm, spent: 6_000, left: 200 })).toBe(true);
  });
  test("never for the end of a job", () => {
    expect(threadsPay({ ...warm, spent: 60_000, left: 24 })).toBe(false);
  });
});

test("threads that run take what is worth a message", () => {
  expect(threadsPay({ ...warm, spent: 0, started: true, left: 26 })).toBe(true);
  expect(threadsPay({ ...warm, spent: 0, started: true, left: 24 })).toBe(false);
});
