// Every question that can be asked, by name: one line each.
export { sweepOfTwo as sweep } from "./sweep-of-two.ts";
export { take } from "./take/take.ts";
