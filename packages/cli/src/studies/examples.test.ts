import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { inOtherEngine } from "../../../../tests/architecture/other-engine.ts";
import { ownFolder } from "../../test-support/own-folder.ts";
import { readYaml } from "../input/read-yaml.ts";
import { loadKinds, shippedKinds } from "./kind-heads.ts";
import { studySchema } from "./study-schema.ts";

const folder = fileURLToPath(new URL("../../studies/", import.meta.url));
const examples = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

const own = ownFolder({ debug: true });
const { uptake } = own;

/** Fields of examples that are made smaller here, so that all of them run in a few seconds. */
const smaller: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  run: { replicates: 4 },
  start: { replicates: 4, strategies: ["business-as-usual", "mandate"] },
  compare: { scenario: { district: "small-rural" }, cap: 8 },
  country: { replicates: 2 },
  sweep: { replicates: 2 },
  sensitivity: { rows: 8, trajectories: 2, most: 3 },
  stress: { draws: 20 },
  rivals: { replicates: 4 },
  attribute: { replicates: 2, minimumBudget: undefined },
  optimise: { population: 4, generations: 1, replicates: 2, planning: 2, finalists: 1, finalReplicates: 4 },
  calibrate: { particles: 20, simulations: 40, predictive: 20 },
};

test("every kind has an example, and every example is of a kind", () => {
  expect(examples.map((name) => name.replace(".yaml", "")).sort()).toEqual(shippedKinds.map(({ kind }) => kind).sort());
});

test.for(examples)("%s runs, is written and is confirmed where Math.exp and the like differ", async (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=./study.schema.json");
  const value = readYaml(text, name).value as { kind: string };
  expect(`${value.kind}.yaml`).toBe(name);
  cpSync(folder, own.cwd, { recursive: true });
  writeFileSync(join(own.cwd, name), stringify({ ...value, ...smaller[value.kind] }));
  const { code, out, err } = await uptake(value.kind, name, "--threads", "1", "--out", "results");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/\nFiles: report\.html, answer\.json, .* in results\n$/);
  const verified = await inOtherEngine(() => uptake("verify", "results"));
  expect(verified.out).toContain("Confirmed: all agrees.");
  expect(verified.code).toBe(0);
});

test("draws from the wide priors when asked to", async () => {
  cpSync(folder, own.cwd, { recursive: true });
  const { value } = readYaml(readFileSync(join(folder, "stress.yaml"), "utf8"), "stress.yaml");
  writeFileSync(join(own.cwd, "s.yaml"), stringify({ ...(value as object), ...smaller.stress }));
  const { code, out } = await uptake("stress", "s.yaml", "--priors", "--threads", "1", "--out", "results");
  expect(code).toBe(0);
  expect(out).toContain("20 worlds of the priors");
});

test("the JSON Schema beside the examples is the present one (vitest -u writes it)", async () => {
  const schema = `${JSON.stringify(studySchema(await loadKinds(shippedKinds)), undefined, 2)}\n`;
  await expect(schema).toMatchFileSnapshot(join(folder, "study.schema.json"));
});
