// Every question that can be asked, by name: one line each.
export { beliefsSideBySide as beliefs } from "./beliefs-side-by-side.ts";
export { bottlenecksOf as bottlenecks } from "./bottlenecks-of.ts";
export { comparePlans as compare } from "./compare-plans.ts";
export { decidingBelief as tornado } from "./deciding-belief.ts";
export { decidingNumbers as decides } from "./deciding-numbers.ts";
export { film } from "./film.ts";
export { fitSurveys as fit } from "./fit-surveys.ts";
export { lesson } from "./lesson.ts";
export { leverWedges as wedges } from "./lever-wedges.ts";
export { readFile } from "./read-file.ts";
export { repeatRun } from "./repeat-run.ts";
export { story } from "./story.ts";
export { sweepOfTwo as sweep } from "./sweep-of-two.ts";
export { take } from "./take/take.ts";
export { varianceSources as variance } from "./variance-sources.ts";
export { whatBreaks as breaks } from "./what-breaks.ts";
