import type { Host } from "../host/host.ts";

/** Writes a word of a command so that a shell reads it as it is: quoted where anything in it means more to a shell. */
export function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Writes a command that a shell runs as it stands: the words that start the program, then its own. */
export function commandLine(program: readonly string[], argv: readonly string[]): string {
  return [...program, ...argv].map(shellQuoted).join(" ");
}

/** Writes a command of this program by its name, however it is started here. */
export function namedCommand(...argv: readonly string[]): string {
  return commandLine(["uptake"], argv);
}

/** Writes a command of this program as it is started here. */
export function ownCommand({ program }: Pick<Host, "program">, ...argv: readonly string[]): string {
  return program ? commandLine(program, argv) : namedCommand(...argv);
}

/** Lists commands that may be run next, one a line. */
export function nextLines(commands: readonly string[]): string {
  return commands.map((command, i) => `${i === 0 ? "Next:  " : "       "}${command}\n`).join("");
}
