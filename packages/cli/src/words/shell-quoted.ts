import type { Host } from "../host/host.ts";

/** Writes a word of a command so that a shell reads it as it is: quoted where anything in it means more to a shell. */
export function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Writes a command that a shell runs as it stands: the words that start the program, then its own. */
export function commandLine(program: readonly string[], argv: readonly string[]): string {
  return [...program, ...argv].map(shellQuoted).join(" ");
}

/** Writes a command of this program as it is started here. */
export function ownCommand({ program = ["uptake"] }: Pick<Host, "program">, ...argv: readonly string[]): string {
  return commandLine(program, argv);
}

/** Lists commands that may be run next, one a line. */
export function nextLines(commands: readonly string[]): string {
  return commands.map((command, i) => `${i === 0 ? "Next:  " : "       "}${command}\n`).join("");
}
