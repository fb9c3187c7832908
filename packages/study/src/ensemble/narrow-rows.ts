/** Holds whole numbers in as few bytes each as hold the largest; numbers of any kind in eight. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Kinds of arrays, the narrowest first, each with the largest whole number that it holds. */
const kinds = [
  { make: Uint8Array, most: 0xff },
  { make: Uint16Array, most: 0xffff },
  { make: Uint32Array, most: 0xffffffff },
  { make: Float64Array, most: Number.POSITIVE_INFINITY },
] as const;

const widest = kinds.length - 1;

/** Returns the narrowest kind, from 0, that holds every one of some numbers to the bit. */
function kindFor(numbers: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] as number;
    // Fails for NaN, for fractions, and for what is below zero, −0 among it.
    if (!(value >>> 0 === value) || Object.is(value, -0)) return widest;
    if (value > largest) largest = value;
  }
  return kinds.findIndex(({ most }) => largest <= most);
}

/** Returns numbers in the narrowest array that holds every one of them to the bit: the same array where it is that. */
export function narrowed(numbers: Numbers): Numbers {
  const { make } = kinds[kindFor(numbers)] as (typeof kinds)[number];
  return numbers instanceof make ? numbers : make.from(numbers);
}

/** Keeps rows of numbers, most of them small counts, in the narrowest array that holds them all to the bit. */
export class NarrowRows {
  readonly #length: number;
  #kind = 0;
  #values: Numbers = new Uint8Array();

  /** Begins without rows; each will have `length` numbers. */
  constructor(length: number) {
    this.#length = length;
  }

  /** Makes room for `rows` rows in all. */
  reserve(rows: number): void {
    if (this.#values.length < rows * this.#length) this.#move(this.#kind, rows * this.#length);
  }

  /** Keeps a row at a place that there is room for. */
  set(row: number, numbers: Float64Array): void {
    const kind = Math.max(this.#kind, kindFor(numbers));
    if (kind > this.#kind) this.#move(kind, this.#values.length);
    this.#values.set(numbers, row * this.#length);
  }

  /** Returns the numbers of some rows, or those of the first `rows` without copying them. */
  of(rows: number | readonly number[]): Numbers {
    const length = this.#length;
    if (typeof rows === "number") return this.#values.subarray(0, rows * length);
    const { make } = kinds[this.#kind] as (typeof kinds)[number];
    const picked = new make(rows.length * length);
    rows.forEach((row, r) => picked.set(this.#values.subarray(row * length, (row + 1) * length), r * length));
    return picked;
  }

  #move(kind: number, size: number): void {
    const moved = new (kinds[kind] as (typeof kinds)[number]).make(size);
    moved.set(this.#values);
    this.#kind = kind;
    this.#values = moved;
  }
}
