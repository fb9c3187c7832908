import { version } from "@uptake/model/names";
import { Command, CommanderError } from "commander";
import { addCompare } from "./heads/compare.ts";
import { addExplain } from "./heads/explain.ts";
import { addImport } from "./heads/import.ts";
import { addList } from "./heads/list.ts";
import { addPopulation } from "./heads/population.ts";
import { addRun } from "./heads/run.ts";
import { addSchema } from "./heads/schema.ts";
import { addShard } from "./heads/shard.ts";
import { addStart } from "./heads/start.ts";
import { addStudy } from "./heads/study.ts";
import { addVerify } from "./heads/verify.ts";
import { type Host, interruptedCode, nodeHost } from "./host/host.ts";
import { Interrupted } from "./host/interrupted.ts";
import { Refuted } from "./host/refuted.ts";
import { speakingVisibly } from "./host/visible.ts";
import { headsOf, type Kinds, shippedKinds } from "./studies/kind-heads.ts";
import type { StudyKind } from "./studies/study-kind.ts";

const addAll = [
  addStart,
  addRun,
  addCompare,
  addExplain,
  addStudy,
  addImport,
  addPopulation,
  addList,
  addSchema,
  addVerify,
  addShard,
];

/** Lets commands, and those below them, speak as the program does. */
function speakAlike(program: Command, name: string): void {
  for (const command of program.commands) {
    const own = `${name} ${command.name()}`;
    command.exitOverride().configureOutput(program.configureOutput()).showHelpAfterError(`Try: ${own} --help`);
    speakAlike(command, own);
  }
}

function build(host: Host, kinds: Kinds): Command {
  const program = new Command("uptake")
    .description(
      "Simulate teachers and schools taking up a teaching practice: from 15% to 80%, who is left behind, what it costs, and whether it lasts.",
    )
    .version(version, "--version")
    .exitOverride()
    .configureOutput({ writeOut: (text) => host.out(text), writeErr: (text) => host.err(text) })
    .showHelpAfterError("Try: uptake --help")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 failed, 2 wrong input, 130 stopped. Files are read relative to where you stand.",
    );
  for (const add of addAll) add(program, host, kinds);
  speakAlike(program, "uptake");
  return program;
}

/**
 * Runs the command line `argv` (without the program's name) and returns the exit code: 0 when done, 1 when it failed, 2
 * when the input was wrong, 130 when a person stopped it. Answers go to stdout, everything else to stderr, and what a
 * terminal would obey is written out. Never throws.
 */
export async function main(
  argv: readonly string[],
  heard: Host = nodeHost(),
  kinds?: readonly StudyKind[],
): Promise<number> {
  const host = speakingVisibly(heard);
  const program = build(host, kinds ? headsOf(kinds) : shippedKinds);
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) {
      host.err(`${error.message}\n`);
      return interruptedCode;
    }
    if (error instanceof Refuted) return 1;
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { tellFailure } = await import("./host/tell-failure.ts");
    return tellFailure(host, error);
  }
}
