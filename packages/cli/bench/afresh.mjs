import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { runProgram } from "./process.mjs";
import { lackOf, leastOf, rotated } from "./taken.mjs";

const reporter = fileURLToPath(new URL("report-use.cjs", import.meta.url));

/**
 * Runs Node afresh with `args` and measures it whole: the clock in seconds, the processor in seconds (all threads), the
 * most memory it held, in megabytes, and its threads: one, and each that it started.
 */
export async function useOf(args) {
  const begun = performance.now();
  const { used } = await runProgram(process.execPath, ["--require", reporter, ...args]);
  return { wall: (performance.now() - begun) / 1000, ...JSON.parse(used) };
}

/** Runs Node afresh with `args` and returns the numbers that it prints. */
export async function toldBy(args) {
  return JSON.parse((await runProgram(process.execPath, args)).out);
}

/**
 * Runs every build afresh, in turns, and keeps the least of each number over the rounds.
 *
 * @template B
 * @param {readonly (B & { name: string })[]} builds
 * @param {(build: B) => readonly string[]} argsOf what Node is run with
 * @param {number} rounds
 * @param {(args: readonly string[]) => Promise<Record<string, number>>} [measure] runs once
 * @returns {Promise<import("./taken.mjs").Taken>}
 */
export async function afresh(builds, argsOf, rounds, measure = useOf) {
  const taken = Object.fromEntries(builds.map(({ name }) => [name, {}]));
  for (let round = 0; round < rounds; round++) {
    for (const build of rotated(builds, round)) {
      const { lacks, seconds } = taken[build.name];
      if (lacks !== undefined) continue;
      taken[build.name] = await measure(argsOf(build)).then(
        (now) => ({ seconds: leastOf(seconds, now) }),
        (error) => lackOf(build.name, error),
      );
    }
  }
  return taken;
}

/** Runs every build afresh, all at once: for what other work does not change, such as the most memory held. */
export async function afreshAtOnce(builds, argsOf) {
  return Object.assign({}, ...(await Promise.all(builds.map((build) => afresh([build], argsOf, 1)))));
}
