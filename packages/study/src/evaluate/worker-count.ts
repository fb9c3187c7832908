import { InputError } from "@uptake/model";

/** The most workers that a pool is made of. */
const most = 1024;

/** Checks a number of workers. @throws InputError where it is not a whole number from 1 on. */
export function workerCount(workers: number): number {
  if (Number.isInteger(workers) && workers >= 1 && workers <= most) return workers;
  throw new InputError([
    {
      code: "out-of-range",
      path: "workers",
      message: `${workers} is out of range`,
      value: workers,
      allowed: `a whole number, 1 to ${most}`,
    },
  ]);
}
