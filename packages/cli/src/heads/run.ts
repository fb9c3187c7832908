import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import { type RawOptions, usualReplicates } from "../input/options.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { once } from "./once.ts";
import { placeOptions, populationOption } from "./place-options.ts";
import { beliefsOptions, bottleneckOption, budgetOption, targetOptions } from "./plan-options.ts";
import { linkOption, runOptions } from "./run-options.ts";

/** Adds `uptake run`: one scenario, many replicates, an answer. */
export function addRun(program: Command, host: Host, kinds: Kinds): void {
  const command = program
    .command("run")
    .description("simulate one scenario and report adoption, chance of the target, gap, cost")
    .argument("[scenario]", "scenario file, YAML or JSON; or a study file of kind run");
  const asked = beliefsOptions(targetOptions(runOptions(placeOptions(linkOption(command)), usualReplicates)));
  const named = bottleneckOption(budgetOption(asked)).option(
    "--strategy <name>",
    "strategy (see: uptake list strategies)",
    once,
  );
  populationOption(named)
    .option("--example", "run the shipped study file of kind run")
    .action(async (file: string | undefined, raw: RawOptions) => {
      const { run } = await import("../commands/run.ts");
      await run(host, kinds, file, raw);
    });
}
