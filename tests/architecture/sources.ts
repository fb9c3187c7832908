import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst, transformWithEsbuild } from "vite";

/** Holds one TypeScript source; `path` is relative to the repository root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Holds one import of a source. */
export interface Import {
  /** Names the module as the source does. */
  readonly from: string;
  /** Says when it is loaded: `never` (types only), `later` (`import()`) or `first`. */
  readonly loaded: "never" | "later" | "first";
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Lists the sources under `folder` but for tests and declarations; none where there is no such folder. */
export function sources(folder: string): Source[] {
  if (!statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.endsWith(".d.ts"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** Lists the imports and re-exports of a formatted TypeScript text. */
export function imports(text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\b( type\b)?(?:[^;"'`=]*?\bfrom)? ?"([^"]+)"/gm);
  const calls = text.matchAll(/\bimport\(\s*"([^"]+)"/g);
  return [
    ...[...statements].map(([, type, from]) => ({ from: from as string, loaded: type ? "never" : "first" }) as const),
    ...[...calls].map(([, from]) => ({ from: from as string, loaded: "later" }) as const),
  ];
}

/** Lists, sorted, what in a TypeScript text could make a result depend on the engine, the hour or the host. */
export async function impurities(text: string): Promise<string[]> {
  const nodes = parse(await toJavaScript(text));
  const names = new Set<unknown>(); // identifiers that only name a property
  const exact = new Set<unknown>(); // the `Math` of an exact function
  for (const node of nodes) {
    const { computed, shorthand, object, property, key } = node;
    if (computed || shorthand) continue;
    if (node.type === "MemberExpression") {
      names.add(property);
      if (EXACT.has(String((property as Node).name))) exact.add(object);
    } else if (key) names.add(key);
  }
  const found = new Set<string>(nodes.flatMap(takenFromGlobal));
  for (const node of nodes) {
    if (sortsLoosely(node)) found.add("sort");
    if (writesLoosely(node)) found.add("toString");
    const name = node.type === "Identifier" ? String(node.name) : "";
    if (name === "Math" && !names.has(node) && !exact.has(node)) found.add("Math");
    if (HOST.has(name) && !names.has(node)) found.add(name);
    if (LOCAL.test(name)) found.add(name);
    const inBrackets = node.type === "MemberExpression" && node.computed ? String((node.property as Node).value) : "";
    if (LOCAL.test(inBrackets)) found.add(inBrackets);
    if (node.operator === "**" || node.operator === "**=") found.add("**");
  }
  for (const { from } of imports(text)) if (/^node:/.test(from)) found.add(from);
  return [...found].sort();
}

/** Tells whether what {@link impurities} finds could change a number or its text, rather than only reach the host. */
export function ofNumbers(found: string): boolean {
  return OF_NUMBERS.has(found) || LOCAL.test(found);
}

const OF_NUMBERS = new Set([
  "Math",
  "**",
  "sort",
  "toString",
  "Date",
  "Temporal",
  "Intl",
  "eval",
  "Function",
  "crypto",
]);

/** Functions of `Math` that every engine must answer with the same bits. */
const EXACT = new Set(["abs", "ceil", "clz32", "floor", "imul", "max", "min", "round", "sign", "sqrt", "trunc"]);

/** Names of the clock, the reader's language, when memory is cleared, and the host: browser or Node. */
const HOST = new Set(
  `Date Temporal performance Intl globalThis eval Function WeakRef FinalizationRegistry
  process Buffer require module window self document navigator
  location localStorage sessionStorage indexedDB crypto fetch XMLHttpRequest WebSocket Worker console setTimeout
  setInterval setImmediate queueMicrotask requestAnimationFrame WebAssembly`.split(/\s+/),
);

/** Methods that follow the reader's language. */
const LOCAL = /^(localeCompare|toLocale\w*)$/;

/** Names under which the global object is reached. */
const GLOBAL = /^(globalThis|window|self|global)$/;

/** Lists what is taken from the global object by name: as its member, in brackets, or by taking it apart. */
function takenFromGlobal({ type, object, property, computed, id, init }: Node): string[] {
  const isGlobal = (node: unknown): boolean => GLOBAL.test(String((node as Node | null)?.name));
  const known = (names: string[]): string[] => names.filter((name) => name === "Math" || HOST.has(name));
  if (type === "MemberExpression" && isGlobal(object)) {
    const { name, value } = property as Node;
    return known([String(computed ? value : name)]);
  }
  if (type !== "VariableDeclarator" || !isGlobal(init)) return [];
  return known(((id as Node).properties ?? []).map(({ key }) => String((key as Node | undefined)?.name)));
}

const calledName = ({ type, callee }: Node): string =>
  type === "CallExpression" ? String(((callee as Node).property as Node | undefined)?.name) : "";

/** Tells whether a number is written with a base that is no power of two, in which engines write fractions differently. */
function writesLoosely(node: Node): boolean {
  const [base] = (node.arguments ?? []) as readonly Node[];
  if (calledName(node) !== "toString" || base === undefined || typeof base.value === "string") return false;
  return ![2, 4, 8, 10, 16, 32].includes(base.value as number);
}

/** Tells whether something is sorted by a comparison that says only whether, whose order is left to the engine. */
function sortsLoosely(node: Node): boolean {
  if (!/^(sort|toSorted)$/.test(calledName(node))) return false;
  const operator = ((node.arguments?.[0] as Node | undefined)?.body as Node | undefined)?.operator;
  return ["<", ">", "<=", ">=", "==", "===", "!=", "!=="].includes(String(operator));
}

interface Node extends Readonly<Partial<Record<Part, unknown>>> {
  readonly type: string;
  readonly properties?: readonly Node[];
  readonly arguments?: readonly unknown[];
  readonly computed?: boolean;
  readonly shorthand?: boolean;
}

type Part = "name" | "value" | "operator" | "object" | "property" | "key" | "id" | "init" | "callee" | "body";

/** Holds a regular expression that is written out in a source. */
export interface Pattern {
  readonly path: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Lists the regular expressions that stand in sources, each once. */
export async function regularExpressions(all: readonly Source[]): Promise<Pattern[]> {
  const found = new Map<string, Pattern>();
  for (const { path, text } of all)
    for (const { regex } of parse(await toJavaScript(text)) as readonly { regex?: Omit<Pattern, "path"> }[])
      if (regex) found.set(`${regex.pattern}/${regex.flags}`, { path, pattern: regex.pattern, flags: regex.flags });
  return [...found.values()];
}

async function toJavaScript(text: string): Promise<string> {
  return (await transformWithEsbuild(text, "source.ts", { target: "esnext" })).code;
}

function parse(code: string): Node[] {
  const nodes: Node[] = [];
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== "object") return;
    if ("type" in value && typeof value.type === "string") nodes.push(value as Node);
    for (const field of Object.values(value)) visit(field);
  };
  visit(parseAst(code));
  return nodes;
}
