import { describe, expect, test } from "vitest";
import { firstTime } from "./target.ts";

const path = (reached: (index: number) => boolean): Float64Array =>
  Float64Array.from({ length: 61 }, (_, index) => (reached(index) ? 0.8 : 0.5));

describe("the time to a target", () => {
  test("is the first index there", () =>
    expect(
      firstTime(
        path((index) => index === 13),
        0.8,
        "momentary",
      ),
    ).toBe(13));
  test("is held from the first of two Mays", () => {
    expect(
      firstTime(
        path((index) => index >= 20),
        0.8,
        "held",
      ),
    ).toBe(22);
    expect(
      firstTime(
        path((index) => index % 12 === 10 && index !== 34),
        0.8,
        "held",
      ),
    ).toBe(10);
    expect(
      firstTime(
        path((index) => index === 22 || index === 46),
        0.8,
        "held",
      ),
    ).toBe(Number.POSITIVE_INFINITY);
  });
  test("is censored where it never comes, or comes too late to see it held", () => {
    expect(
      firstTime(
        path(() => false),
        0.8,
        "momentary",
      ),
    ).toBe(Number.POSITIVE_INFINITY);
    expect(
      firstTime(
        path((index) => index >= 58),
        0.8,
        "held",
      ),
    ).toBe(Number.POSITIVE_INFINITY);
  });
});
