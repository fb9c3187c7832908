import type { Switches } from "./scenario-type.ts";

/** Lists what the switches may be set to that are not simply on or off. */
export const switchOptions: { readonly [Name in "contagion" | "network" | "levels"]: readonly Switches[Name][] } = {
  contagion: ["simple", "complex", "none"],
  network: ["advice", "complete"],
  levels: ["drawn", "sum", "product", "weakest"],
};
