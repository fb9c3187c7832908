import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { ownFolder } from "../../test-support/own-folder.ts";
import { tally } from "../../test-support/tally.ts";
import { main } from "../command-line.ts";
import { leverSettings } from "../tables/lever-settings.ts";
import { describeUnknown } from "./describe-unknown.ts";

const own = ownFolder();
const { uptake } = own;

const levers = {
  entry: { cohorts: 1, leadYear: { between: [0, 1] as const }, order: { among: ["need", "random"] } },
  coaching: { teachersPerCoach: { between: [10, 40] as const }, release: { between: [0, 0.5] as const } },
};
const line =
  "Unknown, drawn between: entry.order need or random; entry.leadYear 0 to 1 years; coaching.teachersPerCoach 10 to 40 teachers per coach; coaching.release 0 to 0.5.";
const yaml = `district: small-rural\nhorizon: 12\nlevers: ${JSON.stringify(levers)}\n`;

test("says what a scenario leaves unknown, and nothing where all is known", () => {
  expect(describeUnknown(scenario({ levers }))).toEqual([line]);
  expect(describeUnknown(scenario({ strategy: "all-six-lessons" }))).toEqual([]);
  const [told] = describeUnknown(scenario({ strategy: "new-tech" }));
  expect(told).toMatch(/^Unknown in the documents, drawn between: /);
  const changed = describeUnknown(scenario({ strategy: "new-tech", levers: { vision: { clarity: 0.5 } } }));
  expect(changed).toEqual([told!.replace(" in the documents", "")]);
});

test("tables the settings of plans of which some leave any unknown", () => {
  const plan = { name: "a", scenario: scenario({ levers }) };
  const other = { name: "b", scenario: scenario({ levers: { vision: { clarity: 0.5 } } }) };
  expect(leverSettings([other])).toEqual([]);
  expect(leverSettings([plan, other])[0]!.rows).toEqual([
    ["a", "entry", "cohorts", "share", "1", null, null, null],
    ["a", "entry", "leadYear", "years", null, 0, 1, null],
    ["a", "entry", "order", "–", null, null, null, "need or random"],
    ["a", "coaching", "teachersPerCoach", "teachers per coach", null, 10, 40, null],
    ["a", "coaching", "release", "share", null, 0, 0.5, null],
    ["b", "vision", "clarity", "share", "0.5", null, null, null],
  ]);
});

describe("on the command line", () => {
  test("a run says it, in words and as data, writes it, and can be verified", async () => {
    writeFileSync(join(own.cwd, "s.yaml"), yaml);
    const { out } = await uptake("run", "s.yaml", "--replicates", "2", "--out", "result");
    expect(out).toContain(line);
    const { data: summary } = JSON.parse(readFileSync(join(own.cwd, "result/answer.json"), "utf8"));
    expect(summary.unknown.map((one: { setting: string }) => one.setting)).toEqual([
      "order",
      "leadYear",
      "teachersPerCoach",
      "release",
    ]);
    expect((await uptake("verify", "result/receipt.json")).code).toBe(0);
    const again = await uptake("run", "result/scenario.yaml", "--replicates", "2", "--json");
    expect(JSON.parse(again.out).checksums).toEqual(summary.checksums);
  });

  test("a comparison says it of the plan that has it", async () => {
    writeFileSync(join(own.cwd, "s.yaml"), yaml);
    const { out } = await uptake("compare", "coaching-only", "s.yaml", "--replicates", "2", "--months", "12");
    expect(out).toContain(`B: ${line}`);
    expect(out).not.toContain("A: Unknown");
  });

  test("a story says what was drawn", async () => {
    writeFileSync(join(own.cwd, "s.yaml"), yaml);
    const { out } = await uptake("explain", "s.yaml", "--replicate", "1");
    expect(out).toMatch(/Not known of the plan, and in this run: entry\.order (need|random), entry\.leadYear [01], /);
  });

  test("a study has a note and a table", async () => {
    const study = `kind: tally\nname: Two\nreplicates: 2\nstrategies: [mandate]\nscenario:\n${yaml.replaceAll(/^/gm, "  ").trimEnd()}\n`;
    writeFileSync(join(own.cwd, "t.yaml"), study);
    const host = listeningHost(own.cwd);
    expect(await main(["study", "t.yaml", "--threads", "1", "--out", "result"], host, [tally])).toBe(0);
    const { notes } = JSON.parse(readFileSync(join(own.cwd, "result/answer.json"), "utf8"));
    expect(notes.filter((note: string) => note === line)).toHaveLength(1);
    expect(readFileSync(join(own.cwd, "result/lever-settings.csv"), "utf8")).toContain("coaching,teachersPerCoach,");
  });
});
