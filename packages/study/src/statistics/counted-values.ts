import { sortedQuantile } from "./quantile.ts";

/** Most different values kept apart. */
const mostDifferent = 1_024;

/** Narrowest cells, as a power of two: values in the same cell of 2⁻⁴⁰ are told apart no longer. */
const narrowest = -40;

/** Room for new values and for merged lists, which every counter uses in turn: each would else leave much to collect. */
let fresh = new Float64Array(256);
let mergedPlaces = new Float64Array(mostDifferent + 256);
let mergedCounts = new Uint32Array(mostDifferent + 256);

/** Room for the two values that a quantile lies between. */
const two = new Float64Array(2);

function makeRoom(values: number): void {
  if (fresh.length >= values) return;
  fresh = new Float64Array(values);
  mergedPlaces = new Float64Array(mostDifferent + values);
  mergedCounts = new Uint32Array(mostDifferent + values);
}

const powerOfTwo = (power: number): number => {
  let size = 1;
  for (let p = 0; p < Math.abs(power); p++) size *= 2;
  return power < 0 ? 1 / size : size;
};

/**
 * Counts values so that their percentiles can be told in memory that does not grow with their number. Up to 1,024
 * different values every percentile is exact. Beyond that values are told as the middle of the cell they lie in, and cells
 * are as narrow, by powers of two, as leaves at most 1,024 of them. The same values give the same counts, in whatever order
 * and however many at a time they are added: the width that cells end with follows from the values alone.
 */
export class CountedValues {
  /** Different values, or the numbers of cells, in ascending order: the first `#size` of these; and how often each came. */
  #places = new Float64Array(16);
  #counts = new Uint32Array(16);
  #size = 0;
  #total = 0;
  /** Width of cells as a power of two; null while values are kept as they are. */
  #power: number | null = null;
  #width = 0;

  /** How many values there are. */
  get total(): number {
    return this.#total;
  }

  /** By how much a percentile may be off: 0 where it is exact. */
  get within(): number {
    return this.#width / 2;
  }

  /** How many bytes are kept, whatever there are of values. */
  get bytes(): number {
    return this.#places.byteLength + this.#counts.byteLength;
  }

  /** Adds values, none of which is NaN, and infinite ones only among fewer than 1,024 different ones. */
  add(values: Float64Array): void {
    makeRoom(values.length);
    this.#total += values.length;
    // Most values have come before: they are found and counted, and only new ones are sorted.
    let size = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      const place = this.#width === 0 ? value : Math.floor(value / this.#width);
      const own = this.#find(place);
      if (own < this.#size && this.#places[own] === place) this.#counts[own] = (this.#counts[own] as number) + 1;
      else fresh[size++] = place;
    }
    if (size > 0) this.#merge(fresh.subarray(0, size).sort());
  }

  /** Returns the quantile `p` (0 … 1) of at least one value, as `quantile` does, off by {@link within} at most. */
  quantile(p: number): number {
    const rank = (this.#total - 1) * p;
    const below = Math.floor(rank);
    two[0] = this.#valueAt(below);
    two[1] = this.#valueAt(Math.min(below + 1, this.#total - 1));
    return sortedQuantile(two, rank - below);
  }

  /** Returns the value of a rank, from 0. */
  #valueAt(rank: number): number {
    let own = 0;
    for (let seen = this.#counts[0] as number; seen <= rank; seen += this.#counts[own] as number) own++;
    const place = this.#places[own] as number;
    return this.#width === 0 ? place : (place + 0.5) * this.#width;
  }

  /** Returns where a place stands, or would stand. */
  #find(place: number): number {
    let from = 0;
    let left = this.#size;
    while (left > 0) {
      const half = left >>> 1;
      if ((this.#places[from + half] as number) < place) {
        from += half + 1;
        left -= half + 1;
      } else left = half;
    }
    return from;
  }

  /** Adds places in ascending order, none of which is there yet, then widens cells until few enough are left. */
  #merge(sorted: Float64Array): void {
    let size = 0;
    const put = (place: number, count: number): void => {
      const again = size > 0 && mergedPlaces[size - 1] === place;
      if (!again) {
        mergedPlaces[size] = place;
        mergedCounts[size++] = 0;
      }
      mergedCounts[size - 1] = (mergedCounts[size - 1] as number) + count;
    };
    let next = 0;
    for (let own = 0; own < this.#size; own++) {
      const place = this.#places[own] as number;
      while (next < sorted.length && (sorted[next] as number) < place) put(sorted[next++] as number, 1);
      put(place, this.#counts[own] as number);
    }
    while (next < sorted.length) put(sorted[next++] as number, 1);
    while (size > mostDifferent) {
      const before = size;
      const widen = this.#widen();
      size = 0;
      for (let own = 0; own < before; own++) put(widen(mergedPlaces[own] as number), mergedCounts[own] as number);
    }
    if (this.#places.length < size) {
      const room = Math.min(mostDifferent, Math.ceil(1.5 * size));
      this.#places = new Float64Array(room);
      this.#counts = new Uint32Array(room);
    }
    this.#places.set(mergedPlaces.subarray(0, size));
    this.#counts.set(mergedCounts.subarray(0, size));
    this.#size = size;
  }

  /** Makes cells twice as wide, or cells of values; returns what turns a place into that of its wider cell. */
  #widen(): (place: number) => number {
    const exact = this.#power === null;
    this.#power = this.#power === null ? narrowest : this.#power + 1;
    const width = powerOfTwo(this.#power);
    this.#width = width;
    return exact ? (value) => Math.floor(value / width) : (cell) => Math.floor(cell / 2);
  }
}
