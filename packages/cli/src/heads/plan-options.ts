import { targetKinds } from "@uptake/model/names";
import type { Command } from "commander";
import { once } from "./once.ts";

/** Adds the options that say what is asked of a strategy, in place of the scenario's own target. */
export function targetOptions(command: Command): Command {
  return command
    .option("--of <who>", `what the target is a share of: ${targetKinds.join(", ")} (default teachers)`, once)
    .option("--target <share>", "share to reach, as in 60% or 0.6 (default 80%)", once)
    .option("--by <month>", "when, as in may-3 for May of year 3, or an index from 0 (default may-3)", once);
}

/** Adds the options that say in which worlds runs are made. */
export function beliefsOptions(command: Command): Command {
  return command
    .option(
      "--worlds <file>",
      "worlds to run in, as the worlds.csv or worlds.parquet of a calibration (default the kept worlds)",
      once,
    )
    .option(
      "--effects <tie>",
      "effects as the worlds have them (independent, the default), or with one common factor (common)",
      once,
    )
    .option(
      "--level <level>",
      "hold all effects at their first quartile (sceptical), median (central) or third quartile (hopeful)",
      once,
    );
}

/** Adds the option that says what a plan may cost. */
export function budgetOption(command: Command): Command {
  return command.option(
    "--budget <sum>",
    "what a plan may be planned to cost in all, in $ of 2024, as in 3M, 500k or 3000000: plans that cost more are scaled down to it (what is then spent differs by world)",
    once,
  );
}

/** Adds the options that say how precise a comparison must be. */
export function precisionOptions(command: Command): Command {
  return command
    .option(
      "--half-width <size>",
      "add replicates until the 95% interval is ± this, as in 1pt (percentage points)",
      once,
    )
    .option("--cap <n>", "most replicates that --half-width may take (default 2,000)", once);
}

/** Adds the option that leaves out the runs from which bottlenecks are told. */
export function bottleneckOption(command: Command): Command {
  return command.option("--no-bottleneck", "do not make the runs that tell which step holds a plan back most");
}
