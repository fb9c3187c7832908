// Every question that can be asked, by name: one line each.
export { decidingNumbers as decides } from "./deciding-numbers.ts";
export { sweepOfTwo as sweep } from "./sweep-of-two.ts";
