import { parameters, type World } from "@uptake/model";

/** Lists the parameters that vary and can matter: what something costs, or how it is measured, moves no other outcome. */
export function variedInputs(held: World, measure: string): string[] {
  const idle = ["cost", "survey", "students"].filter((group) => !measure.startsWith(group));
  return parameters
    .filter(({ name, prior }) => prior.shape !== "held" && held[name] === undefined)
    .map(({ name }) => name)
    .filter((name) => !idle.includes(name.split(".")[0] as string));
}
