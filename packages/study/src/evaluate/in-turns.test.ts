import { expect, test } from "vitest";
import { inTurns } from "./in-turns.ts";

/** Works for longer than a thread may without hearing others. */
const busy = (): void => {
  const end = performance.now() + 20;
  while (performance.now() < end);
};

test("parts are done in their order, and others have a turn between long ones", async () => {
  const done: string[] = [];
  let waits = true;
  const other = (): void => {
    done.push("other");
    if (waits) setImmediate(other);
  };
  setImmediate(other);
  const part = (name: string) => () => {
    busy();
    done.push(name);
    return name.length;
  };
  const given = await inTurns([part("a"), part("bb"), part("ccc")]);
  waits = false;
  expect(given).toEqual([1, 2, 3]);
  expect(done.filter((name) => name !== "other")).toEqual(["a", "bb", "ccc"]);
  for (const name of ["bb", "ccc"]) expect(done[done.indexOf(name) - 1]).toBe("other");
});

test("what a part throws is what the whole rejects with, and no later part is done", async () => {
  const done: number[] = [];
  const broken = (): never => {
    throw new RangeError("broken");
  };
  await expect(inTurns([() => done.push(1), broken, () => done.push(2)])).rejects.toThrow("broken");
  expect(done).toEqual([1]);
});
