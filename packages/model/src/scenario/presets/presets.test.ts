import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { needs, sharedFile } from "../../../../../tests/shared.ts";
import { profileNames } from "../../district/profile.ts";
import { simulate } from "../../engine/simulate.ts";
import type { LeverUse } from "../lever.ts";
import { levers } from "../levers/index.ts";
import { prepare } from "../prepare.ts";
import { type ScenarioInput, scenario } from "../scenario.ts";
import { unknownsOf } from "../unknowns-of.ts";
import { validateScenario } from "../validate.ts";
import { documents } from "./documents.ts";
import { strategies } from "./index.ts";
import type { Strategy } from "./strategy.ts";

const files: readonly string[] = Object.values(documents);
const usual = "business-as-usual";
const named = (name: string): Strategy => strategies.find((one) => one.name === name) as Strategy;

/** Lists what a strategy sets, and what it leaves to a lever's default that is not the status quo. */
function settingsOf({ levers: used }: Strategy): string[] {
  return Object.entries(used).flatMap(([name, use]) => {
    const lever = levers.find((one) => one.name === name)!;
    const left = lever.settings.filter((s) => !s.fraction && !(s.name in use) && s.default !== s.statusQuo);
    return [...Object.keys(use), ...left.map((s) => s.name)]
      .filter((setting) => use[setting] !== lever.settings.find((s) => s.name === setting)?.statusQuo)
      .map((setting) => `${name}.${setting}`);
  });
}

const checksum = async (input: ScenarioInput): Promise<string> =>
  simulate(
    await prepare(scenario({ district: "porterville-unified", horizon: 26, parameters: { draw: "fixed" }, ...input })),
    {
      seed: "presets",
      replicate: 0,
    },
  ).checksum;

/** Lists the runs of `length` words of a text, letters and figures only. */
function runsOf(text: string, length: number): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(" "));
}

test("strategies have names of their own", () => {
  expect(new Set(strategies.map(({ name }) => name)).size).toBe(strategies.length);
  expect(new Set(strategies.map(({ title }) => title)).size).toBe(strategies.length);
});

describe.for(strategies)("$name", (strategy) => {
  const { name, kind, note, place, readings } = strategy;

  test("rests every setting on a reading, and every reading on a founding document or plainly on none", () => {
    const covered = (setting: string): boolean =>
      readings.some(({ settings }) => settings.includes(setting) || settings.includes(setting.split(".")[0]!));
    expect(settingsOf(strategy).filter((setting) => !covered(setting))).toEqual([]);
    for (const { settings, file, passage } of readings) {
      expect(passage).toMatch(/^[A-Z].*\.$/);
      if (file === undefined) expect(passage).toMatch(/^No document.* plainest form|^Not said: drawn between /);
      else expect(files).toContain(file);
      expect(settings.length).toBeGreaterThan(0);
      for (const setting of settings) {
        const [lever, own] = setting.split(".");
        expect(Object.keys(strategy.levers), setting).toContain(lever);
        if (own !== undefined) expect(Object.keys(strategy.levers[lever!]!), setting).toContain(own);
      }
    }
  });

  test("says that its numbers are readings, and where its story is set", () => {
    expect(note).toContain("reading");
    if (kind !== "reference") expect(note).toContain("not data");
    if (place !== undefined) expect(profileNames).toContain(place);
  });

  test("is valid where its story is set, and runs", async () => {
    const checked = await validateScenario({ strategy: name, ...(place === undefined ? {} : { district: place }) });
    expect(checked).toMatchObject({ scenario: { strategy: name }, warnings: [] });
    const none = await checksum({});
    if (name !== usual) expect(await checksum({ strategy: name })).not.toBe(none);
  });
});

describe("presets beside their passages with what is unknown shown as a range", () => {
  const told = strategies.filter(({ kind }) => kind === "network" || kind === "district");

  test.for(strategies)(
    "$name draws what a passage says is not said, and nothing else",
    ({ levers: used, readings }) => {
      const unknown = unknownsOf(used).map(({ lever, setting }) => `${lever}.${setting}`);
      const drawn = readings.filter(({ passage }) => /drawn between/.test(passage)).flatMap(({ settings }) => settings);
      for (const setting of unknown) expect(drawn, setting).toContain(setting);
      for (const { settings, passage } of readings) {
        if (!/drawn between/.test(passage)) continue;
        expect(passage).toMatch(/[Nn]ot said: |are not named: /);
        expect(settings.filter((setting) => unknown.includes(setting))).not.toEqual([]);
      }
    },
  );

  test.for(told)("$name leaves nothing at zero for the silence of the documents", ({ levers: used }) => {
    for (const setting of ["teachersPerCoach", "release"]) expect(used["coaching"], setting).toHaveProperty(setting);
    expect(used["learning"]!["institutes"]).not.toBe(0);
    for (const setting of ["visits", "repository"]) expect(used["learning"]![setting], setting).not.toBe(0);
    expect(used["leadership"]!["preparation"]).not.toBe(0);
    expect(used["investment"]!["principals"]).not.toBe(0);
    const { newSchools, leadYear, volunteers, cohorts, decided } = used["entry"]!;
    if (newSchools !== undefined) expect(leadYear).not.toBe(0);
    if ((volunteers ?? 0) !== 0 || (cohorts ?? 0) !== 0) expect(decided ?? 0).not.toBe(0);
  });

  test("schools of a level told of alone may join", () => {
    const levelsOf = (name: string) => named(name).levers["entry"]!["levels"];
    expect(["porterville-linked-learning", "linked-learning", "big-picture"].map(levelsOf)).toEqual(
      Array(3).fill("high"),
    );
    expect(levelsOf("internationals")).toBe("secondary");
    expect(["new-tech", "expeditionary-learning", "napa-one-to-all"].map(levelsOf)).toEqual(Array(3).fill("all"));
  });

  test("strategies of reference and the equity case, made up to compare, are known throughout", () => {
    for (const { kind, levers: used } of strategies) {
      if (kind === "reference" || kind === "equity") expect(unknownsOf(used)).toEqual([]);
    }
  });
});

test("passages are in our own words: no eight in a row are a document's", (context) => {
  const theirs = new Set(
    files.flatMap((file) => {
      const path = needs(context, "the founding documents beside the repository", sharedFile(`seeds/${file}`));
      return runsOf(readFileSync(path, "utf8"), 8);
    }),
  );
  const ours = strategies.flatMap(({ title, doc, readings }) => [title, doc, ...readings.map((one) => one.passage)]);
  expect(ours.flatMap((text) => runsOf(text, 8)).filter((run) => theirs.has(run))).toEqual([]);
});

/** Names the lever that stands for each building block of a network. */
const blocks: Readonly<Record<string, string>> = {
  vision: "vision",
  partnership: "partnership",
  "professional learning": "learning",
  leadership: "leadership",
  "learning organisation": "improvement",
  "school design": "design",
};

describe("the three networks of the brief", () => {
  const three = ["big-picture", "internationals", "new-tech"].map(named);

  test.for(Object.keys(blocks))("differ in %s, where the documents do", (block) => {
    const settings = three.map((one) => JSON.stringify(Object.entries(one.levers[blocks[block]!]!).sort()));
    expect(new Set(settings).size).toBe(3);
  });

  test("are alike where the documents say no more than what all three do", () => {
    for (const { levers: used } of three) {
      expect(used["coaching"]).toEqual(three[0]!.levers["coaching"]);
      expect(used["learning"]!["visits"]).toBe(three[0]!.levers["learning"]!["visits"]);
      expect(used["leadership"]!["pipeline"]).toBe(three[0]!.levers["leadership"]!["pipeline"]);
    }
  });
});

test("a passage speaks for a setting only while its value holds", () => {
  const { levers: used, readings } = named("asia-society");
  expect(used["vision"]).toMatchObject({ clarity: 0.75 });
  const speaking = readings.filter(({ settings }) => settings.includes("vision.clarity"));
  expect(speaking.map(({ settings }) => settings)).toEqual([["vision.clarity", "vision.equityPriority"]]);
});

test("all ten networks have presets", () => {
  const networks = strategies.filter(({ kind }) => kind === "network").map(({ name }) => name);
  expect(networks.filter((name) => name !== "big-picture-subset")).toHaveLength(10);
});

test("a part of Big Picture is the whole but for its scope", () => {
  const { practice, ...rest } = named("big-picture-subset").levers;
  expect(practice).toEqual({ scope: 0.5 });
  expect(rest).toEqual(named("big-picture").levers);
});

test("the case of strong schools runs as volunteers only, and its remedies add up", async () => {
  const run = (name: string): Promise<string> => checksum({ strategy: name });
  expect(await run("strong-schools-volunteer")).toBe(await run("volunteers-only"));
  const both = named("accountability-and-policy").levers;
  const merged = (lever: string): LeverUse => ({
    ...named("practice-in-policy").levers[lever],
    ...Object.fromEntries(
      Object.entries(named("aligned-accountability").levers[lever] ?? {}).filter(([, value]) => value !== 0),
    ),
  });
  for (const lever of Object.keys(both)) expect(both[lever]).toEqual(merged(lever));
});
