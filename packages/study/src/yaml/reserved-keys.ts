import { type Issue, mostIssues } from "@uptake/model";

/** Key that every object has already: what a file gave it would be lost, or stand for something else. */
export const reservedKey = "__proto__";

/** Says why a file may not use the key. */
export const reservedKeyMessage: string = `${reservedKey} is no name of a field: every object has it already`;

/** Characters of the key between its quotes at least, and at most, where every one is written as \u and four digits. */
const shortest = reservedKey.length;
const longest = 6 * reservedKey.length;

/** Returns where the text in quotes that begins at `open` ends: the place of its closing quote. */
function closing(text: string, open: number): number {
  let at = open + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

/** Tells whether what follows a place is a colon, after space alone. */
function isKey(text: string, from: number): boolean {
  let at = from;
  while (" \t\r\n".includes(text[at] ?? "x")) at++;
  return text[at] === ":";
}

/**
 * Lists where JSON has `__proto__` as a key, each with its line and column: the first hundred.
 *
 * @param text JSON that was read without an error.
 */
export function reservedKeysIn(text: string): Issue[] {
  const found: Issue[] = [];
  if (!text.includes(reservedKey) && !text.includes("\\u")) return found;
  let line = 1;
  let begin = 0;
  let counted = 0;
  for (let open = text.indexOf('"'); open >= 0 && found.length < mostIssues; ) {
    const close = closing(text, open);
    const length = close - open - 1;
    if (length >= shortest && length <= longest && isKey(text, close + 1)) {
      if (JSON.parse(text.slice(open, close + 1)) === reservedKey) {
        for (let end = text.indexOf("\n", counted); end >= 0 && end < open; end = text.indexOf("\n", end + 1)) {
          line++;
          begin = end + 1;
        }
        counted = open;
        const place = { line, column: open - begin + 1 };
        found.push({ code: "reserved-key", path: "", message: reservedKeyMessage, ...place });
      }
    }
    open = text.indexOf('"', close + 1);
  }
  return found;
}
