import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Engine, Started } from "./engine.ts";
import { runProgram } from "./run-program.ts";

const folderOfNodes = fileURLToPath(new URL("../../../node_modules/.cache/nodes/", import.meta.url));
const commandLine = fileURLToPath(new URL("../../../packages/cli/bin/uptake.js", import.meta.url));
const programOf = (version: string, processor: string): string =>
  `${folderOfNodes}${processor}/node_modules/node-${version}/bin/node`;

/** Starts what runs scripts by a command of some words; unless told otherwise, that of the Node that runs this. */
export async function startedNode(
  folder: string,
  [program = "", ...words]: readonly string[] = [process.execPath],
): Promise<Started> {
  const run = (...more: string[]): Promise<string> => runProgram(program, [...words, ...more]);
  return {
    version: (await run("--version")).trim().slice(1),
    ask: async (ask) => JSON.parse(await run(`${folder}/node.mjs`, JSON.stringify(ask))),
    uptake: (own, cwd) => runProgram(program, [...words, commandLine, ...own], cwd),
    end: async () => undefined,
  };
}

/** Returns a version of Node, as get-nodes.mjs installs it. */
export function nodeEngine(version: string): Engine {
  const program = programOf(version, process.arch);
  return {
    name: `Node ${version.split(".")[0]}`,
    needs: `Node ${version}: node tests/engines/everywhere/get-nodes.mjs`,
    workers: true,
    start: async (folder) => (existsSync(program) ? startedNode(folder, [program]) : undefined),
  };
}

const emulator = "/usr/bin/qemu-aarch64-static";
const libraries = "/usr/aarch64-linux-gnu";

/** Returns a version of Node for aarch64 on a machine that QEMU emulates: its instructions, run one by one in others. */
export function emulatedEngine(version: string): Engine {
  const program = programOf(version, "arm64");
  return {
    name: `Node ${version.split(".")[0]} for aarch64, emulated`,
    needs: `Node ${version} for aarch64, and Debian's packages qemu-user-static and libstdc++6-arm64-cross`,
    workers: true,
    start: async (folder) =>
      [program, emulator, `${libraries}/lib/libstdc++.so.6`].every((each) => existsSync(each))
        ? startedNode(folder, [emulator, "-L", libraries, program])
        : undefined,
  };
}
