import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fakeStudy, runFake } from "../../test-support/fake-study.ts";
import { verifyReceipt } from "../commands/verify.ts";
import { BadInput } from "../host/fault.ts";
import { Refuted } from "../host/refuted.ts";
import { resultFiles, writeResults } from "../output/study-results.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import type { StudyAnswer } from "../studies/study-kind.ts";

const quiet = { interactive: false, color: false, debug: false, out: (): void => {}, err: (): void => {} };
let made: string;
let answer: StudyAnswer;
let cwd: string;
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), "uptake-receipt-"));
  const study = fakeStudy({ replicates: 2, unset: undefined });
  answer = await runFake(study);
  await writeResults({ ...quiet, cwd: made }, "result", study, answer);
});
afterAll(() => rmSync(made, { recursive: true }));
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-receipt-"));
  cpSync(join(made, "result"), join(cwd, "result"), { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true }));

type Fake = (study: CompleteStudy) => Promise<StudyAnswer>;
const again: Fake = async () => answer;

/** Runs `uptake verify` with a runner of its own; the exit code is that of the command line. */
async function verify(
  argv: string[],
  rerun = again,
  completed?: CompleteStudy,
): Promise<{ code: number; out: string; faults?: string }> {
  let out = "";
  const host = {
    ...quiet,
    cwd,
    out: (text: string): void => {
      out += text;
    },
  };
  const [file = "", json] = argv;
  try {
    await verifyReceipt(host, file, json === "--json", async (study) => {
      const found = await rerun(study);
      return { study: completed ?? study, checksums: found.checksums, files: await resultFiles(study, found) };
    });
    return { code: 0, out };
  } catch (error) {
    if (error instanceof Refuted) return { code: 1, out };
    if (error instanceof BadInput) return { code: 2, out, faults: error.message };
    throw error;
  }
}

/** Changes a field of the receipt. */
function edit(change: (receipt: Record<string, unknown>) => void): void {
  const file = join(cwd, "result/receipt.json");
  const receipt = JSON.parse(readFileSync(file, "utf8"));
  change(receipt);
  writeFileSync(file, JSON.stringify(receipt));
}

const verdict = (out: string): string => out.trimEnd().split("\n").at(-1) as string;

describe("a result is confirmed", () => {
  const confirmed = {
    code: 0,
    out: `fake study “All six lessons in a small district”, 4 runs, seed “uptake”
agrees   the receipt is as it was written
agrees   7 files beside the receipt as they were written
agrees   the same version, uptake 0.1.0
agrees   the same embedded data of small-rural
agrees   4 runs made again, the same to the bit
agrees   the receipt made again says the same in every field
agrees   7 files written again, the same to the bit
Confirmed: all agrees.
`,
  };
  test("by its folder and by its receipt, with the runs made again", async () => {
    expect(await verify(["result"], runFake)).toEqual(confirmed);
    expect(await verify(["result/receipt.json"])).toEqual(confirmed);
  });
  test("by a receipt that stands alone", async () => {
    cpSync(join(cwd, "result/receipt.json"), join(cwd, "mailed.json"));
    const { code, out } = await verify(["mailed.json", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: "fake", seed: "uptake", agrees: true });
    expect(JSON.parse(out).checks.map(({ of }: { of: string }) => of)).toEqual([
      "receipt",
      "version",
      "districts",
      "runs",
      "fields",
      "results",
    ]);
  });
});

describe("the first difference is named", () => {
  const cases: [what: string, change: () => void, says: string, rerun?: Fake][] = [
    [
      "a file changed since",
      () => writeFileSync(join(cwd, "result/columns.csv"), "mine"),
      "columns.csv was changed since it was written",
    ],
    [
      "files missing",
      () => {
        rmSync(join(cwd, "result/tier-gap.svg"));
        rmSync(join(cwd, "result/adoption-fan.svg"));
      },
      "adoption-fan.svg is missing, and 1 other difference",
    ],
    [
      "another seed in the receipt",
      () => edit((receipt) => Object.assign(receipt["study"] as object, { seed: "mine" })),
      "the receipt was changed since it was written: its contents no longer have its hash",
    ],
    [
      "another run",
      () => {},
      "another result: 4 runs made again, number 3 not the same",
      async () => ({ ...answer, checksums: answer.checksums.with(2, "0") }),
    ],
    [
      "another run, where answer.json is not there to say which",
      () => cpSync(join(cwd, "result/receipt.json"), join(cwd, "result.json")),
      "another result: 4 runs made again, not the same",
      async () => ({ ...answer, checksums: answer.checksums.with(2, "0") }),
    ],
    [
      "fewer runs",
      () => {},
      "another result: 3 runs made again, where the receipt has 4",
      async () => ({ ...answer, checksums: answer.checksums.slice(1) }),
    ],
    [
      "the same runs told otherwise",
      () => {},
      "report.html comes out otherwise when written again, and 1 other difference",
      async () => ({ ...answer, sentence: "All is well." }),
    ],
  ];
  test.for(cases)("%s", async ([what, change, says, rerun]) => {
    change();
    const { code, out } = await verify([what.includes("not there") ? "result.json" : "result"], rerun ?? again);
    expect(code).toBe(1);
    expect(verdict(out)).toBe(`Not confirmed. First difference: ${says}.`);
  });
  test("another version, or other data of a district, each beside a receipt that is otherwise right", async () => {
    const { receiptHash } = await import("./receipt.ts");
    const rehash = (change: (receipt: Record<string, unknown>) => void): void =>
      edit((receipt) => {
        change(receipt);
        receipt["receipt"] = receiptHash(receipt as never);
      });
    rehash((receipt) => (receipt["version"] = "0.0.9"));
    expect(verdict((await verify(["result"])).out)).toBe(
      "Not confirmed. First difference: another version: the result is of uptake 0.0.9, this is 0.1.0.",
    );
    rehash((receipt) => Object.assign(receipt, { version: "0.1.0", districts: { "small-rural": "ab".repeat(32) } }));
    expect(verdict((await verify(["result"])).out)).toBe(
      "Not confirmed. First difference: the embedded data of small-rural are others now.",
    );
  });
  test("a number of failed runs that was changed, with the hash made anew", async () => {
    const { receiptHash } = await import("./receipt.ts");
    edit((receipt) => {
      receipt["failed"] = 1;
      receipt["receipt"] = receiptHash(receipt as never);
    });
    const { code, out } = await verify(["result"]);
    expect(code).toBe(1);
    expect(out).toContain("agrees   the receipt is as it was written\n");
    expect(verdict(out)).toBe(
      "Not confirmed. First difference: made again the receipt says otherwise: failed is 1 there and 0 here, and 1 other difference.",
    );
  });
  test("a study of which something was left out, with the hash made anew", async () => {
    const { receiptHash } = await import("./receipt.ts");
    const complete = JSON.parse(readFileSync(join(cwd, "result/receipt.json"), "utf8")).study;
    edit((receipt) => {
      delete (receipt["study"] as Record<string, unknown>)["replicates"];
      receipt["receipt"] = receiptHash(receipt as never);
    });
    const { code, out } = await verify(["result"], again, complete);
    expect(code).toBe(1);
    expect(verdict(out)).toContain(
      "made again the receipt says otherwise: study.replicates is nothing there and 2 here",
    );
  });
  test("files beside a receipt that was made to name none", async () => {
    edit((receipt) => (receipt["files"] = {}));
    expect((await verify(["result"])).out).toContain(
      "agrees   7 files that the receipt does not name written again, the same to the bit\n",
    );
    writeFileSync(join(cwd, "result/answer.json"), "{}");
    const { code, out } = await verify(["result"]);
    expect(code).toBe(1);
    expect(verdict(out)).toBe(
      "Not confirmed. First difference: answer.json, which the receipt does not name, comes out otherwise when written again.",
    );
  });
  test("a changed file leaves the rest to be compared", async () => {
    writeFileSync(join(cwd, "result/columns.csv"), "mine");
    expect((await verify(["result"])).out).toContain("agrees   7 files written again, the same to the bit\n");
  });
});

describe("what is no receipt is refused", () => {
  test.for<[text: string, ...faults: string[]]>([
    ["{", "r.json: is not JSON: "],
    ["[]", "r.json: is no receipt of this program"],
    ["{}", "r.json: is no receipt of this program"],
    ['{"format":1,"runs":"4"}', "r.json runs: “4” is not a whole number", "r.json failed: is missing: a whole number"],
    ['{"format":2}', "r.json format: the receipt was made by a newer version of this program"],
    ['{"format":1}', "r.json version: ", "r.json files: "],
  ])("%s", async ([text, ...faults]) => {
    writeFileSync(join(cwd, "r.json"), text);
    const result = await verify(["r.json"]);
    expect(result.code).toBe(2);
    for (const fault of faults) expect(result.faults).toContain(fault);
  });
  test("nor is one whose scenario is not one", async () => {
    edit((receipt) => (receipt["study"] = { kind: "fake", name: "", seed: "", scenario: { district: "a" } }));
    const { code, faults } = await verify(["result"]);
    expect(code).toBe(2);
    expect(faults).toMatch(/study\.scenario\.levers: .*\n.*study\.scenario\.horizon: .*\n.*study\.scenario\.target: /);
  });
  test("nor is one that names files elsewhere, or none at all", async () => {
    edit((receipt) => (receipt["files"] = { "../../etc/passwd": "ab".repeat(32) }));
    expect((await verify(["result"])).faults).toContain('result/receipt.json files["../../etc/passwd"]: ');
    expect((await verify(["nothing"])).faults).toBe("nothing: there is no such file");
  });
});
