import { expect, test } from "vitest";
import { beyondLimit } from "./beyond-limit.ts";

const mega = 1024 * 1024;

test.for<[bytes: number, limit: number, said: string]>([
  [2.1 * mega, mega, "2.1 MB; the limit is 1 MB"],
  [2_100_000, 2 * mega, "a little over 2 MB; the limit is 2 MB"],
  [mega + 1, mega, "a little over 1 MB; the limit is 1 MB"],
  [1.04 * mega, mega, "a little over 1 MB; the limit is 1 MB"],
  [1.06 * mega, mega, "1.1 MB; the limit is 1 MB"],
  [32 * mega + 1, 32 * mega, "a little over 32 MB; the limit is 32 MB"],
  [100 * mega, 32 * mega, "100 MB; the limit is 32 MB"],
  [2 ** 40, 512 * mega, "1048576 MB; the limit is 512 MB"],
])("%d bytes above %d are said as they are", ([bytes, limit, said]) => {
  expect(beyondLimit(bytes, limit)).toBe(said);
});
