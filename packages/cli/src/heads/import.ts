import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import type { RawOptions } from "../input/options.ts";
import { once } from "./once.ts";
import { rosterOptions } from "./place-options.ts";

/** Adds `uptake import`: reads a roster and accounts for every row. */
export function addImport(program: Command, host: Host): void {
  const command = program
    .command("import")
    .description("read a roster of schools and report what was estimated and dropped, and why")
    .argument("[roster]", "roster of schools, as CSV or Parquet")
    .option("--roster <file>", "the same, as an option", once);
  rosterOptions(command)
    .option("--district-id <id>", "id or name of one district; without it every district is read", once)
    .option("--out <folder>", "folder to write district.json to, for use as district: in a scenario", once)
    .option("--json", "print one JSON object on stdout")
    .action(async (roster: string | undefined, raw: RawOptions) => {
      const { importRosterFile } = await import("../commands/import.ts");
      await importRosterFile(host, roster ?? raw.roster, raw);
    });
}
