/**
 * Tells what kind a file is, reads its text, brings files of studies to today's form, and says how a number is written.
 *
 * @module
 */
export { reservedKeysIn } from "../yaml/reserved-keys.ts";
export { beyondLimit } from "./beyond-limit.ts";
export { decodedText, type Encoding, type EncodingNote, encodingNotes, type FileText } from "./decoded-text.ts";
export { beyondJsonLimits } from "./json-limits.ts";
export { type FileKind, kindOfFile } from "./kind-of-file.ts";
export { mostFileBytes, noText, textOfFile, tooLarge } from "./text-of-file.ts";
export { studyVersion, type UpgradedStudy, upgradeStudy } from "./upgrade-study.ts";
export { withNumberHint } from "./with-number-hint.ts";
