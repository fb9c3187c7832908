import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeSystemError, whyRefused } from "./describe-system-error.ts";

const codes = ["EACCES", "EPERM", "ENOSPC", "EDQUOT", "EROFS", "ENOTDIR", "EISDIR", "EEXIST", "ENOENT", "EXDEV"].concat(
  ["EMFILE", "ENFILE", "ENAMETOOLONG", "ELOOP", "EBUSY", "EIO", "EFBIG"],
);

test.for(codes)("%s is said in words, with the path", (code) => {
  const error = Object.assign(new Error(`${code}: odd, open '/data/a'`), { code, syscall: "open", path: "/data/a" });
  expect(describeSystemError(error)).toMatch(/^\/data\/a cannot be used: [a-z]/);
  expect(describeSystemError(error)).not.toMatch(/[A-Z]{3}/);
  expect(whyRefused(error)).not.toContain("/data/a");
});

test("what the system really says is said so", () => {
  const cwd = mkdtempSync(join(tmpdir(), "uptake-words-"));
  const said = (act: () => unknown): string => {
    try {
      return String(act());
    } catch (error) {
      return describeSystemError(error);
    }
  };
  writeFileSync(join(cwd, "file"), "");
  expect(said(() => writeFileSync(cwd, ""))).toBe(`${cwd} cannot be used: a folder stands where a file is to be`);
  expect(said(() => readFileSync(join(cwd, "file/a")))).toContain("a part of the path is a file, not a folder");
  rmSync(cwd, { recursive: true });
});

test("an error of another kind keeps its message", () => {
  expect(describeSystemError(new Error("odd"))).toBe("odd");
  expect(describeSystemError("odd")).toBe("odd");
});
