export { beyondJsonLimits } from "./json-limits.ts";
export { type FileKind, kindOfFile } from "./kind-of-file.ts";
export { mostFileBytes, noText, textOfFile, tooLarge } from "./text-of-file.ts";
