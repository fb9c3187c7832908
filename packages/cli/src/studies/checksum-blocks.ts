import type { RunsBeyond } from "@uptake/study/receipt";
import { sha256 } from "../host/sha256.ts";

/** Runs whose checksums one checksum stands for, where a study has too many to list. */
export const runsOfBlock = 1_024;

/** Folds the checksums of runs, in their order, into one for every {@link runsOfBlock}, and counts them. */
export class ChecksumBlocks {
  readonly #blocks: string[] = [];
  #text = "";
  #runs = 0;
  #failed = 0;

  /** Adds the checksum of a run, empty where it failed. */
  add(checksum: string): void {
    this.#text += `${checksum}\n`;
    this.#runs++;
    if (checksum === "") this.#failed++;
    if (this.#runs % runsOfBlock === 0) this.#end();
  }

  #end(): void {
    if (this.#text !== "") this.#blocks.push(sha256(this.#text));
    this.#text = "";
  }

  /** Returns the checksum of each block, and how many runs there are beyond one for each. */
  all(): { readonly checksums: readonly string[]; readonly beyond: RunsBeyond } {
    this.#end();
    const checksums = this.#blocks;
    return { checksums, beyond: { runs: this.#runs - checksums.length, failed: this.#failed } };
  }
}
