import { rosterFormatNames } from "@uptake/model/names";
import type { Command } from "commander";
import { once } from "./once.ts";

/** Collects the texts of an option that may be given several times. */
function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Adds the options that say how a roster is laid out: its format, and which of its columns is which. */
export function rosterOptions(command: Command): Command {
  return command
    .option("--format <name>", `format of the roster: ${rosterFormatNames}`, once)
    .option(
      '--column <field="header">',
      'column of the roster that holds a field, as in --column teachers="FTE Count"; may be given for several',
      several,
    );
}

/** Adds the option that takes people in the place of drawn ones. */
export function populationOption(command: Command): Command {
  return command.option(
    "--population <folder>",
    "teachers.csv and ties.csv, or both as .parquet, to use in place of drawn ones",
    once,
  );
}

/** Adds the options that say where: an embedded district, or a roster. */
export function placeOptions(command: Command): Command {
  return rosterOptions(
    command
      .option("--district <name>", "embedded district (see: uptake list districts)", once)
      .option("--roster <file>", "roster of schools, as CSV or Parquet", once),
  ).option("--district-id <id>", "id or name of the district in the roster", once);
}
