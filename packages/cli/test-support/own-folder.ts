import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { main } from "../src/command-line.ts";
import type { StudyKind } from "../src/studies/study-kind.ts";
import { listeningHost } from "./listening-host.ts";

/** Holds what a command came to. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Holds a folder, and the command line that stands in it. */
export interface OwnFolder {
  /** Path of the folder of the test that runs. */
  readonly cwd: string;
  /** Runs the command line in the folder. */
  readonly uptake: (...argv: readonly string[]) => Promise<Said>;
  /** Writes a file into the folder and returns its name. */
  readonly file: (name: string, text: string | Uint8Array) => string;
}

/** Gives each test of a file a folder of its own, which is gone after it; `kinds` are the kinds of study there are (default all). */
export function ownFolder({
  kinds,
  debug = false,
}: {
  readonly kinds?: readonly StudyKind[];
  readonly debug?: boolean;
} = {}): OwnFolder {
  let cwd = "";
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), "uptake-"));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));
  return {
    get cwd() {
      return cwd;
    },
    uptake: async (...argv) => {
      const host = listeningHost(cwd, debug);
      const code = await main(argv, host, kinds);
      return { code, ...host.said };
    },
    file: (name, text) => {
      writeFileSync(join(cwd, name), text);
      return name;
    },
  };
}
