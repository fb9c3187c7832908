import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import { type RawOptions, usualReplicates } from "../input/options.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { placeOptions } from "./place-options.ts";
import { beliefsOptions, bottleneckOption, budgetOption, precisionOptions, targetOptions } from "./plan-options.ts";
import { linkOption, runOptions } from "./run-options.ts";

/** Adds `uptake compare`: two scenarios in the same worlds and luck, or a study file. */
export function addCompare(program: Command, host: Host, kinds: Kinds): void {
  const command = program
    .command("compare")
    .description("compare two strategies in the same worlds and luck: B less A; or run a study file of kind compare")
    .argument("[a]", "strategy name or scenario file; alone, a study file")
    .argument("[b]", "strategy name or scenario file; a name beside a file takes the place of that file's strategy")
    .option("--example", "run the shipped study file of kind compare");
  const asked = beliefsOptions(targetOptions(runOptions(placeOptions(linkOption(command)), usualReplicates)));
  bottleneckOption(budgetOption(precisionOptions(asked))).action(
    async (a: string | undefined, b: string | undefined, raw: RawOptions) => {
      const { compare } = await import("../commands/compare.ts");
      await compare(host, kinds, [a, b], raw);
    },
  );
}
