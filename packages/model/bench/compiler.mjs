import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Flags of every program compiled here; fusing a multiplication with an addition would change bits. */
const FLAGS = ["-O3", "-march=native", "-ffp-contract=off", "-Wall", "-Wextra"];

/** Tells why C cannot be compiled here, or returns `undefined` where it can. */
export function whyNoCompiler() {
  try {
    execFileSync("cc", ["--version"], { stdio: "pipe" });
    return undefined;
  } catch {
    return "there is no C compiler (cc); on Debian: apt-get install gcc libc6-dev";
  }
}

/** Compiles `name`.c of this directory into `scratch`; returns the program's path. */
export function compile(name, scratch) {
  const program = `${scratch}/${name}`;
  execFileSync("cc", [...FLAGS, "-o", program, fileURLToPath(new URL(`${name}.c`, import.meta.url)), "-lm"]);
  return program;
}

/** Runs a compiled program and reads the JSON it prints. */
export function run(program, ...args) {
  return JSON.parse(execFileSync(program, args.map(String), { encoding: "utf8" }));
}
