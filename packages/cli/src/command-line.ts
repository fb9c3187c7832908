import { InputError, version } from "@uptake/model";
import { Command, CommanderError } from "commander";
import pc from "picocolors";
import { addCompare } from "./commands/compare.ts";
import { addExplain } from "./commands/explain.ts";
import { addImport } from "./commands/import.ts";
import { addList } from "./commands/list.ts";
import { addPopulation } from "./commands/population.ts";
import { addRun } from "./commands/run.ts";
import { addSchema } from "./commands/schema.ts";
import { addStart } from "./commands/start.ts";
import { addStudy } from "./commands/study.ts";
import { addVerify } from "./commands/verify.ts";
import { describeSystemError } from "./host/describe-system-error.ts";
import { BadInput, describeFault, type Fault } from "./host/fault.ts";
import { type Host, interruptedCode, nodeHost } from "./host/host.ts";
import { Interrupted } from "./host/interrupted.ts";
import { Refuted } from "./host/refuted.ts";
import { speakingVisibly } from "./host/visible.ts";
import { runAgain } from "./run/run-again.ts";
import { type Kinds, shippedKinds } from "./studies/kind-heads.ts";
import type { StudyKind } from "./studies/study-kind.ts";

const addAll = [addStart, addRun, addCompare, addExplain, addStudy, addImport, addPopulation, addList, addSchema];

function build(host: Host, kinds: Kinds): Command {
  const program = new Command("uptake")
    .description(
      "Simulate teachers and schools taking up a teaching practice: from 15% to 80%, who is left behind,\nwhat it costs, and whether it lasts.",
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
  addVerify(program, host, runAgain(host, kinds));
  for (const command of program.commands)
    command
      .exitOverride()
      .configureOutput(program.configureOutput())
      .showHelpAfterError(`Try: uptake ${command.name()} --help`);
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
  const program = build(host, kinds ? { heads: kinds, load: async () => kinds } : shippedKinds);
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
    const faults = error instanceof BadInput ? error.faults : error instanceof InputError ? error.issues : undefined;
    if (faults) return refuse(host, faults);
    const message = describeSystemError(error);
    const stack = error instanceof Error ? error.stack : undefined;
    host.err(`uptake failed: ${host.debug && stack ? stack : `${message}\nSet DEBUG=1 to see where.`}\n`);
    return 1;
  }
}

function refuse(host: Host, faults: readonly Fault[]): 2 {
  const { red } = pc.createColors(host.interactive && host.color);
  for (const fault of faults) host.err(`${red("error:")} ${describeFault(fault)}\n`);
  return 2;
}
