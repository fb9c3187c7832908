import type { ChartOptions, Figure } from "@uptake/charts";
import { startScenario } from "@uptake/study/link";
import type { Answered } from "../kit/answer.js";
import { offeredPlan } from "../plan/offered.js";

/** Holds what stands in a page before any script runs. */
export interface First extends Pick<Answered, "verdict" | "rest"> {
  /** The page's question, where its Markdown holds none. */
  readonly heading?: string;
  /** Draws the answer's figure, with what it is from under it. */
  readonly draw: (options: ChartOptions) => Figure;
}

/** Gives what was computed with the site: answers by name, and what data loaders stored. */
export interface Site {
  answer<Answer>(name: string): Answer;
  loaded<Data>(name: string): Data;
}

/** Names the answer about the plan that pages open with. */
export const startAnswer: string = offeredPlan(startScenario.district, startScenario.strategy).name;
