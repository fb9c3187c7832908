import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { examples } from "./examples.ts";
import { root } from "./pages.ts";

/** Functions that a user begins with: each shows how it is called. */
const main = [
  ...["scenario", "prepare", "simulate", "populate", "importRoster", "validateScenario"],
  ...[
    "ensemble",
    "summariseAt",
    "compare",
    "compareToPrecision",
    "targetProbability",
    "timeToTarget",
    "evaluateTarget",
  ],
  ...[
    "evaluateHere",
    "evaluateEnsembles",
    "streamEnsembles",
    "sweep",
    "studyMorris",
    "studySobol",
    "stress",
    "optimise",
  ],
  ...["calibrate", "attributeLevers", "rivals", "country", "explainTeacher", "explainSchool", "scoreForecasts"],
  ...["bottlenecks", "underBeliefs", "atBudget", "minimumBudget", "readReceipt", "withNumberHint"],
  // Of the light entry.
  "prepare",
  ...["adoptionFan", "tierGap", "ledgerBars", "bottleneckBars", "tornado"],
];

// In the repository, where examples find the packages and jsdom.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(root, "packages/charts/.examples-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const all = examples();

test("every main function has an example", () => {
  expect(all.map(({ name }) => name).sort()).toEqual(main.toSorted());
});

test("examples are sound TypeScript", async () => {
  const compilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: ["node"], module: "nodenext" };
  const typed = join(folder, "typed");
  mkdirSync(typed);
  for (const { id, text } of all) writeFileSync(join(typed, `${id}.ts`), `${text}\nexport {};\n`);
  writeFileSync(join(typed, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(typed, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  const compiler = [join(root, "node_modules/typescript/bin/tsc"), "--pretty", "false", "-p", typed];
  const said = await new Promise((resolve) => void execFile(process.execPath, compiler, (_, out) => resolve(out)));
  expect(said).toBe("");
});

describe("an example runs and shows something", () => {
  test.for(all)("$id", async ({ id, name, text }) => {
    expect(text).toMatch(new RegExp(`\\b${name}\\(`));
    const file = join(folder, `${id}.ts`);
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    writeFileSync(file, `${text}\nexport {};\n`);
    try {
      await import(/* @vite-ignore */ file);
      expect(log).toHaveBeenCalled();
      for (const shown of log.mock.calls.flat())
        expect(shown).not.toSatisfy((value) => value === undefined || Number.isNaN(value));
    } finally {
      log.mockRestore();
    }
  });
});
