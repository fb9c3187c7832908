import { spawn } from "node:child_process";

const running = new Set();

/** Ends every program that was started here and runs still. */
export function stopAll() {
  for (const child of running) child.kill("SIGKILL");
}

/**
 * Runs a program and waits for it. Returns what it wrote on stdout and on descriptor 3.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} [cwd] folder it runs in
 * @param {NodeJS.ProcessEnv} [env] environment (default its own)
 * @returns {Promise<{ out: string, used: string }>}
 * @throws Error when it fails, with the last that it said.
 */
export function runProgram(program, args, cwd, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe", "pipe"] });
    const said = ["", "", "", ""];
    running.add(child);
    for (const k of [1, 2, 3]) {
      child.stdio[k].setEncoding("utf8").on("data", (text) => {
        said[k] += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code, signal) => {
      running.delete(child);
      const [, out, err, used] = said;
      if (code === 0) resolve({ out, used });
      else reject(new Error(`${program} ${args.join(" ")} (${signal ?? code}): ${(err || out).trim().slice(-2000)}`));
    });
  });
}
