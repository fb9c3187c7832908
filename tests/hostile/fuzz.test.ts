import { afterAll, beforeAll, expect, test } from "vitest";
import { fuzz } from "./fuzz.ts";
import { allReaders, type Readers } from "./readers.ts";

/** Cases of each reader; `pnpm fuzz` takes fifty times as many. */
const cases = 150;

let all: Readers;
beforeAll(async () => {
  all = await allReaders();
});
afterAll(() => all.close());

test("no text from a stranger breaks a reader, holds it up or changes what others share", async () => {
  expect(all.readers.length * cases).toBeGreaterThan(2000);
  for (const reader of all.readers) {
    const { withstood, failed } = await fuzz(reader, cases, 14);
    expect(
      failed.map(({ name, fault, text }) => `${name}: ${fault}: ${JSON.stringify(text.slice(0, 300))}`),
      reader.name,
    ).toEqual([]);
    // A reader that refused all, or none, would prove little.
    expect(withstood.refused, reader.name).toBeGreaterThan(0);
    expect(withstood.accepted, reader.name).toBeGreaterThan(0);
  }
});
