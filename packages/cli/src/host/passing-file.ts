import { createHash } from "node:crypto";

/**
 * Holds a file that is made part by part, anew each time that somebody goes through it, so that a long one is never in
 * memory whole. Its hash is taken as it goes by.
 */
export class PassingFile implements Iterable<Uint8Array> {
  readonly #parts: () => Iterable<Uint8Array>;
  #hash: string | undefined;

  /** Begins with what makes the parts: the same each time. */
  constructor(parts: () => Iterable<Uint8Array>) {
    this.#parts = parts;
  }

  /** Makes the parts one after another. */
  *[Symbol.iterator](): Generator<Uint8Array> {
    const hash = createHash("sha256");
    for (const part of this.#parts()) {
      hash.update(part);
      yield part;
    }
    this.#hash = hash.digest("hex");
  }

  /** SHA-256 of the file, in hexadecimal; where nobody has gone through the file to its end yet, it is made for it. */
  get hash(): string {
    if (this.#hash === undefined) for (const _ of this);
    return this.#hash as string;
  }
}
