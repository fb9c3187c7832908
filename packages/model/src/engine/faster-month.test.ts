import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fc, test as property } from "@fast-check/vitest";
import { afterEach, describe, expect, test, vi } from "vitest";
import { noMemory } from "../../test-support/no-memory.ts";
import { type RandomPass, randomPass } from "../../test-support/random-pass.ts";
import { AWARE } from "../district/stage.ts";
import { openTally, type Tally } from "../measures/tally.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { CompiledMonth } from "./compiled-month.ts";
import type { Constants } from "./constants.ts";
import { recount } from "./count.ts";
import { sourceHash } from "./month-wasm.ts";
import { plainMonth } from "./plain-month.ts";
import { type SchoolsMonth, writeSchoolConstants, writeSchoolsMonth } from "./schools-month.ts";
import { moveTeachers } from "./teachers.ts";

const arbitraryDistricts = fc.record({
  schools: fc.integer({ min: 1, max: 12 }),
  size: fc.integer({ min: 1, max: 60 }),
  degree: fc.constantFrom(0, 3, 12, 15, 16, 40, 100),
  network: fc.constantFrom("advice", "advice", "complete"),
  contagion: fc.constantFrom("complex", "simple", "none"),
} as const);

/** Everything that a pass writes, as bytes. */
const bytesOf = ({ teacher, counts }: DistrictState): Buffer =>
  Buffer.concat(
    [...Object.values(teacher), ...Object.values(counts)].map((array: Int32Array) =>
      Buffer.from(array.buffer, array.byteOffset, array.byteLength),
    ),
  );

/** Copies what moves in a pass; two passes can then go their own ways from the same start. */
const twin = ({ state, tables }: RandomPass) => ({
  state: { ...state, teacher: structuredClone(state.teacher), counts: structuredClone(state.counts) },
  tables,
});

/** Gives every other post to someone else, as July does. */
function changePosts(state: DistrictState): void {
  const { stage, depth, months, compliant, disposition, threshold, person } = state.teacher;
  for (let i = 0; i < stage.length; i += 2) {
    stage[i] = AWARE;
    depth[i] = months[i] = compliant[i] = 0;
    disposition[i] = 1020 - disposition[i]!;
    threshold[i] = 7 - threshold[i]!;
    person[i] = ~person[i]!;
  }
  recount(state);
}

/** Gives posts to others, and opens a school that has a capacity of its own, as July does where schools are founded. */
function openFirst(state: DistrictState): void {
  const { open, member, capacity } = state.school;
  open[0] = 1;
  member[0] = 1;
  capacity[0] = 0.25;
  changePosts(state);
}

describe("the compiled pass over teachers", () => {
  const compiled = new CompiledMonth();
  const options = { schools: 12, size: 60, degree: 40, network: "advice", contagion: "complex" } as const;

  property.prop([fc.array(arbitraryDistricts, { minLength: 1, maxLength: 3 }), fc.uuid()], { numRuns: 150 })(
    "leaves the bits that the plain one leaves, in months of several districts in turn",
    (districts, seed) => {
      const all = districts.map((options, d) => {
        const pass = randomPass(`${seed} ${d}`, options);
        return { pass, other: twin(pass) };
      });
      // June and July come first, while there is yet all that a month leaves behind.
      for (let t = 10; t < 19; t++)
        for (const { pass, other } of all) {
          const { constants, at } = pass.turn(t);
          moveTeachers(pass.state, pass.tables, constants, at);
          compiled.bind(other.state, pass.start);
          compiled.move(other.state, pass.start, other.tables, constants, at);
          expect(bytesOf(other.state).equals(bytesOf(pass.state))).toBe(true);
        }
    },
    120_000,
  );

  property.prop([arbitraryDistricts, fc.uuid()], { numRuns: 60 })(
    "reads teachers anew where July has changed them, and those of runs that part",
    (district, seed) => {
      const pass = randomPass(seed, district);
      const other = twin(pass);
      const moveBoth = (one: RandomPass["state"], two: RandomPass["state"], t: number): void => {
        const { constants, at } = pass.turn(t);
        moveTeachers(one, pass.tables, constants, at);
        compiled.bind(two, pass.start);
        compiled.move(two, pass.start, pass.tables, constants, at);
        expect(bytesOf(two).equals(bytesOf(one))).toBe(true);
      };
      for (let t = 5; t < 17; t++) {
        if (t % 3 === 0) {
          const parted = twin({ ...pass, state: other.state });
          moveBoth(twin(pass).state, parted.state, t);
        }
        moveBoth(pass.state, other.state, t);
        if (t % 4 === 0) for (const { state } of [pass, other]) changePosts(state);
      }
    },
    60_000,
  );

  test("is put to every step of teachers by such months", () => {
    const pass = randomPass("steps", options);
    const steps = new Float64Array(8);
    for (let t = 5; t < 14; t++) {
      const { constants, at } = pass.turn(t);
      moveTeachers(pass.state, pass.tables, constants, at);
      pass.state.counts.flows.forEach((n, k) => {
        steps[k % 8] = steps[k % 8]! + n;
      });
    }
    expect(Math.min(...steps.slice(0, 6))).toBeGreaterThan(10);
  });

  test.for([
    ["plain", plainMonth.move],
    [
      "compiled",
      (...[state, start, ...rest]: Parameters<typeof plainMonth.move>) => {
        compiled.bind(state, start);
        compiled.move(state, start, ...rest);
      },
    ],
  ] as const)("lifts all who begin to the ceiling where a month suffices, however easy use is: %s", ([, move]) => {
    for (let k = 0; k < 60; k++) {
      const { state, start, tables, turn } = randomPass(`certain ${k}`, options);
      const { constants, at } = turn(5);
      state.teacher.depth.fill(0);
      state.climate.practiceGrowth.fill(1);
      state.climate.spread.fill(0);
      state.climate.tryOdds.fill(1e12);
      state.climate.capUnits.fill(40_000);
      const before = state.teacher.stage.slice();
      move(state, start, tables, { ...constants, compliantLoss: 0, use: 0.3 + 0.07 * k }, at);
      const began = [...before.keys()].filter((i) => before[i] === AWARE && state.teacher.stage[i] !== AWARE);
      expect(began.length).toBeGreaterThan(10);
      for (const i of began) expect(state.teacher.depth[i]).toBe(40_000);
    }
  });
});

describe("the compiled month of schools", () => {
  const compiled = new CompiledMonth();

  /** Everything that a month writes, as bytes, but what teachers feel. */
  const written = ({ teacher, counts, school }: DistrictState, tally: Tally): Buffer =>
    Buffer.concat(
      [teacher, counts, school, tally, Object.fromEntries(tally.studentTally), tally.deep, { ...tally.funnel }]
        .concat({ ...tally.groupUsers }, { ...tally.groupTeachers })
        .flatMap((record) => Object.values(record) as unknown[])
        .filter((value) => ArrayBuffer.isView(value))
        .map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
    );

  property.prop([fc.array(arbitraryDistricts, { minLength: 1, maxLength: 3 }), fc.uuid()], { numRuns: 150 })(
    "leaves the bits that the plain one leaves: support, climate, who leaves in July, counts and students",
    (districts, seed) => {
      const all = districts.map((options, d) => {
        const pass = randomPass(`${seed} ${d}`, options);
        const twins = twin(pass);
        return { pass, other: { ...twins, state: { ...twins.state, school: structuredClone(pass.state.school) } } };
      });
      const [one, two] = [openTally(16), openTally(16)];
      for (let t = 4; t < 14; t++)
        for (const { pass, other } of all) {
          const { constants, at, common } = pass.turn(t);
          const { start } = pass;
          Object.assign(other.state.school, structuredClone(pass.state.school));
          plainMonth.feel(pass.state, start, common, at, undefined);
          plainMonth.move(pass.state, start, pass.tables, constants, at);
          compiled.bind(other.state, start);
          compiled.feel(other.state, start, common, at);
          compiled.move(other.state, start, other.tables, constants, at);
          if (at.season === "july") {
            const { key, odds, taken } = pass.leaving();
            const left = plainMonth.whoLeaves(pass.state, key, odds, taken);
            expect(compiled.bound(other.state)).toBe(true);
            expect(Array.from(compiled.whoLeaves(other.state, key, odds, taken))).toEqual(Array.from(left));
            for (const { state } of [pass, other]) openFirst(state);
          }
          plainMonth.settle(pass.state, start, one, at);
          expect(compiled.holds(other.state, at)).toBe(true);
          compiled.settle(other.state, start, two, at);
          expect(written(other.state, two).equals(written(pass.state, one))).toBe(true);
        }
    },
    120_000,
  );

  test("reads numbers in the order in which they are written", () => {
    const header = readFileSync(new URL("../../wasm/month.h", import.meta.url), "utf8");
    const namesOf = (struct: string): string[] => {
      const [, body] = header.match(new RegExp(`typedef struct \\{([^}]*)\\} ${struct};`)) as unknown as [
        string,
        string,
      ];
      return [...body.matchAll(/double ([^;]*);/g)].flatMap(([, names]) => names!.split(/,\s+/));
    };
    const named = (names: string[]): Record<string, number> => Object.fromEntries(names.map((name, k) => [name, k]));
    const constants = namesOf("SchoolConstants");
    const month = namesOf("SchoolsMonth");
    const supportConstants = constants.slice(0, 11);
    const writtenMonth = new Float64Array(month.length);
    const all = named(month);
    writeSchoolsMonth(writtenMonth, all as unknown as SchoolsMonth, all as unknown as Month);
    expect(Array.from(writtenMonth)).toEqual(Array.from(writtenMonth.keys()));
    const writtenConstants = new Float64Array(constants.length);
    const of = { support: named(supportConstants), climate: named(constants) };
    writeSchoolConstants(writtenConstants, of as unknown as Constants);
    expect(Array.from(writtenConstants)).toEqual(Array.from(writtenConstants.keys()));
  });

  test("is what its sources were compiled to", () => {
    const build = readFileSync(new URL("../../wasm/build.mjs", import.meta.url), "utf8");
    const [, files] = build.match(/files: \[("draws\.h", "month\.h", .*?)\]/) as unknown as [string, string];
    const hash = createHash("sha256");
    for (const [, name] of files.matchAll(/"([^"]+)"/g))
      hash.update(readFileSync(new URL(`../../wasm/${name}`, import.meta.url)));
    // After a change of a source: node packages/model/wasm/build.mjs
    expect(sourceHash).toBe(hash.digest("hex"));
  });
});

describe("a month by the faster of two programs", () => {
  afterEach(() => vi.unstubAllGlobals());

  const options = { schools: 8, size: 60, degree: 12, network: "advice", contagion: "complex" } as const;
  const fresh = async (query: string): Promise<typeof import("./faster-month.ts")> =>
    import(/* @vite-ignore */ `./faster-month.ts?${query}`);

  test.for([
    ["there is no WebAssembly", undefined],
    [
      "a policy forbids it",
      {
        Module: class {
          constructor() {
            throw new Error("refused");
          }
        },
      },
    ],
    ["there is no memory for it", noMemory],
  ] as const)("has the same bits where %s", async ([why, stub]) => {
    const pass = randomPass("fallback", options);
    const other = twin(pass);
    vi.stubGlobal("WebAssembly", stub);
    const { fasterMonth } = await fresh(why.replaceAll(" ", "-"));
    for (let t = 5; t < 9; t++) {
      const { constants, at } = pass.turn(t);
      moveTeachers(pass.state, pass.tables, constants, at);
      fasterMonth.move(other.state, pass.start, other.tables, constants, at);
    }
    expect(bytesOf(other.state).equals(bytesOf(pass.state))).toBe(true);
  });

  test("compiles nothing for a small district, and once for all others", async () => {
    const instance = vi.fn(WebAssembly.Instance);
    vi.stubGlobal("WebAssembly", { Module: WebAssembly.Module, Instance: instance });
    const { fasterMonth } = await fresh("count");
    const small = randomPass("small", { ...options, schools: 1 });
    const large = [randomPass("one", options), randomPass("other", options)];
    for (const { state, start, tables, turn } of [small, ...large]) {
      const { constants, at } = turn(5);
      fasterMonth.move(state, start, tables, constants, at);
      expect(instance).toHaveBeenCalledTimes(state === small.state ? 0 : 1);
    }
  });
});
