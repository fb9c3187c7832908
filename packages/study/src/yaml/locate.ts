import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node } from "yaml";

/** Holds a place in a text, from 1. */
export interface Place {
  /** Line, from 1. */
  readonly line: number;
  /** Column, in characters, from 1. */
  readonly column: number;
}

/** Reads the path of an issue back to its keys, as in `shocks[0].kind`. */
function readPath(path: string): (string | number)[] {
  const keys: (string | number)[] = [];
  for (const [, name, index, quoted] of path.matchAll(/(?:^|\.)([A-Za-z_][\w-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)) {
    if (name !== undefined) keys.push(name);
    else if (index !== undefined) keys.push(Number(index));
    else keys.push(JSON.parse(quoted as string) as string);
  }
  return keys;
}

/**
 * Finds where the value at `path` stands in a YAML text, or the field that holds it when the value itself is missing.
 * A value that is an unknown field is found by its name.
 */
export function locate(parsed: Document, counter: LineCounter, path: string): Place | undefined {
  let node = parsed.contents as Node | null;
  let best = node?.range?.[0];
  for (const key of readPath(path)) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (!pair) break;
      best = (pair.key as Node).range?.[0] ?? best;
      node = pair.value as Node | null;
    } else if (isSeq(node) && typeof key === "number") {
      node = (node.items[key] ?? null) as Node | null;
      best = node?.range?.[0] ?? best;
    } else break;
  }
  if (best === undefined) return undefined;
  const { line, col } = counter.linePos(best);
  return { line, column: col };
}
