import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import { type RawOptions, startReplicates } from "../input/options.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { placeOptions } from "./place-options.ts";
import { beliefsOptions, budgetOption, targetOptions } from "./plan-options.ts";
import { linkOption, runOptions } from "./run-options.ts";

/** Adds `uptake start`: the reference strategies on one district, in a table. */
export function addStart(program: Command, host: Host, kinds: Kinds): void {
  const command = program
    .command("start")
    .description("compare the reference strategies on a district (default Colorado Springs D11)")
    .argument("[file]", "study file of kind start");
  budgetOption(
    beliefsOptions(
      targetOptions(
        runOptions(
          placeOptions(linkOption(command)),
          startReplicates,
          "out/start, or out/ and the name of a study file",
        ),
      ),
    ),
  )
    .option("--example", "run the shipped study file of kind start")
    .action(async (file: string | undefined, raw: RawOptions) => {
      const { start } = await import("../commands/start.ts");
      await start(host, kinds, file, raw);
    });
}
