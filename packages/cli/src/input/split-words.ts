import { BadInput } from "../host/fault.ts";

/** Matches a word that may hold quoted parts, then what ends it. */
const word = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs;
const part = /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s"'\\]+)/gs;

/**
 * Splits the text of an option into words as a shell would, with quotes and backslashes, and nothing else that a shell does.
 *
 * @throws BadInput where a quote is left open.
 */
export function splitWords(text: string, option: string): string[] {
  if (text.replaceAll(word, "").trim() !== "") {
    const message = "has a quote that is not closed, or ends in a backslash";
    throw new BadInput([{ code: "not-words", path: option, message, value: text }]);
  }
  return [...text.matchAll(word)].map(([one]) =>
    one.replaceAll(part, (_, escaped, double, single, plain) =>
      double === undefined ? (escaped ?? single ?? plain) : double.replaceAll(/\\(["\\])/g, "$1"),
    ),
  );
}
