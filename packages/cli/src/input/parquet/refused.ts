import type { Fault } from "../../host/fault.ts";

/** Stops reading a Parquet file, with everything known to be wrong with it. */
export class Refused extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ message }) => message).join("; "));
    this.name = "Refused";
    this.faults = faults;
  }
}

/** Refuses a file that is damaged, or is none: `why` says what shows it. */
export function damaged(why: string): Refused {
  return new Refused([{ code: "not-parquet", path: "", message: `cannot be read as Parquet: ${why}` }]);
}
