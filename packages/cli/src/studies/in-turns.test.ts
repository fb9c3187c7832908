import { expect, test } from "vitest";
import { inTurns } from "./in-turns.ts";

test("parts are done in their order, and others have a turn before each", async () => {
  const done: string[] = [];
  let waits = true;
  const other = (): void => {
    done.push("other");
    if (waits) setImmediate(other);
  };
  setImmediate(other);
  const part = (name: string) => () => {
    done.push(name);
    return name.length;
  };
  const given = await inTurns([part("a"), part("bb"), part("ccc")]);
  waits = false;
  expect(given).toEqual([1, 2, 3]);
  const own = done.filter((name) => name !== "other");
  expect(own).toEqual(["a", "bb", "ccc"]);
  for (const [i, name] of done.entries()) if (i > 0 && name !== "other") expect(done[i - 1]).toBe("other");
});
