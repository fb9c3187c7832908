/**
 * Counts the single-character insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`
 * (optimal string alignment distance). Case counts. Any number above `most` (default none) stands for all above it.
 */
export function editDistance(a: string, b: string, most: number = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  let row: number[] = [];
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row[j] = best;
      if (best < least) least = best;
    }
    // A row builds on the two before it, a swap with one edit more, so no later one can come back under the limit.
    if (least > most && leastBefore >= most) return least;
    leastBefore = least;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length]!;
}

/** Longest name compared: nobody mistypes a longer one, and the cost grows with the square. */
const LONGEST = 200;

/** Pairs of letters that may be compared in search of nearest names: a tenth of a second. */
const MOST_LETTERS = 20_000_000;

/** Pairs of letters that one comparison costs beside those compared. */
const OVERHEAD = 16;

/** Holds how many pairs of letters may still be compared. */
interface Allowance {
  letters: number;
}

/**
 * Finds the one of `names` closest to `name`, ignoring case, or `undefined` when none is close: more than 2 edits away
 * and more than a third of the name's length. The first of equally close names wins. `undefined` too where so many or
 * so long names would have to be compared that it takes longer than a tenth of a second.
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  return closest(name, names, { letters: MOST_LETTERS });
}

/**
 * Returns what finds the nearest of `names` as {@link nearest} does, for many names: each is looked up once, and all
 * look-ups together take no longer than a tenth of a second; those beyond find nothing.
 */
export function nearestAmong(names: readonly string[]): (name: string) => string | undefined {
  const found = new Map<string, string | undefined>();
  const allowance: Allowance = { letters: MOST_LETTERS };
  return (name) => {
    if (allowance.letters <= 0 || found.has(name)) return found.get(name);
    const close = closest(name, names, allowance);
    found.set(name, close);
    return close;
  };
}

function closest(name: string, names: readonly string[], allowance: Allowance): string | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let distance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    allowance.letters -= 1;
    if (Math.abs(candidate.length - name.length) >= distance) continue;
    allowance.letters -= OVERHEAD + name.length * candidate.length;
    if (allowance.letters < 0) return undefined;
    const edits = editDistance(wanted, candidate.toLowerCase(), distance - 1);
    if (edits < distance) {
      best = candidate;
      distance = edits;
    }
  }
  return best;
}
