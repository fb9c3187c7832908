import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fakeStudy, runFake } from "../../test-support/fake-study.ts";
import { listeningHost } from "../../test-support/listening-host.ts";
import { verifyReceipt } from "../commands/verify.ts";
import { BadInput } from "../host/fault.ts";
import { Refuted } from "../host/refuted.ts";
import { resultFiles } from "../output/study-results.ts";
import { writeFolder } from "../output/write-folder.ts";
import type { Rerun } from "./verify.ts";

let cwd: string;
let rerun: Rerun;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-damaged-"));
  for (const seed of ["mine", "other"]) {
    const study = fakeStudy({ replicates: 2, seed });
    const answer = await runFake(study);
    const files = await resultFiles(study, answer);
    await writeFolder(listeningHost(cwd), seed, files);
    // What running the study again gives is the same each time, and need not be made each time.
    if (seed === "mine") rerun = async () => ({ study, checksums: answer.checksums, files });
  }
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Verifies a copy of the result of which one file was changed; returns the exit code, and what is said. */
async function verified(name: string, change: (content: Buffer) => Uint8Array): Promise<[code: number, said: string]> {
  const folder = mkdtempSync(join(cwd, "copy-"));
  cpSync(join(cwd, "mine"), folder, { recursive: true });
  writeFileSync(join(folder, name), change(readFileSync(join(folder, name))));
  const host = listeningHost(cwd);
  try {
    await verifyReceipt(host, folder, false, rerun);
    return [0, host.said.out];
  } catch (error) {
    if (error instanceof Refuted) return [1, host.said.out];
    if (error instanceof BadInput) return [2, error.message];
    throw error;
  }
}

/** Changes one character, somewhere within. */
function tampered(content: Buffer): Uint8Array {
  const at = content.length >> 1;
  return content.map((byte, i) => (i === at ? byte ^ 1 : byte));
}

const damages: [what: string, change: (name: string) => (content: Buffer) => Uint8Array][] = [
  ["torn", () => (content) => content.subarray(0, content.length >> 1)],
  ["short of its end", () => (content) => content.subarray(0, -1)],
  ["empty", () => () => new Uint8Array()],
  ["with one character changed", () => tampered],
  ["of another result", (name) => () => readFileSync(join(cwd, "other", name))],
];

describe.for(damages)("a file %s", ([what, change]) => {
  test("is found by verify, whichever it is", async () => {
    const names = readdirSync(join(cwd, "mine")).filter((name) => name !== "receipt.json");
    expect(names.length).toBeGreaterThan(6);
    for (const name of names) {
      const same = readFileSync(join(cwd, "mine", name)).equals(readFileSync(join(cwd, "other", name)));
      const [code, said] = await verified(name, change(name));
      if (same && what === "of another result") expect([name, code]).toEqual([name, 0]);
      else
        expect([name, code, said]).toEqual([
          name,
          1,
          expect.stringContaining(`${name} was changed since it was written`),
        ]);
    }
  });
});

describe("a receipt", () => {
  const receipt = "receipt.json";

  test.for(damages.slice(0, 3).filter(([what]) => what !== "short of its end"))("%s is none", async ([, change]) => {
    const [code, said] = await verified(receipt, change(receipt));
    expect(code).toBe(2);
    expect(said).toContain("receipt.json: is ");
  });
  test("of another result is told apart", async () => {
    const [code, said] = await verified(receipt, () => readFileSync(join(cwd, "other", receipt)));
    expect(code).toBe(1);
    expect(said).toContain("DIFFERS  files of two results are mixed in this folder");
  });
  test("with any value changed is not confirmed", async () => {
    const text = readFileSync(join(cwd, "mine", receipt), "utf8");
    const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
    // One digit in each of the places, spread over the whole.
    for (let i = 0; i < digits.length; i += Math.ceil(digits.length / 60)) {
      const at = digits[i] as number;
      const digit = (Number(text[at]) + 1) % 10;
      const changed = `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
      const [code] = await verified(receipt, () => Buffer.from(changed));
      expect([changed.slice(at - 20, at + 20), code]).not.toEqual([changed.slice(at - 20, at + 20), 0]);
    }
  });
});
