// Every question that can be asked, by name: one line each.
export { bottlenecksOf as bottlenecks } from "./bottlenecks-of.ts";
export { decidingNumbers as decides } from "./deciding-numbers.ts";
export { film } from "./film.ts";
export { story } from "./story.ts";
export { sweepOfTwo as sweep } from "./sweep-of-two.ts";
