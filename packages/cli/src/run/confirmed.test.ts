import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fc, test } from "@fast-check/vitest";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { stringify } from "yaml";
import { listeningHost } from "../../test-support/listening-host.ts";
import { main } from "../command-line.ts";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-confirmed-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Runs the command line in a folder of its own. */
async function uptake(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const host = listeningHost(cwd);
  const code = await main(argv, host);
  return { code, ...host.said };
}

const share = fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true });

/** Draws levers with settings of their own, in whatever order: as numbers, steps, formulas or not known. */
const levers = fc
  .record(
    {
      vision: fc.record({ clarity: share, intensity: share }, { requiredKeys: [] }),
      coaching: fc.record(
        {
          release: fc.oneof(share, fc.constant({ between: [0.1, 0.4] }), fc.constant([{ from: 3, value: 0.2 }])),
          intensity: fc.oneof(share, fc.constant("min(1, t / 6)")),
          teachersPerCoach: fc.integer({ min: 4, max: 60 }),
        },
        { requiredKeys: [] },
      ),
      entry: fc.record(
        { volunteers: share, cohorts: share, mandate: share, order: fc.constantFrom("need", "random") },
        { requiredKeys: [] },
      ),
      learning: fc.record({ intensity: share }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  )
  .chain((all) => fc.shuffledSubarray(Object.entries(all)).map((some) => Object.fromEntries(some)));

const strategy = fc.oneof(
  fc.constantFrom("business-as-usual", "coaching-only", "mandate", "all-six-lessons"),
  fc.record({ name: fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }), levers }),
  fc.record({ base: fc.constantFrom("coaching-only", "mandate"), levers }),
);

const scenario = fc.record(
  {
    strategy,
    levers,
    funded: fc.integer({ min: 3, max: 8 }),
    target: fc.record({ of: fc.constantFrom("teachers", "students", "deep", "schools"), share: fc.constant(0.4) }),
    survey: fc.boolean(),
  },
  { requiredKeys: ["strategy"] },
);

const small = { district: "small-rural", horizon: 8 };
const settings = { numRuns: 3, endOnFailure: true } as const;
let folders = 0;

describe("a result is confirmed, whatever was asked", { timeout: 240_000 }, () => {
  test.prop([scenario, fc.boolean()], settings)("by run", async (asked, bottleneck) => {
    writeFileSync(join(cwd, "s.yaml"), stringify({ ...small, ...asked }));
    const folder = `r${folders++}`;
    const argv = ["run", "s.yaml", "--replicates", "1", "--out", folder, ...(bottleneck ? [] : ["--no-bottleneck"])];
    const { code, err } = await uptake(...argv);
    expect([code, err.replaceAll(/^warning: .*\n/gm, "")]).toEqual([0, ""]);
    expect((await uptake("verify", folder)).out).toContain("Confirmed: all agrees.");
    // What was written asks the same again.
    const again = await uptake("run", `${folder}/scenario.yaml`, "--replicates", "1", "--json", "--no-bottleneck");
    const first = await uptake("run", "s.yaml", "--replicates", "1", "--json", "--no-bottleneck");
    expect(JSON.parse(again.out).checksums).toEqual(JSON.parse(first.out).checksums);
  });
  test.prop(
    [fc.uniqueArray(strategy, { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) })],
    settings,
  )("by compare of several strategies", async (strategies) => {
    const study = {
      kind: "compare",
      scenario: small,
      baseline: { base: "mandate", name: "Base", levers: { vision: {} } },
    };
    const names = strategies.map((one, i) => (typeof one === "string" ? one : { ...one, name: `Plan ${i}` }));
    writeFileSync(join(cwd, "c.yaml"), stringify({ ...study, strategies: names, replicates: 2, bottleneck: false }));
    const folder = `c${folders++}`;
    const { code, err } = await uptake("compare", "c.yaml", "--out", folder);
    // Plans that do the same under two names are refused, and nothing is left.
    if (code === 2) expect(err).toMatch(/is the same plan as/);
    else expect((await uptake("verify", folder)).out).toContain("Confirmed: all agrees.");
  });
});
