/** Says what is wrong with the text of a formula, and where. */
export interface FormulaFault {
  /** Says it in words that follow “the formula”. */
  readonly problem: string;
  /** Character of the text, from 1. */
  readonly column: number;
  /** Holds the name that is not known, where that is the fault. */
  readonly unknown?: string;
}

/** Holds a word of a formula: a number, a name, an operator or a mark, and the character it begins at, from 1. */
export interface FormulaWord {
  readonly kind: "number" | "name" | "mark";
  readonly text: string;
  readonly column: number;
}

const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const name = /[A-Za-z_]\w*/y;
const mark = /[<>=!]=|[-+*/^<>?:(),]/y;
const blank = /[ \t\r\n]+/y;

/** Returns what a pattern finds at a place. */
function at(pattern: RegExp, text: string, place: number): string | undefined {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0];
}

/**
 * Splits a formula into its words; or says which is the first character that no word begins with. Numbers are decimal,
 * names are letters and digits, and the marks are `+ - * / ^ < > <= >= == != ? : ( ) ,`.
 */
export function formulaWords(text: string): readonly FormulaWord[] | FormulaFault {
  const words: FormulaWord[] = [];
  for (let place = 0; place < text.length; ) {
    const space = at(blank, text, place);
    if (space !== undefined) {
      place += space.length;
      continue;
    }
    const column = place + 1;
    const kinds = [
      ["number", number],
      ["name", name],
      ["mark", mark],
    ] as const;
    const found = kinds.map(([kind, pattern]) => [kind, at(pattern, text, place)] as const).find(([, word]) => word);
    if (found === undefined) {
      const sign = String.fromCodePoint(text.codePointAt(place) as number);
      return { problem: `uses ${sign}, which is not allowed`, column };
    }
    const [kind, word] = found as readonly [FormulaWord["kind"], string];
    words.push({ kind, text: word, column });
    place += word.length;
  }
  return words;
}

const comparisons = new Set(["<", ">", "<=", ">=", "==", "!="]);

/** Says what is wrong with a name, which only `t` and the functions before their values may be. */
function misnamed({ text, column }: FormulaWord, calls: boolean, known: ReadonlySet<string>): FormulaFault | undefined {
  if (text === "t") return calls ? { problem: "calls t, which is no function", column } : undefined;
  if (known.has(text)) return calls ? undefined : { problem: `names ${text} without (its values)`, column };
  const problem = calls
    ? `calls ${text}, which is not a known function`
    : `names ${text}; the only variable is t, the scenario month`;
  return { problem, column, unknown: text };
}

/**
 * Finds the first word that has no place where it stands, though a reader of formulas might guess one: a name that is not
 * known, two values with nothing between them, a comparison of a comparison, a `:` without its `?`.
 */
export function misplaced(words: readonly FormulaWord[], functions: ReadonlySet<string>): FormulaFault | undefined {
  // What stands open in each parenthesis: a comparison, and choices that wait for their second value.
  const open = [{ compared: false, choices: 0 }];
  for (const [i, word] of words.entries()) {
    const { kind, text, column } = word;
    const before = words[i - 1];
    const here = open.at(-1) as (typeof open)[number];
    const wrong = kind === "name" ? misnamed(word, words[i + 1]?.text === "(", functions) : undefined;
    if (wrong !== undefined) return wrong;
    const behindValue = before?.kind === "number" || before?.text === "t" || before?.text === ")";
    if (behindValue && (kind !== "mark" || text === "("))
      return { problem: "has two values side by side; write * between them", column };
    if (text === ":" && here.choices === 0) return { problem: "has a : without a ? before it", column };
    if (comparisons.has(text) && here.compared)
      return { problem: "compares what is a comparison; put that in parentheses", column };
    if (text === "(") open.push({ compared: false, choices: 0 });
    else if (text === ")" && open.length > 1) open.pop();
    else if (text === "?") Object.assign(here, { compared: false, choices: here.choices + 1 });
    else if (text === ":") Object.assign(here, { compared: false, choices: here.choices - 1 });
    else if (text === ",") Object.assign(here, { compared: false, choices: 0 });
    else if (comparisons.has(text)) here.compared = true;
  }
  return undefined;
}
