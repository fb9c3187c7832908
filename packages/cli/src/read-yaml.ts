import { type CST, type Document, LineCounter, Parser, parseDocument } from "yaml";
import { BadInput, type Fault } from "./fault.ts";
import { locate, type Place } from "./locate.ts";

/** Holds a YAML or JSON text as plain data, with a way to find where each value stands. */
export interface ReadYaml {
  readonly value: unknown;
  /** Finds the line and column of the value at a path of an issue. */
  place(path: string): Place | undefined;
}

/** Deepest nesting read, and most aliases; what lies beyond would exhaust the parser, not describe a scenario. */
const deepest = 64;
const mostAliases = 100;

/** Tells whether a text nests deeper than is read, from its tokens: the parser itself would overflow the stack. */
function tooDeep(text: string): boolean {
  const waiting: [CST.Token, number][] = [...new Parser().parse(text)].map((token) => [token, 0]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [token, depth] = next;
    if (depth > deepest) return true;
    const inner: (CST.Token | null | undefined)[] = "value" in token ? [token.value as CST.Token] : [];
    if ("items" in token) for (const { key, value } of token.items as CST.CollectionItem[]) inner.push(key, value);
    for (const one of inner) if (typeof one === "object" && one) waiting.push([one, depth + 1]);
  }
  return false;
}

/**
 * Reads YAML 1.2 or JSON. Duplicate keys, tabs as indentation, several documents, unknown tags, more than 100 aliases
 * and nesting beyond 64 levels are refused.
 *
 * @throws BadInput with every fault of the text, each with its line and column.
 */
export function readYaml(text: string, file: string): ReadYaml {
  if (tooDeep(text))
    throw new BadInput([{ file, code: "too-deep", path: "", message: `nests deeper than ${deepest} levels` }]);
  const counter = new LineCounter();
  const document: Document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    stringKeys: true,
    logLevel: "error",
  });
  const faults = [...document.errors, ...document.warnings].map((error): Fault => {
    const { line, col } = counter.linePos(error.pos[0]);
    const message = error.code === "MULTIPLE_DOCS" ? "holds more than one document" : error.message;
    return { file, line, column: col, code: error.code.toLowerCase().replaceAll("_", "-"), path: "", message };
  });
  if (faults.length > 0) throw new BadInput(faults);
  if (document.contents === null) throw new BadInput([{ file, code: "empty", path: "", message: "is empty" }]);
  try {
    return { value: document.toJS({ maxAliasCount: mostAliases }), place: (path) => locate(document, counter, path) };
  } catch (error) {
    throw new BadInput([{ file, code: "alias", path: "", message: (error as Error).message }]);
  }
}
