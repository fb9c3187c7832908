import { adviceNetworks, afterSupport, coachedYear, principalExit, reformOff } from "@uptake/study/patterns";
import { test } from "vitest";
import { overWorlds } from "./over-worlds.ts";

// The tests that decide which worlds are kept: in the fixed world, and in kept worlds.

test.for([reformOff, principalExit, adviceNetworks, coachedYear, afterSupport])(
  "$id in one world",
  (pattern, context) => overWorlds(context, pattern, 200),
);
