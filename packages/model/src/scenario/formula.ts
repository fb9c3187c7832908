import {
  addDependencies,
  type ConstantNode,
  create,
  divideDependencies,
  equalDependencies,
  type FactoryFunctionMap,
  largerDependencies,
  largerEqDependencies,
  type MathNode,
  multiplyDependencies,
  type OperatorNode,
  parseDependencies,
  smallerDependencies,
  smallerEqDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  unaryPlusDependencies,
  unequalDependencies,
} from "mathjs/number";
import type { FormulaFunctions } from "./formula-functions.ts";
import { formulaLimit } from "./formula-limit.ts";
import { type FormulaFault, type FormulaWord, formulaWords, misplaced } from "./formula-words.ts";

/** Reads and computes the operators below, and knows nothing else: all of mathjs would be two and a half times as large. */
const { FunctionNode, parse } = create({
  addDependencies,
  divideDependencies,
  equalDependencies,
  largerDependencies,
  largerEqDependencies,
  multiplyDependencies,
  parseDependencies,
  smallerDependencies,
  smallerEqDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  unaryPlusDependencies,
  unequalDependencies,
} as FactoryFunctionMap); // each is there, though its type says that it may not be

/** How many values each function takes, at least and at most. */
const arity: Readonly<Record<string, readonly [number, number]>> = { pow: [2, 2], min: [1, 9], max: [1, 9] };

const operators = new Set(["+", "-", "*", "/", "^", "<", ">", "<=", ">=", "==", "!="]);

/** Holds a formula's values, or says what is wrong with it: where in the text, or in which month. */
export type FormulaResult =
  | { readonly values: Float64Array }
  | { readonly problem: string; readonly unknown?: string; readonly column?: number; readonly month?: number };

/** Finds the first thing in a parsed formula that is not allowed; `words` are those it was parsed from. */
function fault(root: MathNode, words: readonly FormulaWord[]): FormulaFault | undefined {
  // Names are met in the order of the text, and a function before its own name.
  const names = words.filter(({ kind }) => kind === "name");
  let named = 0;
  let found: FormulaFault | undefined;
  root.traverse((node) => {
    if (found) return;
    const column = names[named]?.column ?? 1;
    if (node.type === "SymbolNode") named++;
    else if (node.type === "FunctionNode") {
      const { fn, args } = node as MathNode & { fn: { name: string }; args: MathNode[] };
      const [least, most] = arity[fn.name] ?? [1, 1];
      if (args.length < least || args.length > most)
        found = { problem: `gives ${fn.name} ${args.length} values`, column };
    } else if (!plain(node)) found = { problem: `holds a ${node.type}, which is not allowed`, column };
  });
  return found;
}

/** Tells whether a node is a number, one of the operators, a choice or a parenthesis. */
function plain(node: MathNode): boolean {
  if (node.type === "ConstantNode") return typeof (node as ConstantNode).value === "number";
  if (node.type === "OperatorNode")
    return operators.has((node as OperatorNode).op) && (node as OperatorNode).implicit !== true;
  return node.type === "ConditionalNode" || node.type === "ParenthesisNode";
}

/** Reads a formula that may call `functions`: the words, then what mathjs makes of them. */
function read(text: string, functions: FormulaFunctions): MathNode | FormulaFault {
  const words = formulaWords(text);
  if ("problem" in words) return words;
  const wrong = misplaced(words, new Set(Object.keys(functions)));
  if (wrong !== undefined) return wrong;
  if (words.length === 0) return { problem: "is empty", column: 1 };
  try {
    // Line ends are blanks here, where mathjs would begin another formula.
    const root = parse(text.replaceAll(/[\r\n]/g, " "));
    return fault(root, words) ?? root;
  } catch (error) {
    const { message, char } = error as Error & { char?: number };
    return { problem: `cannot be read: ${message.replace(/ \(char \d+\)$/, "")}`, column: char ?? 1 };
  }
}

/** Puts the portable power in the place of every ^, however deep, where mathjs would call the engine's. */
function portable(node: MathNode): MathNode {
  const inner = node.map(portable) as OperatorNode;
  return inner.type === "OperatorNode" && inner.op === "^" ? new FunctionNode("pow", inner.args) : inner;
}

/**
 * Computes a formula of the scenario month `t` (0 = the first August) for `months` months. Only decimal numbers, + − * / ^,
 * comparisons (1 or 0; numbers within 1 part in 10¹² of each other are equal), `a ? b : c`, parentheses, `t` and
 * `functions`, among them the power that ^ stands for, are allowed; the text is parsed, never run. Returns the values, or
 * the problem: not a formula, not allowed, or not a finite number in some month.
 *
 * The functions are handed in: whoever loads this module for a formula has them, and need not load them once more.
 */
export function evaluateFormula(text: string, months: number, functions: FormulaFunctions): FormulaResult {
  if (text.length > formulaLimit) return { problem: `is longer than ${formulaLimit} characters` };
  const root = read(text, functions);
  if ("problem" in root) return { ...root, problem: `${root.problem} (character ${root.column})` };
  const compiled = portable(root).compile();
  const scope = new Map<string, unknown>();
  // Comparisons hold 1 or 0 also within a function.
  for (const [name, of] of Object.entries(functions))
    scope.set(name, (...values: unknown[]) => of(...values.map(Number)));
  const values = new Float64Array(months);
  for (let t = 0; t < months; t++) {
    scope.set("t", t);
    const value = Number(compiled.evaluate(scope));
    if (!Number.isFinite(value)) return { problem: `is ${value} in month ${t}`, month: t };
    values[t] = value;
  }
  return { values };
}
