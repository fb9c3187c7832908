/** Writes a word of a command so that a shell reads it as it is: quoted where anything in it means more to a shell. */
export function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Writes a command that a shell runs as it stands: the words that start the program, then its own. */
export function commandLine(program: readonly string[], argv: readonly string[]): string {
  return [...program, ...argv].map(shellQuoted).join(" ");
}
