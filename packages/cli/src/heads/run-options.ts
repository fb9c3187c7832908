import { type Command, Option } from "commander";
import { once } from "./once.ts";

/** Says where results go where no folder is given: nowhere, but for a study file. */
const usualFolder = "none, so nothing is written; of a study file, out/ and its name";

/**
 * Adds the options that say how often (`replicates` where it is not said), from which seed, for how long, and where results
 * go (`folder` where it is not said).
 */
export function runOptions(command: Command, replicates: number, folder: string = usualFolder): Command {
  return everyRunOptions(
    command.option(
      "--replicates <n>",
      `number of replicates, each with luck of its own, in a world of its own while there are more (default ${replicates})`,
      once,
    ),
    folder,
  );
}

/** Adds the options of whatever makes runs, many or one: the seed, how long, where results go, and on how many threads. */
export function everyRunOptions(command: Command, folder: string = usualFolder): Command {
  return pagesOption(command)
    .option("--seed <text>", "text that every random draw follows from (default uptake)", once)
    .option("--months <n>", "months simulated, 1 to 600 (default 60)", once)
    .option("--out <folder>", `folder to write the results to (default ${folder})`, once)
    .option(
      "--threads <n>",
      "threads that make runs (default: as many as the machine runs at once, where they pay)",
      once,
    )
    .option("--json", "print one JSON object on stdout");
}

/** Adds the option that gives a scenario as a link of the pages. */
export function linkOption(command: Command): Command {
  return command.option(
    "--link <link>",
    "scenario, seed and replicates as a link of the pages: an address, a path or a query, in quotes",
    once,
  );
}

/** Adds the option that says where the pages are. */
function pagesOption(command: Command): Command {
  return command.option(
    "--pages <address>",
    "address that the printed link of the pages begins with (default UPTAKE_PAGES, or none)",
    once,
  );
}

/** Adds the options that take the place of what a study's file says. */
export function fileOptions(command: Command): Command {
  return command
    .option("--seed <text>", "text that every random draw follows from, in place of the file's", once)
    .option(
      "--replicates <n>",
      "number of replicates in place of the file's, for kinds of study that have replicates",
      once,
    )
    .option("--priors", "draw worlds from the wide priors, not from the kept worlds, for kinds of study that may");
}

/** Adds the options of a study; those that its file can set too take the place of the file's. */
export function studyOptions(command: Command): Command {
  const placed = pagesOption(command).option(
    "--out <folder>",
    "folder to write the results to (default out/ and the name of the file)",
    once,
  );
  return fileOptions(placed)
    .option("--threads <n>", "threads that make runs (default: as many as the machine runs at once)", once)
    .option("--json", "print the result on stdout as one JSON object")
    .addOption(new Option("--budget <sum>", "refused, with what to do").hideHelp());
}
