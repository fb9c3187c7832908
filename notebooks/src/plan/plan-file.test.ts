import { scenarioVersion } from "@uptake/model/upgrade";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { planFileText, readPlanFile, readPlanText } from "./plan-file.js";

describe("a plan as a file", () => {
  const scenario = {
    district: "small-rural",
    strategy: "coaching-only",
    levers: { coaching: { teachersPerCoach: 12.5, start: 6 } },
    shocks: [{ kind: "superintendent-exit", month: 18 }],
    target: { share: 0.4, month: 46 },
  } as const;

  test("reads back as the same, here and as YAML", async () => {
    const text = planFileText({ scenario, seed: "mine", replicates: 40 });
    expect(text).toContain("# pnpm uptake run scenario.yaml --replicates 40 --seed mine\n");
    expect(parse(text)).toEqual({ version: scenarioVersion, ...scenario });
    expect(await readPlanText(text)).toEqual({
      scenario: { version: scenarioVersion, ...scenario },
      issues: [],
      changes: [],
    });
  });

  test("reads back as the same whatever its seed and its name are", async () => {
    for (const name of ["null", "true", "a: b", "- c"]) {
      const text = planFileText({ scenario: { ...scenario, name }, seed: "it's\nhorizon: 6" });
      expect(text.split("\n")[0]).toBe("# pnpm uptake run scenario.yaml --replicates 100 --seed 'it'\\''s horizon: 6'");
      expect((await readPlanText(text)).scenario).toEqual({ version: scenarioVersion, ...scenario, name });
    }
  });

  test.for([
    ["a picture", new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff)]), "not-text"],
    ["50 MB", new Blob([new Uint8Array(50_000_000)]), "too-large"],
    ["one of the future", new Blob([`version: ${scenarioVersion + 1}\ndistrict: small-rural\n`]), "future-version"],
    ["no YAML", new Blob(["a: [1, 2\nb: }"]), "not-yaml"],
    ["a list", new Blob(["- 1\n- 2\n"]), "not-a-scenario"],
    [
      "a bomb of aliases",
      new Blob([`a: &a [1]\nb: &b [${"*a, ".repeat(12)}]\nc: [${"*b, ".repeat(12)}]\n`]),
      "not-yaml",
    ],
    ["lists in lists", new Blob([`a: ${"[".repeat(80)}${"]".repeat(80)}\n`]), "not-yaml"],
    ["one key twice", new Blob(["district: a\ndistrict: b\n"]), "duplicate-key"],
    ["nothing", new Blob([""]), "not-a-scenario"],
  ] as const)("that is %s is named, and not read", async ([, file, code]) => {
    const { scenario: read, issues } = await readPlanFile(file);
    expect(read).toBeUndefined();
    expect(issues[0]?.code).toBe(code);
  });

  test("that is a little over 1 MB is told the limit, and one of 1 MB is read", async () => {
    const sized = (bytes: number): Blob => new Blob(["horizon: 6\n", " ".repeat(bytes - 11)]);
    const told = async (file: Blob) => (await readPlanFile(file)).issues.map(({ message }) => message);
    expect(await told(sized(2 ** 20))).toEqual([]);
    expect(await told(sized(2 ** 20 + 1))).toEqual(["the file has more than 1 MB, and is too large for a scenario"]);
  });

  test("of an older version is opened in today's form, and what was changed is told", async () => {
    const { scenario: read, issues, changes } = await readPlanText("version: 2\ndistrict: small-rural\n");
    expect(issues).toEqual([]);
    expect(read).toEqual({
      version: scenarioVersion,
      district: "small-rural",
      switches: { contagion: "complex" },
    });
    expect(changes.map(({ path, to }) => [path, to])).toEqual([["switches.contagion", "complex"]]);
  });

  test("with faults in it tells all of them", async () => {
    const { issues } = await readPlanText("district: atlantis\nlevers:\n  coachin: {}\n");
    expect(issues.length).toBeGreaterThanOrEqual(2);
    const key = await readPlanText("district: atlantis\n__proto__: 1\nhorizon: 0\n");
    expect(key.scenario).toBeUndefined();
    expect(key.issues.map(({ code }) => code)).toEqual(["reserved-key", "unknown-district", "out-of-range"]);
    expect(key.issues[0]?.message).toMatch(/^line 2: __proto__ is no name of a field/);
  });
});
