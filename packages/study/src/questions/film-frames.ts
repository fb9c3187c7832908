import { type DistrictState, InputError, type Plan } from "@uptake/model";

/** Holds what is taken of each index. */
interface Taken {
  readonly stages: Uint8Array;
  readonly depths: Uint8Array;
  readonly standing: Uint8Array;
}

/** Takes pictures of one district of a run, one an index. */
export class Frames {
  readonly #id: string;
  readonly #length: number;
  #population: DistrictState["population"] | undefined;
  #taken: Taken | undefined;

  /** Watches the district at a place of a plan. @throws InputError when there is none. */
  constructor(plan: Plan, place: number) {
    const found = plan.districts[place];
    if (!found) {
      const message = `there is no district ${place}`;
      const allowed = `a whole number, 0 to ${plan.districts.length - 1}`;
      throw new InputError([{ code: "out-of-range", path: "district", message, value: place, allowed }]);
    }
    this.#id = found.district.id;
    this.#length = plan.scenario.horizon + 1;
  }

  /** Takes the picture of an index. */
  readonly observe = (state: DistrictState, index: number): number => {
    if (state.district.id !== this.#id) return 0;
    const { school, teacher, population } = state;
    this.#population = population;
    const slots = teacher.stage.length;
    const schools = school.open.length;
    this.#taken ??= {
      stages: new Uint8Array(this.#length * slots),
      depths: new Uint8Array(this.#length * slots),
      standing: new Uint8Array(this.#length * schools),
    };
    const { stages, depths, standing } = this.#taken;
    stages.set(teacher.stage, index * slots);
    for (let i = 0; i < slots; i++) depths[index * slots + i] = teacher.depth[i]! >> 8;
    for (let s = 0; s < schools; s++) standing[index * schools + s] = school.open[s]! + 2 * school.member[s]!;
    return 0;
  };

  /** Returns the population and all pictures, once the run is over. */
  all(): { readonly population: DistrictState["population"]; readonly taken: Taken } {
    if (!this.#population || !this.#taken) throw new Error("the run has not been watched");
    return { population: this.#population, taken: this.#taken };
  }
}
