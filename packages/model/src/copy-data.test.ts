import { expect, test } from "vitest";
import { copyData } from "./copy-data.ts";

test("a copy is equal, of the same kinds, and shares nothing that can change", () => {
  const first = {
    numbers: new Float64Array([1, Number.NaN, -0]),
    bytes: new Uint16Array([65535]),
    list: [new Int32Array([-1]), { name: "a" }],
    groups: new Map([["all", { students: 3 }]]),
    nothing: null,
    missing: undefined,
  };
  const copy = copyData(first);
  expect(copy).toEqual(first);
  copy.numbers[0] = 2;
  copy.bytes[0] = 0;
  (copy.list[0] as Int32Array)[0] = 5;
  copy.groups.get("all")!.students = 4;
  expect([first.numbers[0], first.bytes[0], (first.list[0] as Int32Array)[0]]).toEqual([1, 65535, -1]);
  expect(first.groups.get("all")).toEqual({ students: 3 });
});
