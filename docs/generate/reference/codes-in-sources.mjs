import { createRequire } from "node:module";

// The compiler that TypeDoc has: that of the repository has no API.
const ts = createRequire(import.meta.resolve("typedoc"))("typescript");

/** Adds the texts that an expression may be: itself, or either branch of a condition. */
function addTexts(expression, found) {
  if (ts.isStringLiteralLike(expression)) found.add(expression.text);
  else if (ts.isConditionalExpression(expression)) {
    addTexts(expression.whenTrue, found);
    addTexts(expression.whenFalse, found);
  } else if (ts.isAsExpression(expression) || ts.isParenthesizedExpression(expression))
    addTexts(expression.expression, found);
}

/** Returns the place of the parameter `code` of what is called; -1 where there is none. */
function placeOfCode(call, checker) {
  const { declaration } = checker.getResolvedSignature(call) ?? {};
  return declaration?.parameters?.findIndex(({ name }) => ts.isIdentifier(name) && name.text === "code") ?? -1;
}

/** Tells whether an argument may be a code, before it is asked what it is passed on as, which takes long. */
function mayBeCode(argument) {
  const texts = new Set();
  addTexts(argument, texts);
  return [...texts].some((text) => /^[a-z]+(-[a-z0-9]+)*$/.test(text));
}

/** Tells whether a file is a source of our packages. */
const ours = ({ fileName }) => /\/packages\/\w+\/src\//.test(fileName);

/**
 * Lists the codes that issues have in the sources of a program, or in those of its files that `chosen` says: fields
 * `code`, and what is passed on as one.
 */
export function codesInSources(program, chosen = ours) {
  const checker = program.getTypeChecker();
  const found = new Set();
  const look = (node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === "code") addTexts(node.initializer, found);
    if (ts.isVariableDeclaration(node) && node.name.getText() === "code" && node.initializer)
      addTexts(node.initializer, found);
    if (ts.isCallExpression(node) && node.arguments.some(mayBeCode)) {
      const place = placeOfCode(node, checker);
      if (place >= 0 && node.arguments[place]) addTexts(node.arguments[place], found);
    }
    ts.forEachChild(node, look);
  };
  for (const file of program.getSourceFiles()) if (chosen(file) && !file.isDeclarationFile) look(file);
  // Those of the operating system are in capitals.
  return [...found].filter((code) => code !== code.toUpperCase()).sort();
}
