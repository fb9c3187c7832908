/** Writes a word of a command so that a shell reads it as it is: quoted where anything in it means more to a shell. */
export function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Writes a command of `uptake` that a shell runs as it stands, `program` being how uptake is started. */
export function commandLine(program: string, argv: readonly string[]): string {
  return [program, ...argv.map(shellQuoted)].join(" ");
}
