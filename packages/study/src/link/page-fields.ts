/**
 * Lists what single pages are set to beside the plan, by the name of the field in a link: the page's name, then its own.
 * The value of each is a text of at most 200 characters, of which only its page knows what it means.
 */
export const pageFields = [
  // which run is looked into: typical, best, worst or a replicate; the place of the district among several; whose story
  // is told; the month on show
  "inside.run",
  "inside.district",
  "inside.teacher",
  "inside.school",
  "inside.month",
  // what the plans that are sought may cost, in dollars of 2024, and the least adoption of the worst poverty third, a share
  "take.budget",
  "take.floor",
  // where the sliders of lessons stand that were moved, as in `1win:0.5 4loss:3`
  "lessons.moved",
  // the two plans whose difference is told, by their places from 1, as in 2,1; the second is 0 for the district as today
  "compare.pair",
  // the two levers that are crossed, across and up, as in coaching,vision
  "matters.levers",
] as const;

/** Names what a page is set to. */
export type PageField = (typeof pageFields)[number];
