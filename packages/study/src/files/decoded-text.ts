import { platform } from "../workers/platform.ts";

/** Names how a text was encoded. */
export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";

/** Holds a text, and how its file was encoded. */
export interface FileText {
  /** What the file says, without a byte-order mark. */
  readonly text: string;
  /** How it was encoded. */
  readonly encoding: Encoding;
}

/** Holds what a reader should know of how a text was read, in the form of a roster's notes. */
export interface EncodingNote {
  /** Names the kind of note. */
  readonly code: "encoding";
  /** What to know, in words. */
  readonly message: string;
  /** Rows it is about: none, as it is about the whole file. */
  readonly rows: readonly number[];
}

/** Says how a text was read where that is a guess; nothing of the others, which say it themselves. */
export function encodingNotes(encoding: Encoding): EncodingNote[] {
  if (encoding !== "Windows-1252") return [];
  const message = "read as Windows-1252, as it is not UTF-8: look whether names with accents are as they should be";
  return [{ code: "encoding", message, rows: [] }];
}

/** Decodes bytes, without a byte-order mark; undefined where they are no text in that encoding. */
function decoded(bytes: Uint8Array, label: "utf-8" | "utf-16le" | "utf-16be"): string | undefined {
  try {
    return new platform.TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What Windows-1252 has for the bytes 0x80 to 0x9f; a space for the five that it leaves out. */
const ofWindows = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Returns a character that Node may have left as in Latin-1, where Windows-1252 has another. */
const windows = (control: string): string => ofWindows[control.charCodeAt(0) - 0x80]?.trim() || control;

/** Decodes bytes as Windows-1252; undefined where they hold what no text does. */
function decodedWindows(bytes: Uint8Array): string | undefined {
  const text = new platform.TextDecoder("windows-1252", { fatal: true })
    .decode(bytes)
    // Node 20 and later decode these as Latin-1, whatever the label.
    .replaceAll(/[\u0080-\u009f]/g, windows);
  return isText(text) ? text : undefined;
}

/** Tells whether a text holds no control characters but tabs and ends of lines and pages. */
function isText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit < 0x20 && (unit < 9 || unit > 13)) || (unit >= 0x7f && unit < 0xa0)) return false;
  }
  return true;
}

/**
 * Decodes the bytes of a file: as UTF-16 where a byte-order mark says so, as UTF-8 where they are, else as Windows-1252,
 * which has a character for nearly every byte; undefined where they are none of these.
 */
export function decodedText(bytes: Uint8Array): FileText | undefined {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  const text = decoded(bytes, marked || "utf-8");
  if (text !== undefined) return { text, encoding: marked ? "UTF-16" : "UTF-8" };
  const other = marked ? undefined : decodedWindows(bytes);
  return other === undefined ? undefined : { text: other, encoding: "Windows-1252" };
}
