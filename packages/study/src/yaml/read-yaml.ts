import { InputError, type Issue } from "@uptake/model";
import {
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { locate, type Place } from "./locate.ts";
import { reservedKey, reservedKeyMessage } from "./reserved-keys.ts";

/** Holds a YAML or JSON text as plain data, with a way to find where each value stands. */
export interface ReadYaml {
  /** The data. */
  readonly value: unknown;
  /** Finds the line and column of the value at a path of an issue. */
  place(path: string): Place | undefined;
}

/**
 * Deepest nesting read, and most aliases, those within what an alias repeats included; what lies beyond would exhaust
 * the parser, not describe a scenario.
 */
const deepest = 64;
const mostAliases = 100;

/**
 * Most parts of a text (words, marks such as a comma or a colon, comments and line ends), and longest of them in
 * characters: beyond, reading would take many seconds.
 */
const mostParts = 300_000;
const longestPart = 10_000;

/** What the lexer puts between the parts: that a document, a scalar or the end of a flow with an error follows. */
const lexerMarks = new Set(["\u0002", "\u001f", "\u0018"]);

/** Finds out whether a text has too many parts, or one that is too long, before it is read. */
function tooMuch(text: string): Issue | undefined {
  let parts = 0;
  let line = 1;
  for (const part of new Lexer().lex(text)) {
    if (!lexerMarks.has(part) && (part.trim() !== "" || part.includes("\n"))) parts += 1;
    if (parts > mostParts) {
      const message = "has more than 300,000 words and marks, the limit";
      return { code: "too-many-parts", path: "", message, line };
    }
    if (part.length > longestPart && part.trim() !== "") {
      const message = `holds a text of ${part.length} characters; the limit is 10,000`;
      return { code: "long-text", path: "", message, line };
    }
    for (let at = part.indexOf("\n"); at >= 0; at = part.indexOf("\n", at + 1)) line += 1;
  }
  return undefined;
}

/** Returns the tokens of a text; undefined where even those nest so deep that the stack overflows. */
function tokensOf(text: string): CST.Token[] | undefined {
  try {
    return [...new Parser().parse(text)];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Tells whether a text nests deeper than is read, from its tokens: what reads them would overflow the stack. */
function tooDeep(text: string): boolean {
  const tokens = tokensOf(text);
  if (tokens === undefined) return true;
  const waiting: [CST.Token, number][] = tokens.map((token) => [token, 0]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [token, depth] = next;
    if (depth > deepest) return true;
    const inner: (CST.Token | null | undefined)[] = "value" in token ? [token.value as CST.Token] : [];
    if ("items" in token) for (const { key, value } of token.items as CST.CollectionItem[]) inner.push(key, value);
    for (const one of inner) if (typeof one === "object" && one) waiting.push([one, depth + 1]);
  }
  return false;
}

/** Holds a node that is not read, and why. */
interface Unread {
  readonly node: Node;
  /** Map whose field it is the key of, where what is left without the field can be read. */
  readonly of?: YAMLMap;
  readonly code: string;
  readonly message: string;
}

/**
 * Lists the keys of a map that come again, and those that every object has already. One pass, where the parser would hold
 * each key against all before it.
 */
function wrongKeys(of: YAMLMap): Unread[] {
  const seen = new Set<string>();
  return of.items.flatMap(({ key }): Unread[] => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    if (name === reservedKey) return [{ node: key, of, code: "reserved-key", message: reservedKeyMessage }];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ node: key, of, code: "duplicate-key", message: "Map keys must be unique" }];
  });
}

/** Leaves the fields of keys out of the maps that hold them. */
function leaveOut(wrong: readonly Unread[]): void {
  const nodes = new Set<unknown>(wrong.map(({ node }) => node));
  for (const map of new Set(wrong.map(({ of }) => of)))
    if (map) map.items = map.items.filter(({ key }) => !nodes.has(key));
}

/** Lists repeated and reserved keys, merge keys, aliases of nothing, and the alias that is one too many, in the order of the text. */
function unread(parsed: Document): Unread[] {
  const found: Unread[] = [];
  const aliasesIn = new Map<string, number>();
  let aliases = 0;
  const walk = (node: unknown): void => {
    if (aliases > mostAliases) return;
    const before = aliases;
    if (isAlias(node)) {
      const inner = aliasesIn.get(node.source);
      if (inner === undefined) {
        found.push({
          node,
          code: "unknown-alias",
          message: `*${node.source} repeats nothing: no &${node.source} is before it`,
        });
      }
      aliases += 1 + (inner ?? 0);
      if (aliases > mostAliases)
        found.push({
          node,
          code: "too-many-aliases",
          message: `*${node.source} is beyond the ${mostAliases} aliases read, counting those it repeats`,
        });
      return;
    }
    if (isPair(node)) {
      const { key } = node;
      if (isScalar(key) && key.type === "PLAIN" && key.source === "<<") {
        found.push({ node: key, code: "merge-key", message: "merge keys (<<) are not read; write the fields out" });
      }
      walk(key);
      walk(node.value);
    } else if (isMap(node) || isSeq(node)) {
      if (isMap(node)) for (const one of wrongKeys(node)) found.push(one);
      node.items.forEach(walk);
    }
    const { anchor } = (node ?? {}) as { anchor?: string };
    if (anchor !== undefined) aliasesIn.set(anchor, aliases - before);
  };
  walk(parsed.contents);
  return found;
}

/**
 * Reads YAML 1.2 or JSON. Duplicate keys, keys called `__proto__`, merge keys, tabs as indentation, several documents,
 * unknown tags, more than 100 aliases, nesting beyond 64 levels, texts of more than 10,000 characters and more than
 * 300,000 words and marks are refused.
 *
 * @param refused Takes the keys that are refused where they are all that is wrong with the text; the data is then without
 *   their fields, so that the rest of it can be checked (default none: they are thrown).
 * @throws InputError with every fault of the text, each with its line and column.
 */
export function readYaml(text: string, refused?: Issue[]): ReadYaml {
  const beyond = tooMuch(text);
  if (beyond) throw new InputError([beyond]);
  if (tooDeep(text))
    throw new InputError([{ code: "too-deep", path: "", message: `nests deeper than ${deepest} levels` }]);
  const counter = new LineCounter();
  const parsed: Document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
    logLevel: "error",
  });
  const issueAt = (offset: number, code: string, message: string): Issue => {
    const { line, col } = counter.linePos(offset);
    return { code, path: "", message, line, column: col };
  };
  const issues = [...parsed.errors, ...parsed.warnings].map(({ code, message, pos: [offset] }) =>
    issueAt(
      offset,
      code.toLowerCase().replaceAll("_", "-"),
      code === "MULTIPLE_DOCS" ? "holds more than one document" : message,
    ),
  );
  if (issues.length > 0) throw new InputError(issues);
  if (parsed.contents === null) throw new InputError([{ code: "empty", path: "", message: "is empty" }]);
  const wrong = unread(parsed);
  const told = wrong.map(({ node, code, message }) => issueAt(node.range?.[0] ?? 0, code, message));
  if (told.length > 0 && (refused === undefined || wrong.some(({ of }) => of === undefined)))
    throw new InputError(told);
  refused?.push(...told);
  leaveOut(wrong);
  return { value: parsed.toJS({ maxAliasCount: -1 }), place: (path) => locate(parsed, counter, path) };
}
