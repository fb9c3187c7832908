import type { Scenario } from "@uptake/model";
import { type PlanState, shortInput, writeLink } from "@uptake/study/link";
import type { CompleteStudy } from "../studies/complete-study.ts";
import type { StudyAnswer } from "../studies/study-kind.ts";

/** Seed of a command that does not say which. */
const usualSeed = "uptake";

/** Fields in which studies name several plans, tried where their scenario is. */
const severalPlans = ["strategies", "plans", "baseline"];

/** Returns what pages are set to where they show what a study is about: a plan, and one pinned to compare it with. */
function stateOf(study: CompleteStudy, { scenarios: written = [] }: StudyAnswer): PlanState | undefined {
  const [first, second] = written;
  const shown = (second ?? first)?.scenario ?? study.scenario;
  // A plan brought to a budget is another than the study's own, and so is each of several.
  const others =
    study.kind === "start" || study["budget"] !== undefined || severalPlans.some((field) => study[field] !== undefined);
  if (first === undefined && others) return undefined;
  const pin = ({ name, ...rest }: Scenario): object => ({ name, scenario: shortInput({ name, ...rest }) });
  return {
    scenario: shortInput(shown),
    ...(study.seed === usualSeed ? {} : { seed: study.seed }),
    ...(first === undefined ? {} : { replicates: first.replicates }),
    ...(first !== undefined && second !== undefined ? { pinned: [pin(first.scenario)] } : {}),
  } as PlanState;
}

/**
 * Says, in a line, which link opens the plan of an answer in the pages at `address`: a query where no address is given,
 * which stands after the address of any page. Where the plan fits no link, why; empty where the answer is not of one plan.
 */
export function pagesLine(study: CompleteStudy, answer: StudyAnswer, address: string = ""): string {
  const state = stateOf(study, answer);
  if (state === undefined) return "";
  const { query, left } = writeLink(state);
  const [fault] = left;
  return fault ? `Pages: no link: ${fault.message}\n` : `Pages: ${address}${query === "" ? "?" : query}\n`;
}
