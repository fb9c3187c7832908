import type { DistrictMapData, StageAreaData } from "@uptake/charts";
import type { Film, RunName } from "@uptake/study/questions";
import { insideWords } from "../../words/inside.js";
import { countsOf, mapOf, stagesOf } from "./view.js";

/** Holds what a film comes to, without the film. */
export interface Brief {
  readonly verdict: string;
  readonly rest: string;
  readonly stages: StageAreaData;
  /** Everyone in that month. */
  readonly map: DistrictMapData;
}

/** Says what a film comes to in a month. */
export function inBrief(film: Film, run: RunName | number, month: number): Brief {
  const map = mapOf(film, month);
  return {
    verdict: insideWords.answer.verdict(run, film.replicate),
    rest: insideWords.answer.rest(film, month),
    stages: stagesOf(film, countsOf(film)),
    map: { ...map, team: Array.from(map.team), stages: Array.from(map.stages), depths: Array.from(map.depths) },
  };
}
