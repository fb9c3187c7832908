import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Receipt } from "@uptake/study/receipt";
import { describe, expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { ownFolder } from "../../test-support/own-folder.ts";
import { tally } from "../../test-support/tally.ts";
import { resultFiles } from "../output/study-results.ts";
import { receiptOf } from "../receipt/receipt.ts";
import { withReceipt } from "../receipt/with-receipt.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import { headsOf } from "../studies/kind-heads.ts";
import { runKind } from "../studies/run/run.ts";
import type { StudyKind } from "../studies/study-kind.ts";
import { runStudy } from "./run-study.ts";

const own = ownFolder({ kinds: [runKind as StudyKind, tally as StudyKind] });
const { uptake } = own;

/** Files that a run leaves: its report, answer and receipt, the scenario, and figures and tables. */
const runFiles = [
  ...["adoption", "bottleneck", "cost", "funnel", "poverty-thirds"].map((name) => `${name}.svg`),
  ...["answer", "beliefs", "bottlenecks", "cost", "funnel", "runs", "series"].flatMap((name) => [
    `${name}.csv`,
    `${name}.parquet`,
  ]),
  ...["answer.json", "columns.csv", "receipt.json", "report.html", "scenario.yaml"],
].sort();

const run = ["run", "--district", "small-rural", "--strategy", "coaching-only", "--months", "12"];

describe("uptake run --out", () => {
  test("writes a receipt, which uptake verify confirms", async () => {
    expect((await uptake(...run, "--replicates", "2", "--seed", "a", "--out", "results")).code).toBe(0);
    expect(readdirSync(join(own.cwd, "results")).sort()).toEqual(runFiles);
    expect(await uptake("verify", "results")).toEqual({
      code: 0,
      err: "",
      out: `run study “coaching-only”, 32 runs, seed “a”
agrees   the receipt is as it was written
agrees   23 files beside the receipt as they were written
agrees   the same version, uptake 0.1.0
agrees   the same embedded data of small-rural
agrees   32 runs made again, the same to the bit
agrees   the receipt made again says the same in every field
agrees   23 files written again, the same to the bit
Confirmed: all agrees.
`,
    });
  });
  test("writes a receipt that is confirmed after the form of scenarios has changed, where their meaning has not", async () => {
    await uptake(...run, "--replicates", "1", "--out", "results");
    const { study } = JSON.parse(readFileSync(join(own.cwd, "results/receipt.json"), "utf8")) as Receipt;
    const { answer } = await runStudy(study, listeningHost(own.cwd), {
      kinds: headsOf([runKind as StudyKind]),
      threads: 1,
    });
    // As version 3 wrote it: studies did not say their version yet, and scenarios said 3.
    const { version: _, ...unnumbered } = study;
    const old = { ...unnumbered, scenario: { ...study.scenario, version: 3 } } as unknown as CompleteStudy;
    const files = new Map(await resultFiles(old, answer));
    const today = files.get("scenario.yaml") as string;
    expect(today.match(/^version: 4$/gm)).toHaveLength(1);
    files.set("scenario.yaml", today.replace("version: 4", "version: 3"));
    files.delete("receipt.json");
    const write = async (): Promise<void> => {
      for (const [name, content] of withReceipt(receiptOf(old, answer.checksums, answer.beyond), files))
        await writeFile(join(own.cwd, "results", name), content);
    };
    await write();
    const confirmed = await uptake("verify", "results");
    expect(confirmed).toMatchObject({ code: 0, err: "" });
    expect(confirmed.out).toContain("agrees   the receipt made again says the same in every field\n");
    expect(confirmed.out).toContain("agrees   23 files written again, the same to the bit\n");
    files.set("scenario.yaml", today.replace("version: 4", "version: 2"));
    await write();
    const { code, out } = await uptake("verify", "results");
    expect(code).toBe(1);
    expect(out).toContain("DIFFERS  scenario.yaml comes out otherwise when written again\n");
  });
  test("has people and districts of one's own in the receipt", async () => {
    const schools = [{ id: "e", name: "East", level: "elementary", enrolment: 300, teachers: 20, lowIncomeShare: 0.5 }];
    const district = JSON.stringify({ id: "hill", name: "Hill", source: "Made up", schools });
    writeFileSync(join(own.cwd, "s.yaml"), `district: ${district}\nhorizon: 6\n`);
    await uptake("run", "s.yaml", "--replicates", "1", "--out", "results");
    rmSync(join(own.cwd, "s.yaml"));
    expect(await uptake("verify", "results")).toMatchObject({ code: 0, err: "" });
    const place = ["--district", "small-rural"];
    await uptake("population", ...place, "--seed", "others", "--out", "people");
    const short = ["--months", "6", "--by", "5", "--replicates", "1"];
    await uptake("run", ...place, ...short, "--population", "people", "--out", "theirs");
    await uptake("run", ...place, ...short, "--out", "drawn");
    rmSync(join(own.cwd, "people"), { recursive: true });
    expect(await uptake("verify", "theirs")).toMatchObject({ code: 0, err: "" });
    const checksums = (folder: string): unknown =>
      JSON.parse(readFileSync(join(own.cwd, folder, "receipt.json"), "utf8")).checksums;
    expect(checksums("theirs")).not.toEqual(checksums("drawn"));
  });
  test("changed by hand to what cannot be run is refused, with everything wrong", async () => {
    await uptake(...run, "--replicates", "1", "--out", "results");
    const file = join(own.cwd, "results/receipt.json");
    const receipt = JSON.parse(readFileSync(file, "utf8"));
    receipt.study.replicates = 1e9;
    receipt.study.bottleneck = "no";
    receipt.study.scenario.horizon = 0;
    writeFileSync(file, JSON.stringify(receipt));
    expect(await uptake("verify", "results")).toEqual({
      code: 2,
      out: "",
      err: "error: replicates: 1000000000 is out of range (1 to 1000000)\nerror: bottleneck: “no” is not true or false\nerror: scenario.horizon: 0 is out of range (1 to 600 months)\n",
    });
  });
});

describe("uptake study", () => {
  test("writes a receipt, which uptake verify confirms", async () => {
    const scenario = "scenario: { district: small-rural, horizon: 12 }";
    writeFileSync(
      join(own.cwd, "s.yaml"),
      `kind: tally\n${scenario}\nstrategies: [mandate, coaching-only]\nreplicates: 2\n`,
    );
    expect(await uptake("study", "s.yaml", "--out", "results", "--threads", "1")).toMatchObject({ code: 0, err: "" });
    const verified = await uptake("verify", "results");
    expect(verified).toMatchObject({ code: 0, err: "" });
    expect(verified.out).toContain("agrees   4 runs made again, the same to the bit\n");
    writeFileSync(join(own.cwd, "results/tally.csv"), "mine");
    expect((await uptake("verify", "results", "--json")).code).toBe(1);
  });
  test("of a kind that this version does not know is refused", async () => {
    await uptake(...run, "--replicates", "1", "--out", "results");
    const file = join(own.cwd, "results/receipt.json");
    const receipt = JSON.parse(readFileSync(file, "utf8"));
    receipt.study.kind = "talli";
    writeFileSync(file, JSON.stringify(receipt));
    expect(await uptake("verify", "results")).toMatchObject({
      code: 2,
      err: expect.stringContaining("kind: no kind of study is called “talli”; did you mean tally?"),
    });
  });
});
