import { FunctionNode, type MathNode, type OperatorNode, parse } from "mathjs/number";
import { exp, log, pow } from "../numerics/math.ts";

/** Lists the functions a formula may call. `exp`, `log` and `pow` are the portable ones, so results are the same everywhere. */
export const formulaFunctions: Readonly<Record<string, (...values: number[]) => number>> = {
  exp,
  log,
  pow,
  sqrt: Math.sqrt,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  min: Math.min,
  max: Math.max,
};

/** How many values each function takes, at least and at most. */
const arity: Readonly<Record<string, readonly [number, number]>> = { pow: [2, 2], min: [1, 9], max: [1, 9] };

/** Longest formula read, in characters. */
export const formulaLimit = 500;

const operators = new Set(["+", "-", "*", "/", "^", "<", ">", "<=", ">=", "==", "!="]);

/** Says what is wrong with a formula, or returns its values. */
export type FormulaResult =
  | { readonly values: Float64Array }
  | { readonly problem: string; readonly unknown?: string; readonly month?: number };

/** Finds the first thing in a parsed formula that is not allowed. */
function fault(root: MathNode): { problem: string; unknown?: string } | undefined {
  let found: { problem: string; unknown?: string } | undefined;
  root.traverse((node, path, parent) => {
    if (found) return;
    const any = node as MathNode & {
      name?: string;
      op?: string;
      fn?: { name?: string };
      args?: MathNode[];
      value?: unknown;
    };
    switch (node.type) {
      case "ParenthesisNode":
      case "ConditionalNode":
        return;
      case "ConstantNode":
        if (typeof any.value !== "number") found = { problem: "holds something that is not a number" };
        return;
      case "OperatorNode":
        if (!operators.has(any.op as string)) found = { problem: `uses the operator ${any.op}, which is not allowed` };
        return;
      case "SymbolNode": {
        const callee = parent?.type === "FunctionNode" && path === "fn";
        if (!callee && any.name !== "t") {
          found = {
            problem: `names ${any.name}; the only variable is t, the scenario month`,
            unknown: any.name as string,
          };
        }
        return;
      }
      case "FunctionNode": {
        const name = any.fn?.name ?? "";
        if (!Object.hasOwn(formulaFunctions, name)) {
          found = { problem: `calls ${name || "something"}, which is not a known function`, unknown: name };
          return;
        }
        const [least, most] = arity[name] ?? [1, 1];
        const given = any.args?.length ?? 0;
        if (given < least || given > most) found = { problem: `gives ${name} ${given} values` };
        return;
      }
      default:
        found = { problem: `holds a ${node.type.replace("Node", "").toLowerCase()}, which is not allowed` };
    }
  });
  return found;
}

/**
 * Computes a formula of the scenario month `t` (0 = the first August) for `months` months. Only + − * / ^,
 * comparisons, `a ? b : c`, `t` and the functions of {@link formulaFunctions} are allowed; the text is parsed, never run.
 * Returns the values, or the problem: not a formula, not allowed, or not a finite number in some month.
 */
export function evaluateFormula(text: string, months: number): FormulaResult {
  if (text.length > formulaLimit) return { problem: `is longer than ${formulaLimit} characters` };
  let root: MathNode;
  try {
    root = parse(text);
  } catch (error) {
    return { problem: `cannot be read: ${(error as Error).message}` };
  }
  const wrong = fault(root);
  if (wrong) return wrong;
  const portable = root.transform((node) => {
    const operator = node as OperatorNode;
    return node.type === "OperatorNode" && operator.op === "^" ? new FunctionNode("pow", operator.args) : node;
  });
  const compiled = portable.compile();
  const scope = new Map<string, unknown>(Object.entries(formulaFunctions));
  const values = new Float64Array(months);
  for (let t = 0; t < months; t++) {
    scope.set("t", t);
    const value: unknown = Number(compiled.evaluate(scope));
    if (typeof value !== "number" || !Number.isFinite(value)) return { problem: `is ${value} in month ${t}`, month: t };
    values[t] = value;
  }
  return { values };
}
