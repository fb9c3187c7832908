import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import type { RawOptions } from "../input/options.ts";
import { once } from "./once.ts";
import { placeOptions } from "./place-options.ts";

/** Adds `uptake population`: writes the people of replicate 0, to inspect or replace. */
export function addPopulation(program: Command, host: Host): void {
  const command = program
    .command("population")
    .description("write the synthetic teachers and ties of a district as tables, to inspect or replace");
  placeOptions(command)
    .option("--seed <text>", "text that every random draw follows from (default uptake)", once)
    .option("--out <folder>", "folder to write schools.csv, teachers.csv and ties.csv to; must be given", once)
    .action(async (raw: RawOptions) => {
      const { population } = await import("../commands/population.ts");
      await population(host, raw);
    });
}
