import type { Command } from "commander";
import type { RawExplain } from "../commands/explain.ts";
import type { Host } from "../host/host.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { once } from "./once.ts";
import { placeOptions, populationOption } from "./place-options.ts";
import { budgetOption } from "./plan-options.ts";
import { everyRunOptions, linkOption } from "./run-options.ts";

/** Adds `uptake explain`: one teacher's and one school's story through one run. */
export function addExplain(program: Command, host: Host, kinds: Kinds): void {
  const command = program
    .command("explain")
    .description("tell one teacher's or one school's story through one run, month by month")
    .argument("[what]", "strategy name or scenario file (default business as usual); or a study file of kind explain");
  const story = budgetOption(placeOptions(linkOption(command)))
    .option(
      "--teacher [number]",
      "teacher, numbered as in teachers.csv of uptake population (default who changed most)",
      once,
    )
    .option("--school [id]", "school, by id or name (default the one that changed most)", once);
  populationOption(story).option("--replicate <n>", "number of the run, from 0 (default 0)", once);
  everyRunOptions(story)
    .option("--example", "run the shipped study file of kind explain")
    .action(async (what: string | undefined, raw: RawExplain) => {
      const { explain } = await import("../commands/explain.ts");
      await explain(host, kinds, what, raw);
    });
}
