import { layInMemory, openProgram, type Program } from "../numerics/program.ts";
import { type Desk, type DeskSize, makeDesk, type OpenDesk, type TieChances } from "./school-ties.ts";
import { tiesWasm } from "./ties-wasm.ts";

/** What wasm/ties.c gives. */
interface Exports extends Program {
  /** Places the ties of the school for which the desk at an address is set. */
  placeTies(address: number): void;
}

/** Numbers and words of a school, before the addresses of the arrays. */
const NUMBERS = 4;
const WORDS = 6;

/** The placing of ties of `placeTies` in WebAssembly: the same ties in less time, on a desk in a memory of its own. */
export class CompiledTies {
  readonly #exports: Exports;

  /** @throws Error where there is no WebAssembly, or where a page's policy forbids it. */
  constructor() {
    this.#exports = openProgram(tiesWasm);
  }

  /**
   * Opens a desk, which is good until the next is opened.
   *
   * @throws RangeError where there is no memory for a district as large.
   */
  open(chances: TieChances, size: DeskSize): OpenDesk {
    const program = this.#exports;
    const header = 8 * NUMBERS + 4 * WORDS;
    const { address, arrays: desk } = layInMemory(program, header, (place) => makeDesk(chances, size, place));
    const { buffer } = program.memory;
    const { odds, crossLimit, closureLimit, returnLimit } = chances;
    new Float64Array(buffer, address, NUMBERS).set([odds, crossLimit, closureLimit, returnLimit]);
    const words = new Int32Array(buffer, address + 8 * NUMBERS, WORDS);
    const place = ({ start, size, outside, skip, a, b }: Desk): void => {
      words.set([start, size, outside, skip, a, b]);
      program.placeTies(address);
    };
    return { desk, place };
  }
}
