import { evaluateFormula } from "../../packages/model/src/scenario/formula.ts";
import { formulaFunctions } from "../../packages/model/src/scenario/formula-functions.ts";

const word = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([A-Za-z]+)|([<>=!]=|[-+*/^<>?:(),]))/y;

/** Splits a text into words of the grammar; undefined where another character stands between them. */
function wordsOf(text: string): string[] | undefined {
  const words: string[] = [];
  word.lastIndex = 0;
  for (let place = 0; place < text.trimEnd().length; place = word.lastIndex) {
    const found = word.exec(text);
    if (found === null) return undefined;
    words.push(found[0].trim());
  }
  return words;
}

/** Tells whether words are a formula by the grammar of the guide, by a recogniser that shares nothing with the product's. */
export function isFormula(text: string): boolean {
  const words = wordsOf(text);
  if (words === undefined) return false;
  let at = 0;
  const take = (...among: string[]): boolean => among.includes(words[at] ?? "") && ++at > 0;
  const several = (part: () => boolean, ...between: string[]): boolean => {
    if (!part()) return false;
    while (take(...between)) if (!part()) return false;
    return true;
  };
  const atom = (): boolean => {
    const one = words[at++] ?? "";
    if (one === "t" || /^[\d.]/.test(one)) return true;
    if (one === "(") return choice() && take(")");
    return Object.hasOwn(formulaFunctions, one) && take("(") && several(choice, ",") && take(")");
  };
  const signed = (): boolean => (take("+", "-") ? signed() : atom() && (!take("^") || signed()));
  const product = (): boolean => several(signed, "*", "/");
  const sum = (): boolean => several(product, "+", "-");
  const comparison = (): boolean => sum() && (!take("<", ">", "<=", ">=", "==", "!=") || sum());
  const choice = (): boolean => comparison() && (!take("?") || (choice() && take(":") && choice()));
  return choice() && at === words.length;
}

/**
 * Evaluates a text as a formula; false where it is refused.
 *
 * @throws Error where what is accepted is no formula of the grammar, or gives what is no number.
 */
export function checkFormula(text: string): boolean {
  const result = evaluateFormula(text, 24, formulaFunctions);
  if ("problem" in result) return false;
  if (!isFormula(text)) throw new Error("accepted what is no formula");
  if (!result.values.every(Number.isFinite)) throw new Error("gave what is no number");
  return true;
}
