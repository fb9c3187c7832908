import type { World } from "@uptake/model";

/** Writes a number to three figures. */
export const three = (value: number): string => String(Number(value.toPrecision(3))).replace("-", "−");

/** Writes what is held, as in `support.rho = 1`; empty where nothing is. */
export const heldIn = (held: World): string =>
  Object.entries(held)
    .map(([name, value]) => `${name} = ${three(value)}`)
    .join(", ");
