import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scenario } from "@uptake/model";
import { calibrate } from "@uptake/study/calibrate";
import { evaluateHere } from "@uptake/study/evaluate";
import { studyVersion } from "@uptake/study/files";
import { answerTo } from "@uptake/study/questions";
import type { Receipt } from "@uptake/study/receipt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { main } from "../command-line.ts";
import { receiptOf } from "./receipt.ts";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-questions-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const means = {
  evaluate: evaluateHere,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  onPartial: () => undefined,
};
const plan = { district: "small-rural", strategy: "coaching-only", horizon: 12, target: { month: 10 } };

test("the runs that pages repeat have the receipt of the command line", async () => {
  writeFileSync(join(cwd, "plan.yaml"), JSON.stringify(plan));
  const argv = ["run", "plan.yaml", "--replicates", "4", "--seed", "uptake", "--threads", "1", "--out", "out"];
  expect(await main(argv, listeningHost(cwd))).toBe(0);
  const { files: _, ...made } = JSON.parse(readFileSync(join(cwd, "out/receipt.json"), "utf8")) as Receipt;
  const study = { replicates: 4, bottleneck: true, seed: "uptake", scenario: scenario(plan) };
  const { checksums } = (await answerTo("repeatRun", study, means)) as { checksums: string[] };
  const { scenario: asked, seed, ...own } = study;
  const { files: __, ...again } = receiptOf(
    { version: studyVersion, kind: "run", name: asked.name, seed, scenario: asked, ...own },
    checksums,
  );
  expect(again).toEqual(made);
  writeFileSync(join(cwd, "page.json"), JSON.stringify({ ...again, files: {} }));
  const host = listeningHost(cwd);
  expect(await main(["verify", "page.json"], host)).toBe(0);
  expect(host.said.out).toContain("Confirmed: all agrees.");
});

test("a fit is that of a calibration with the same settings", async () => {
  const series = [3, 7, 11].map((month, i) => ({ month, group: "all", share: 0.17 + 0.04 * i, respondents: 40 }));
  const sizes = { particles: 20, generations: 2, simulations: 60, predictive: 20, selfReport: true };
  const fitted = (await answerTo("fit", { scenario: plan, series, ...sizes }, means)) as object;
  const { checksums: _, ...found } = await calibrate(scenario(plan), { series, ...sizes });
  expect(fitted).toMatchObject(JSON.parse(JSON.stringify(found)));
});
