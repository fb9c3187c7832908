import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CompiledMonth } from "../src/engine/compiled-month.ts";
import type { Start } from "../src/engine/month-program.ts";
import { simulate } from "../src/engine/simulate.ts";
import { buildTables } from "../src/engine/tables.ts";
import { moveTeachers } from "../src/engine/teachers.ts";
import * as random from "../src/numerics/random.ts";
import { prepare } from "../src/scenario/prepare.ts";
import { type ScenarioInput, scenario } from "../src/scenario/scenario.ts";
import type { DistrictState } from "../src/state/district-state.ts";
import { compile, run, whyNoCompiler } from "./compiler.mjs";
import {
  checksumOf,
  encode,
  feel,
  madeDistrict,
  monthsOf,
  NO_STUDENTS,
  record,
  resultsOf,
  stateOf,
} from "./record.mjs";
import { checksumRef } from "./ref.mjs";

const missing = whyNoCompiler();
if (missing) console.warn(`Not compared with C: ${missing}.`);

test("where checks are run for all, there is a C compiler", () => {
  if (process.env["CI"] === "true") expect(missing).toBeUndefined();
});

const bytesOf = (state: DistrictState): Buffer =>
  Buffer.concat(resultsOf(state).map((array: Int32Array) => Buffer.from(array.buffer.slice(0))));

const everything = {
  "depth.compliant": 0.4,
  "entry.compliance": 0.5,
  "awareness.peers": 0.5,
  "peers.failure": 1,
  "lapsing.trying": 1,
};
const scenarios: readonly (readonly [string, ScenarioInput])[] = [
  ["business as usual", { strategy: "business-as-usual" }],
  ["all six lessons", { strategy: "all-six-lessons" }],
  ["a mandate, complied with", { strategy: "mandate", parameters: { draw: "fixed", values: everything } }],
  ["thresholds", { strategy: "all-six-lessons", switches: { contagion: "complex" } }],
  ["simple contagion", { strategy: "volunteers-only", switches: { contagion: "simple", everyoneAware: true } }],
  ["no contagion", { strategy: "coaching-only", switches: { contagion: "none", designPrerequisite: false } }],
  [
    "new schools and visits between districts",
    {
      strategy: "all-six-lessons-scale-up",
      district: [madeDistrict("a", 8, 30), madeDistrict("b", 3, 41)],
      levers: {
        entry: { newSchools: 2, newSchoolSize: 20, newSchoolMonth: 12 },
        learning: { visits: 1, interDistrict: 1 },
      },
    },
  ],
  [
    "a decision for all, with every step of teachers made easier or harder",
    {
      levers: { entry: { cohorts: 1, every: 1, decided: 1, newSchools: 2, newSchoolMonth: 12 }, coaching: {} },
      parameters: { draw: "fixed", values: everything },
      ease: { hear: 0.4, try: 0.5, "give-up": 3, use: 2.5, own: 4, lapse: 0.2 },
    },
  ],
];

describe.skipIf(missing)("the pass over teachers in C", () => {
  let scratch = "";
  let program = "";
  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), "uptake-agreement-"));
    program = compile("teachers", scratch);
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  test.each(scenarios)("agrees bit for bit, as WebAssembly does, in every month of %s", async (_, input) => {
    const plan = await prepare(scenario({ district: madeDistrict("a", 24, 31), horizon: 36, ...input }));
    const recording = record({ simulate, buildTables }, plan, { seed: "agreement", replicate: 1 });
    const file = join(scratch, "recording");
    const results = join(scratch, "results");
    writeFileSync(file, encode(recording, random));
    execFileSync(program, [file, "1", results]);

    const states = recording.districts.map(stateOf);
    const compiled = new CompiledMonth();
    const start = NO_STUDENTS as unknown as Start;
    const twins = recording.districts.map(stateOf);
    const expected: Buffer[] = [];
    let moved = 0;
    states.forEach((state, d) => {
      for (const at of monthsOf(recording)) {
        feel(state, recording.districts[d], at.t);
        const before = state.teacher.stage.slice();
        moveTeachers(state, recording.tables, recording.constants, at);
        moved += before.reduce(
          (sum: number, stage: number, i: number) => sum + Number(stage !== state.teacher.stage[i]),
          0,
        );
        const results = bytesOf(state);
        expected.push(results);
        feel(twins[d], recording.districts[d], at.t);
        compiled.bind(twins[d], start);
        compiled.move(twins[d], start, recording.tables, recording.constants, at);
        expect(bytesOf(twins[d]).equals(results)).toBe(true);
      }
    });
    expect(moved).toBeGreaterThan(100);
    expect(readFileSync(results).equals(Buffer.concat(expected))).toBe(true);
    expect(run(program, file, 2).checksum).toBe(checksumOf(states));
  });

  test("and REF-DIFFUSION in C has the checksum that defines it, as it has here", () => {
    expect(run(compile("ref", scratch), 4000, 150).checksum).toBe("2e7c33c6");
    expect(checksumRef(4000, 150)).toBe("2e7c33c6");
  });
});
