import type { District, Plan, Run } from "@uptake/model";
import { Replicate, sameData, simulateIn } from "@uptake/model/engine";

/** Bytes that are kept at most: some 100 replicates of a district of 1,660 teachers, 50 of one of 6,000. */
const usualBytes = 16_000_000;

/**
 * Keeps what the replicates of one seed draw in the same districts, from one plan to the next: plans with other settings of
 * levers find their worlds, tables and teachers there, and have the bits that they have alone. Another seed or other
 * districts let all of it go. The first replicates that fit within the bytes stay, since every plan begins with them: of
 * the last ones, each would be gone when the next plan comes to it.
 */
export class KeptReplicates {
  readonly #most: number;
  readonly #replicates = new Map<number, Replicate>();
  #seed = "";
  #districts: readonly District[] = [];
  #bytes = 0;

  /** Sets the bytes that are kept at most, from 0 (default 16 million). */
  constructor(most: number = usualBytes) {
    this.#most = most;
  }

  /** Tells how many bytes, about, are kept now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Returns what runs a plan once, given the number of a replicate. */
  runs(plan: Plan, seed: string): (replicate: number) => Run {
    const own = this.#withKeptDistricts(plan);
    const districts = own.districts.map(({ district }) => district);
    const { length } = this.#districts;
    if (seed !== this.#seed || districts.length !== length || districts.some((one, d) => one !== this.#districts[d])) {
      this.#seed = seed;
      this.#districts = districts;
      this.#replicates.clear();
      this.#bytes = 0;
    }
    return (number) => this.#run(own, number);
  }

  #run(plan: Plan, number: number): Run {
    const replicate = this.#replicates.get(number) ?? new Replicate(this.#seed, number);
    const before = this.#replicates.has(number) ? replicate.bytes : 0;
    const run = simulateIn(replicate, plan);
    const others = this.#bytes - before;
    const { bytes } = replicate;
    if (others + bytes <= this.#most) {
      this.#replicates.set(number, replicate);
      this.#bytes = others + bytes;
    } else {
      this.#replicates.delete(number);
      this.#bytes = others;
    }
    return run;
  }

  /** Puts the districts that are kept in the place of equal ones, so that they are compared once and not in every run. */
  #withKeptDistricts(plan: Plan): Plan {
    const { districts, readings } = plan;
    return {
      ...plan,
      districts: districts.map((one) => {
        const known = this.#districts.find((kept) => sameData(kept, one.district));
        return known ? { ...one, district: known } : one;
      }),
      ...(readings ? { readings: readings.map((one) => this.#withKeptDistricts(one)) } : {}),
    };
  }
}
