import { editDistance } from "../nearest.ts";
import { foldId, foldName } from "./fold-name.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Longest text compared: nobody mistypes a longer one, and the cost grows with the square. */
const LONGEST = 200;

/** Words that names of districts share everywhere; none of them weighs more than this. */
const SHARED_WORD = 0.2;
const sharedWords = new Set(
  "area central cisd city community consolidated county csd dist district elementary high independent isd joint of public region regional school schools the town township unified union usd".split(
    " ",
  ),
);

/** Districts whose whole name is compared, once their words have been. */
const FIRST = 100;

/**
 * Orders `districts` by how near they are to `wanted` and returns the nearest 100; none where `wanted` says nothing or is
 * longer than 200 characters. A number is compared with ids. A name is compared word by word, and a word weighs the less
 * the more of the roster's names, or of districts everywhere, have it: “Hill School District” is nearer to Hill Public
 * Schools than to Bell School District. Names with as much in common are ordered by the letters to change.
 */
export function suggestDistricts<T extends Named>(wanted: string, districts: readonly T[]): T[] {
  const name = foldName(wanted);
  if (name === "" || wanted.length > LONGEST) return [];
  if (/^[\d ]+$/.test(name)) return ordered(districts, nearnessOfId(foldId(wanted)));
  const whole = ({ name: other }: Named): number => likeness(name, foldName(other.slice(0, LONGEST)));
  const words = nearnessOfWords(name, districts);
  return ordered(ordered(districts, words), (district) => words(district) + WHOLE * whole(district));
}

/** Returns the first 100 by nearness, most first. */
function ordered<T extends Named>(districts: readonly T[], nearness: (district: T) => number): T[] {
  return districts
    .map((district) => ({ district, near: nearness(district) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, FIRST)
    .map(({ district }) => district);
}

/** Returns 1 less the share of characters to change, so that alike texts have 1; above −1. */
function likeness(a: string, b: string): number {
  return 1 - editDistance(a, b) / Math.max(a.length, b.length, 1);
}

function nearnessOfId(wanted: string): (district: Named) => number {
  return ({ id: given }) => {
    const id = foldId(given);
    const holds = id !== "" && (id.endsWith(wanted) || id.startsWith(wanted) || wanted.endsWith(id));
    return (holds ? 1 : 0) + likeness(wanted, id.slice(0, LONGEST));
  };
}

/** Weight of the likeness of whole names beside that of their words. */
const WHOLE = 0.2;

function nearnessOfWords(wanted: string, districts: readonly Named[]): (district: Named) => number {
  const wordsOf = (name: string): string[] => [...new Set(foldName(name.slice(0, LONGEST)).split(" "))];
  const names = new Map<string, number>();
  for (const { name } of districts) for (const word of wordsOf(name)) names.set(word, (names.get(word) ?? 0) + 1);
  const weight = (word: string): number =>
    Math.min(sharedWords.has(word) ? SHARED_WORD : 1, 1 / (names.get(word) ?? 1));
  const total = (words: readonly string[]): number => words.reduce((sum, word) => sum + weight(word), 0);
  const asked = wordsOf(wanted);
  const alike = asked.map((word) => new Map([...names.keys()].map((other) => [other, likenessOfWords(word, other)])));
  const askedWeight = total(asked);
  return ({ name }) => {
    const words = wordsOf(name);
    let shared = 0;
    for (const like of alike) {
      let best = 0;
      for (const word of words) best = Math.max(best, like.get(word)! * weight(word));
      shared += best;
    }
    return (2 * shared) / (askedWeight + total(words));
  };
}

/** Likeness of a word mistyped, before what was mistyped. */
const MISTYPED = 0.6;

/** Returns how alike two words are, 0 … 1: the same, one the beginning of the other, or one letter in four mistyped. */
function likenessOfWords(a: string, b: string): number {
  if (a === b) return 1;
  if (/^\d/.test(a) && /^\d/.test(b)) return 0;
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 3 && (a.startsWith(b) || b.startsWith(a))) return 0.8;
  const most = Math.floor(shorter / 4);
  if (Math.abs(a.length - b.length) > most) return 0;
  const edits = editDistance(a, b);
  // A word that is another, as Mill is not Hill, must not outweigh the same word beside other words.
  return edits > most ? 0 : MISTYPED * (1 - edits / shorter);
}
