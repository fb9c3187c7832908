import { existsSync } from "node:fs";
import type { Engine } from "./engine.ts";
import { runProgram } from "./run-program.ts";

const program = process.env["JSC"] ?? "/usr/bin/jsc";

/** JavaScriptCore, the engine of Safari, by its shell, which tells no version of its own: that is asked of Debian. */
export const jscEngine: Engine = {
  name: "JavaScriptCore",
  needs: "Debian's package libjavascriptcoregtk-4.0-bin, or JSC set to its program",
  workers: false,
  start: async (folder) => {
    if (!existsSync(program)) return undefined;
    return {
      version: await versionOf(program),
      ask: async (ask) => JSON.parse(await runProgram(program, ["jsc.js", "--", JSON.stringify(ask)], folder)),
      end: async () => undefined,
    };
  },
};

/** Returns the version of the package that holds a program. */
async function versionOf(path: string): Promise<string> {
  try {
    const [owner = ""] = (await runProgram("dpkg-query", ["-S", path])).split(":");
    return `WebKitGTK ${/^Version: ([^-\s]+)/m.exec(await runProgram("dpkg-query", ["-s", owner]))?.[1]}`;
  } catch {
    return "unknown";
  }
}
