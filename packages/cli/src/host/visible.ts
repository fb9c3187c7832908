import type { Host } from "./host.ts";

/**
 * Matches what a terminal obeys and does not show: control characters but for tabs and line ends, and those that turn the
 * direction of what follows, with which a name could write over, hide or reorder what stands beside it.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are meant.
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Writes such characters out, as in `\u001b`: the same in JSON, where that stands for the character. */
export function visible(text: string): string {
  return text.replaceAll(obeyed, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Replaces control characters by spaces, line ends too, so that what a file says stays on its line. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, " ");
}

/** Colours of this program's own, and the return with which a line of progress begins and ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are meant.
const own = /(^\r|\r$|\u001b\[(?:31|39)m)/;

/** Makes a host say everything visibly: names come from files, and files from strangers. */
export function speakingVisibly(host: Host): Host {
  return {
    ...host,
    out: (text) => host.out(visible(text)),
    err: (text) =>
      host.err(
        text
          .split(own)
          .map((part, i) => (i % 2 === 1 ? part : visible(part)))
          .join(""),
      ),
  };
}
