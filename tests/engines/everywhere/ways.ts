import type { Ask } from "./ask.ts";
import { pinnedNames } from "./pins.ts";

/** Scenarios in which the compiled month is used (100 teachers or more) and that differ in what they use. */
const large = [
  "all-six-lessons, porterville-unified",
  "formulas and shocks, napa-valley-unified",
  "two districts that visit each other",
  "a complete network, porterville-unified",
];

/** Ways in which an engine is asked for the pins. What a way asks for beside all pins is what that way may change. */
export const ways: Readonly<Record<string, Ask>> = {
  "one thread": { ...pinnedNames, compiled: true, workers: 0 },
  "two workers": { runs: large, studies: ["run", "sweep", "stress", "calibrate"], compiled: true, workers: 2 },
  "no WebAssembly": { runs: large, studies: [], compiled: false, workers: 0 },
};
