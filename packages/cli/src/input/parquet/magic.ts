/** Tells whether four bytes stand at a place. */
function standsAt(bytes: Uint8Array, at: number, word: string): boolean {
  return at >= 0 && [...word].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
}

/** Tells whether a file begins as Parquet does. */
export function beginsAsParquet(bytes: Uint8Array): boolean {
  return standsAt(bytes, 0, "PAR1");
}

/** Tells whether a file ends as Parquet does, so that nothing was cut off. */
export function endsAsParquet(bytes: Uint8Array): boolean {
  return standsAt(bytes, bytes.length - 4, "PAR1");
}

/** Tells whether a file begins as Parquet does whose metadata are encrypted. */
export function beginsEncrypted(bytes: Uint8Array): boolean {
  return standsAt(bytes, 0, "PARE");
}
