import { copyData } from "../copy-data.ts";
import type { DistrictState } from "./district-state.ts";

/** Copies what a run changes of a district; who was there at the start, and the keys of its luck, both states share. */
export function copyState(state: DistrictState): DistrictState {
  const { office, school, climate, teacher, counts } = state;
  return {
    ...state,
    office: copyData(office),
    school: copyData(school),
    climate: copyData(climate),
    teacher: copyData(teacher),
    counts: copyData(counts),
  };
}
