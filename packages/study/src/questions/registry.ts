// Every question that can be asked, by name: one line each.
export { bottlenecksOf as bottlenecks } from "./bottlenecks-of.ts";
export { fitSurveys as fit } from "./fit-surveys.ts";
export { readFile } from "./read-file.ts";
export { repeatRun } from "./repeat-run.ts";
export { sweepOfTwo as sweep } from "./sweep-of-two.ts";
