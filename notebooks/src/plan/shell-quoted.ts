/** Writes a word for a shell, in quotes where a shell would read anything else into it. */
export function shellQuoted(word: string): string {
  return /^[\w./:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
