/** What is used here of every engine's own names, for which the package takes no types. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** The part of a WebAssembly memory that is used here. */
export interface GrowingMemory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

/** What every program of wasm/ gives, beside what it does. */
export interface Program {
  readonly memory: GrowingMemory;
  /** Address of the first byte that the program does not use itself. */
  readonly __heap_base: { readonly value: number };
}

type Numbers = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** Makes an array of so many numbers of the kind that `View` sees. */
export type Place = <T extends Numbers>(View: ViewOf<T>, length: number) => T;

interface ViewOf<T extends Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, address: number, length: number): T;
  new (length: number): T;
}

/**
 * Opens a program, of its bytes in hexadecimal.
 *
 * @throws Error where there is no WebAssembly, or where a page's policy forbids it.
 */
export function openProgram<Exports extends Program>(text: string): Exports {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Exports;
}

const PAGE = 65536;

/**
 * Lays out arrays in a program's memory as its struct has them, from the first multiple of 8 that is not below its own:
 * `header` bytes for what is no array, the arrays' addresses in the order in which `lay` places them, and the arrays. They
 * are good until others are laid out in the same memory, and hold whatever was there.
 *
 * @throws RangeError where there is no memory for as much.
 */
export function layInMemory<Arrays>(
  { memory, __heap_base: base }: Program,
  header: number,
  lay: (place: Place) => Arrays,
): { readonly address: number; readonly arrays: Arrays } {
  const sizes: number[] = [];
  lay((View, length) => {
    sizes.push(View.BYTES_PER_ELEMENT * length);
    return new View(0);
  });
  const address = roundUp(base.value, 8);
  let end = address + header + 4 * sizes.length;
  const addresses = sizes.map((size) => {
    const first = roundUp(end, 8);
    end = first + size;
    return first;
  });
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));

  const { buffer } = memory;
  new Int32Array(buffer, address + header, sizes.length).set(addresses);
  let next = 0;
  return { address, arrays: lay((View, length) => new View(buffer, addresses[next++]!, length)) };
}

/** Rounds up to a multiple of `step`. */
export function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
