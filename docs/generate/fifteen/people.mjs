import { byPlace, byPlan, everyPlan } from "./by-plan.mjs";
import {
  followed,
  ids,
  listed,
  percent,
  places,
  placesWhere,
  planOf,
  points,
  quoted,
  share,
  studyOf,
  sum,
} from "./words.mjs";

const { six, largest, whole } = followed;

const thirds = (facts) =>
  byPlace(
    facts,
    ["low-poverty third", "middle", "high-poverty third", "gap, points", "worst third"],
    (plan) => [...Object.values(plan.thirds).map(share), points(plan.gap), share(plan.worstThird)],
    ["volunteers-only", ...Object.values(followed)],
  );

/** Says how the gap between poverty thirds stands. */
function gaps(facts) {
  const told = [six, largest, whole].map((name) => {
    const behind = placesWhere((place) => planOf(facts, place, name).gap.low > 0);
    const ahead = placesWhere((place) => planOf(facts, place, name).gap.high < 0);
    const level = placesWhere((place) => {
      const { low, high } = planOf(facts, place, name).gap;
      return low <= 0 && high >= 0;
    });
    const parts = [
      behind.length > 0 && `the low-poverty third is ahead in ${listed(behind)}`,
      ahead.length > 0 && `the high-poverty third is ahead in ${listed(ahead)}`,
      level.length > 0 && `neither can be said to be ahead in ${listed(level)}`,
    ].filter(Boolean);
    return `${quoted(facts, name)}: ${parts.join(", ")}.`;
  });
  return told.join(" ");
}

const depth = (facts) =>
  byPlace(facts, ["signed up", "adopters", "deep", "deep, of adopters"], ({ signUps, adoption: { year3 }, deep }) => [
    share(signUps),
    share(year3),
    share(deep),
    percent(deep.value / year3.value),
  ]);

const cost = (facts) =>
  byPlan(
    facts,
    everyPlan(facts).filter((name) => name !== "business-as-usual"),
    (plan) => `${sum(plan.cost)}; ${sum(plan.costPerAdded)}`,
  );

const lasts = (facts) =>
  byPlace(
    facts,
    ["May of year 3", "May of year 5", "of the gain, kept", "chance of 80% in May of year 5"],
    ({ adoption: { year3, year5 }, kept, stillAtTarget }) => [
      share(year3),
      share(year5),
      kept ? share(kept) : "undefined",
      share(stillAtTarget),
    ],
    ["coaching-only", ...Object.values(followed)],
  );

/** Says what is left of the difference that schools that decide make once the money has stopped. */
function fades(facts) {
  const each = ids.map((place) => {
    const { year3, year5 } = studyOf(facts, "start", place).leadOfSchoolsThatDecide;
    return `${points(year3)} points in May of year 3 and ${points(year5)} two years later in ${places[place]}`;
  });
  return `Schools that decide are ahead of the largest strategy by ${listed(each)}.`;
}

/** Holds what is written of for whom, how deep, at what cost, and whether it lasts, by name. */
export const people = { thirds, gaps, depth, cost, lasts, fades };
