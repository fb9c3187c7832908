import { hashText } from "@uptake/model";

/** Returns a fingerprint of a text, sixteen hexadecimal digits: the same for the same text on every engine. */
export function fingerprint(text: string): string {
  const { w0, w1 } = hashText(text);
  return [w0, w1].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
