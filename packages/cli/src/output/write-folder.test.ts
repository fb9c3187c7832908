import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import type { Fault } from "../host/fault.ts";
import type { FileContent } from "../host/file-content.ts";
import { checkFolder, writeFolder } from "./write-folder.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-folder-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const files = new Map([
  ["a.csv", "1"],
  ["receipt.json", "{}"],
]);

async function faultsOf(folder: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  await checkFolder(listeningHost(cwd), folder, faults);
  return faults;
}

/** Acts as a user without rights over everything, which root has. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

/** Makes a folder of nobody's own under a parent that may not be written to. */
function underReadOnly(): string {
  const target = join(cwd, "closed/target");
  mkdirSync(target, { recursive: true });
  if (process.geteuid?.() === 0) chownSync(target, 65_534, 65_534);
  chmodSync(cwd, 0o755);
  chmodSync(join(cwd, "closed"), 0o555);
  return "closed/target";
}

describe("a folder", () => {
  test("under a parent that may not be written to is written to, again and again", async () => {
    const folder = underReadOnly();
    for (const round of [1, 2]) {
      expect(await asNobody(() => faultsOf(folder))).toEqual([]);
      await asNobody(() => writeFolder(listeningHost(cwd), folder, new Map([["a.csv", String(round)]])));
      expect(readdirSync(join(cwd, folder))).toEqual(["a.csv"]);
      expect(readFileSync(join(cwd, folder, "a.csv"), "utf8")).toBe(String(round));
    }
    chmodSync(join(cwd, "closed"), 0o755);
  });
  test("that may not be written to, or not be made, is refused before any run, in words", async () => {
    underReadOnly();
    const words = "cannot be written to: you may not write there; choose another folder, or ask for the right to";
    for (const folder of ["closed", "closed/other", "closed/other/inner"])
      expect(await asNobody(() => faultsOf(folder))).toEqual([
        { code: "read-only", path: "--out", message: `“${folder}” ${words}` },
      ]);
    chmodSync(join(cwd, "closed"), 0o755);
    expect(readdirSync(join(cwd, "closed"))).toEqual(["target"]);
  });
  test("that a file stands in the way of is refused", async () => {
    writeFileSync(join(cwd, "file"), "mine");
    for (const folder of ["file", "file/inner"]) {
      const [fault] = await faultsOf(folder);
      expect(fault).toMatchObject({ code: "not-a-folder" });
      expect(fault?.message).toMatch(/cannot be a folder: .*file is a file$/);
    }
  });
  test("is only tried: nothing of it stays", async () => {
    expect(await faultsOf("a/b/c")).toEqual([]);
    expect(existsSync(join(cwd, "a"))).toBe(false);
  });
  test("is cleared of what a killed command left", async () => {
    mkdirSync(join(cwd, "results/.uptake-writing-4194303-abc/new"), { recursive: true });
    expect(await faultsOf("results")).toEqual([]);
    expect(readdirSync(join(cwd, "results"))).toEqual([]);
  });
});

describe("a disk that is full", () => {
  const full = async (path: string, content: FileContent): Promise<void> => {
    if (path.endsWith("receipt.json"))
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), {
        code: "ENOSPC",
        syscall: "write",
        path,
      });
    await writeFile(path, content);
  };
  const words = "nothing was written to a/b: the disk is full; free some space, or choose a folder on another disk";
  test("leaves nothing of a new result", async () => {
    await expect(writeFolder(listeningHost(cwd), "a/b", files, full)).rejects.toThrow(words);
    expect(readdirSync(cwd)).toEqual([]);
  });
  test("leaves an earlier result as it was", async () => {
    mkdirSync(join(cwd, "a/b"), { recursive: true });
    writeFileSync(join(cwd, "a/b/a.csv"), "0");
    await expect(writeFolder(listeningHost(cwd), "a/b", files, full)).rejects.toThrow(words);
    expect(readdirSync(join(cwd, "a/b"))).toEqual(["a.csv"]);
    expect(readFileSync(join(cwd, "a/b/a.csv"), "utf8")).toBe("0");
  });
});
