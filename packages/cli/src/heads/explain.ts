import type { Command } from "commander";
import type { RawExplain } from "../commands/explain.ts";
import type { Host } from "../host/host.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { once } from "./once.ts";
import { placeOptions } from "./place-options.ts";
import { budgetOption } from "./plan-options.ts";

/** Adds `uptake explain`: one teacher's and one school's story through one run. */
export function addExplain(program: Command, host: Host, kinds: Kinds): void {
  const command = program
    .command("explain")
    .description("tell one teacher's or one school's story through one run, month by month")
    .argument("[what]", "strategy name or scenario file (default business as usual); or a study file of kind explain");
  budgetOption(placeOptions(command))
    .option(
      "--teacher [number]",
      "teacher, numbered as in teachers.csv of uptake population (default who changed most)",
    )
    .option("--school [id]", "school, by id or name (default the one that changed most)")
    .option("--population <folder>", "teachers.csv and ties.csv to use in place of drawn ones", once)
    .option("--replicate <n>", "number of the run, from 0 (default 0)", once)
    .option("--seed <text>", "text that every random draw follows from (default uptake)", once)
    .option("--months <n>", "months simulated, 1 to 600 (default 60)", once)
    .option("--out <folder>", "folder to write the results to", once)
    .option(
      "--threads <n>",
      "threads that make runs (default: as many as the machine runs at once, where they pay)",
      once,
    )
    .option("--json", "print one JSON object on stdout")
    .option("--example", "run the shipped study file of kind explain")
    .action(async (what: string | undefined, raw: RawExplain) => {
      const { explain } = await import("../commands/explain.ts");
      await explain(host, kinds, what, raw);
    });
}
