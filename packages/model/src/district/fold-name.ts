/**
 * Folds a name to what tells it from others: lower case, no accents and no apostrophes, other marks as blanks, one blank
 * between words. “SPRINGS   11” and “Springs 11” fold to the same.
 */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}|['’‘ʼ`´]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Folds an id to what tells it from others, as spreadsheets change it: letters and digits alone, in lower case, without
 * leading zeros. “00350000”, “'00350000”, “0035 0000” and “350000” fold to the same.
 */
export function foldId(id: string): string {
  return foldName(id)
    .replaceAll(" ", "")
    .replace(/^0+(?=.)/, "");
}
