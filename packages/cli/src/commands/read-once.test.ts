import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ownFolder } from "../../test-support/own-folder.ts";

const own = ownFolder();

const place = "district: small-rural, horizon: 36";
const scenario = `{ strategy: mandate, ${place} }`;

// A pipe gives its text once: who reads it a second time waits for ever.
test.for<[command: string, text: string, ...options: string[]]>([
  ["run", scenario, "--replicates", "2", "--no-bottleneck"],
  ["run", `kind: run\nscenario: ${scenario}\nreplicates: 2\nbottleneck: false\n`],
  ["run", "strategy: [\n"],
  ["explain", scenario],
  ["explain", `kind: explain\nscenario: ${scenario}\n`],
  ["compare", `kind: compare\nscenario: ${scenario}\nreplicates: 2\nbottleneck: false\n`],
  ["compare", scenario],
  ["study", `kind: run\nscenario: ${scenario}\nreplicates: 2\nbottleneck: false\n`],
])("uptake %s reads its file once: %s", async ([command, text, ...options]) => {
  own.file("plan.yaml", text);
  const ofFile = await own.uptake(command, "plan.yaml", ...options, "--out", "a");
  const pipe = join(own.cwd, "pipe.yaml");
  execFileSync("mkfifo", [pipe]);
  const [ofPipe] = await Promise.all([
    own.uptake(command, "pipe.yaml", ...options, "--out", "b"),
    writeFile(pipe, text),
  ]);
  const named = (said: string): string => said.replaceAll("pipe.yaml", "plan.yaml").replace(/ in b$/m, " in a");
  expect({ code: ofPipe.code, out: named(ofPipe.out), err: named(ofPipe.err) }).toEqual(ofFile);
});
