import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FolderInUse, lockFolder, lockName, refuseInUse } from "./folder-lock.ts";
import { ownMark } from "./process-mark.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-lock-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const lockOf = (content: unknown): string => {
  const folder = join(cwd, "results");
  mkdirSync(folder);
  writeFileSync(join(folder, lockName), typeof content === "string" ? content : JSON.stringify(content));
  return folder;
};

/** Has processes lock one folder at the same moment; returns what each says: that it has it, or why not. */
async function together(count: number, folder: string): Promise<string[]> {
  const module = new URL("../../dist/host/folder-lock.js", import.meta.url).href;
  const program = `
    import { lockFolder } from ${JSON.stringify(module)};
    process.stdin.once("data", () => {
      try { lockFolder(${JSON.stringify(folder)}); console.log("mine"); } catch (error) { console.log(error.message); }
    });
    console.log("ready");`;
  const children = Array.from({ length: count }, () => spawn(process.execPath, ["--input-type=module", "-e", program]));
  const said = children.map((child) => {
    let text = "";
    child.stdout.on("data", (part) => {
      text += part;
    });
    return () => text;
  });
  await Promise.all(children.map((child) => once(child.stdout, "data")));
  const answers = children.map((child) => once(child.stdout, "data"));
  for (const child of children) child.stdin.write("go\n");
  await Promise.all(answers);
  // Killed, so that the locks stay for whoever comes next.
  for (const child of children) child.kill("SIGKILL");
  await Promise.all(children.map((child) => once(child, "exit")));
  return said.map((text) => text().replace("ready\n", "").trim());
}

describe("a folder", () => {
  test("is locked, as often as its process asks, and let go with what was made for it", () => {
    const folder = join(cwd, "a/results");
    const [one, two] = [lockFolder(folder), lockFolder(folder)];
    expect(JSON.parse(readFileSync(join(folder, lockName), "utf8"))).toEqual(ownMark());
    one();
    one();
    expect(existsSync(join(folder, lockName))).toBe(true);
    two();
    expect(readdirSync(cwd)).toEqual([]);
  });
  test("of one of several processes at once is refused to the others, and once all are killed one of the next takes over", async () => {
    const folder = join(cwd, "results");
    for (const _ of [1, 2, 3]) {
      const said = await together(5, folder);
      expect(said.filter((one) => one === "mine")).toEqual(["mine"]);
      for (const one of said.filter((text) => text !== "mine")) expect(one).toMatch(/^is being written to by another /);
      expect(readdirSync(folder)).toEqual([lockName]);
    }
  });
});

describe("a lock", () => {
  test("of a process that runs is respected, and told of", () => {
    const folder = lockOf({ ...ownMark(), pid: process.ppid, born: "" });
    // Its start is not that of the process of this number, so it is another one, and has ended.
    if (ownMark().born !== "") expect(() => refuseInUse(folder)).not.toThrow();
    const [, born = ""] = /^\d+ \(.*\) (?:\S+ ){19}(\d+)/s.exec(statOf(process.ppid)) ?? [];
    writeFileSync(join(folder, lockName), JSON.stringify({ ...ownMark(), pid: process.ppid, born }));
    for (const act of [refuseInUse, lockFolder]) {
      expect(() => act(folder)).toThrow(FolderInUse);
      expect(() => act(folder)).toThrow(
        `is being written to by another command, process ${process.ppid}; wait for it to end, or choose another folder`,
      );
    }
    expect(readdirSync(folder)).toEqual([lockName]);
  });
  test("of another machine is respected, and may be deleted by hand", () => {
    const folder = lockOf({ ...ownMark(), host: "elsewhere", pid: 4_194_303 });
    expect(() => lockFolder(folder)).toThrow(
      `process 4194303 of elsewhere; wait for it to end, or delete ${join(folder, lockName)} where it runs no more, or choose another folder`,
    );
  });
  test.for<[what: string, content: () => unknown]>([
    ["a process that has ended", () => ({ ...ownMark(), pid: 4_194_303 })],
    ["a machine that was started again", () => ({ ...ownMark(), pid: process.ppid, boot: "before" })],
  ])("of %s is taken over", ([, content]) => {
    const folder = lockOf(content());
    lockFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });
  test.for(["", "{", "null", '{"pid":-1}'])(
    "of nobody (%j) was just made, and is taken over when it is old",
    (content) => {
      const folder = lockOf(content);
      expect(() => lockFolder(folder)).toThrow("is being written to by another process; wait for it to end");
      utimesSync(join(folder, lockName), 1, 1);
      lockFolder(folder)();
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

/** Returns what Linux says of a process; nothing elsewhere. */
function statOf(pid: number): string {
  const path = `/proc/${pid}/stat`;
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
