// Every question that can be asked, by name: one line each.

export { bottlenecksOf as bottlenecks } from "./bottlenecks-of.ts";
export { comparePlans as compare } from "./compare-plans.ts";
export { sweepOfTwo as sweep } from "./sweep-of-two.ts";
