import { setTimeout as real } from "node:timers";
import { afterAll, expect } from "vitest";

// Files share a process: one that leaves timers of its own there stops those of all that come after it.
afterAll(() => expect(globalThis.setTimeout, "a test file left timers behind that are not Node's").toBe(real));
