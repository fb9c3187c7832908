import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fc, test as property } from "@fast-check/vitest";
import { afterEach, describe, expect, test, vi } from "vitest";
import { noMemory } from "../../test-support/no-memory.ts";
import { populationNumbers } from "../evidence/population.ts";
import { rootKey } from "../numerics/random.ts";
import { CompiledTies } from "./compiled-ties.ts";
import type { School } from "./district.ts";
import { layOut } from "./layout.ts";
import { drawNetwork, type Network } from "./network.ts";
import { openPlainDesk } from "./open-desk.ts";
import { sourceHash } from "./ties-wasm.ts";

const defaults = Object.fromEntries(populationNumbers.map((parameter) => [parameter.name, parameter.default]));
const schoolsOf = (sizes: readonly number[], name: string): School[] =>
  sizes.map((teachers, s) => ({
    id: `${name} ${s}`,
    name: `${name} ${s}`,
    level: s % 2 === 0 ? "elementary" : "high",
    enrolment: 15 * teachers,
    teachers,
    lowIncomeShare: 0.5,
  }));

const share = fc.constantFrom(0, 0.05, 0.4, 1);
const sizes = (least: number) =>
  fc.array(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 90 })), {
    minLength: least,
    maxLength: 6,
  });
const districts = fc.record({
  ordinary: sizes(1),
  founded: sizes(0),
  /** Schools whose ties are supplied, from the first on. */
  given: fc.integer({ min: 0, max: 6 }),
  values: fc.record({
    "network.outDegree": fc.constantFrom(0.5, 3.4, 12),
    "network.crossSchool": share,
    "network.closure": share,
    "network.reciprocity": share,
    "network.sameTeamOdds": fc.constantFrom(0.2, 1, 7, 400),
    "network.popularitySpread": fc.constantFrom(0, 0.8, 6),
  }),
  seed: fc.uuid(),
});

/** Returns the rows of the first `slots` slots. */
const firstRows = ({ tieStart, ties }: Network, slots: number): Network => ({
  tieStart: tieStart.slice(0, slots + 1),
  ties: ties.slice(0, tieStart[slots]),
});

describe("the compiled placing of ties", () => {
  const compiled = new CompiledTies();

  property.prop([fc.array(districts, { minLength: 1, maxLength: 3 })], { numRuns: 150 })(
    "places what the plain one places, in several districts in turn",
    (several) => {
      for (const { ordinary, founded, given, values, seed } of several) {
        const world = { ...defaults, ...values };
        const layout = layOut(schoolsOf(ordinary, "school"), schoolsOf(founded, "founded"), world);
        const key = rootKey(seed);
        const slots = layout.schoolStart[Math.min(given, ordinary.length)]!;
        const other = drawNetwork(layout, world, rootKey(`${seed} supplied`), undefined, openPlainDesk);
        const supplied = slots > 0 ? firstRows(other, slots) : undefined;
        const plain = drawNetwork(layout, world, key, supplied, openPlainDesk);
        expect(drawNetwork(layout, world, key, supplied, (...asked) => compiled.open(...asked))).toEqual(plain);
      }
    },
    120_000,
  );

  test("is what its source was compiled to", () => {
    const [header, source] = ["draws.h", "ties.c"].map((name) =>
      readFileSync(new URL(`../../wasm/${name}`, import.meta.url)),
    );
    // After a change of the source: node packages/model/wasm/build.mjs
    expect(sourceHash).toBe(createHash("sha256").update(header!).update(source!).digest("hex"));
  });
});

describe("the desk of a district", () => {
  afterEach(() => vi.unstubAllGlobals());

  const draw = async (query: string, sizes: readonly number[]): Promise<Network> => {
    const { openDesk }: typeof import("./open-desk.ts") = await import(/* @vite-ignore */ `./open-desk.ts?${query}`);
    return drawNetwork(
      layOut(schoolsOf(sizes, "school"), [], defaults),
      defaults,
      rootKey("desk"),
      undefined,
      openDesk,
    );
  };
  const plain = drawNetwork(
    layOut(schoolsOf([40, 80], "school"), [], defaults),
    defaults,
    rootKey("desk"),
    undefined,
    openPlainDesk,
  );

  test.for([
    ["there is no WebAssembly", undefined],
    ["there is no memory for it", noMemory],
  ] as const)("serves the same ties where %s", async ([why, stub]) => {
    vi.stubGlobal("WebAssembly", stub);
    expect(await draw(why.replaceAll(" ", "-"), [40, 80])).toEqual(plain);
  });

  test("is compiled for no small district, and once for all others", async () => {
    const instance = vi.fn(WebAssembly.Instance);
    vi.stubGlobal("WebAssembly", { Module: WebAssembly.Module, Instance: instance });
    await draw("count", [40, 40]);
    expect(instance).toHaveBeenCalledTimes(0);
    for (let k = 0; k < 2; k++) expect(await draw("count", [40, 80])).toEqual(plain);
    expect(instance).toHaveBeenCalledTimes(1);
  });
});
