import type { Parameter } from "./parameter.ts";

/** Names the kinds of spending in the ledger. */
export type Category = "salary" | "releaseTime" | "institutes" | "leaderDevelopment" | "officeTime" | "backfill";

/** Lists the ledger's categories in the order of its rows. */
export const categories: readonly Category[] = [
  "salary",
  "releaseTime",
  "institutes",
  "leaderDevelopment",
  "officeTime",
  "backfill",
];

/** Holds a price: a parameter with the ledger category it is booked under. */
export interface Price extends Parameter {
  /** Category of the ledger that what it pays for is booked under. */
  readonly category: Category;
}

function price(name: string, value: number, unit: string, category: Category, source: string, doc: string): Price {
  return {
    name,
    doc,
    unit,
    default: value,
    range: [0, value * 10],
    prior: { shape: "uniform", low: value * 0.5, high: value * 1.5 },
    source,
    status: "choice",
    category,
  };
}

const typical = "Typical US district figure, 2024 dollars; replace with the district's own";

/** Lists every price, in dollars of 2024. */
export const prices: readonly Price[] = [
  price(
    "cost.coach",
    105000,
    "$ per coach-year",
    "salary",
    "Teacher salary and benefits; Knight 2012 puts coaching at $3,260–5,220 a teacher-year (2009-10)",
    "Salary and benefits of one coach",
  ),
  price("cost.coachDevelopment", 6000, "$ per coach-year", "salary", typical, "Training of one coach"),
  price("cost.releaseHour", 40, "$ per hour", "releaseTime", typical, "One hour of a substitute or stipend"),
  price(
    "cost.planning",
    1500,
    "$ per teacher-year",
    "releaseTime",
    typical,
    "Planning time of one teacher for a redesigned school",
  ),
  price(
    "cost.instituteDay",
    350,
    "$ per teacher-day",
    "institutes",
    typical,
    "One teacher for one day of an institute: stipend, facilitator, room",
  ),
  price(
    "cost.visit",
    450,
    "$ per teacher-visit",
    "institutes",
    typical,
    "One teacher's visit to another school: substitute and travel",
  ),
  price(
    "cost.materials",
    150,
    "$ per teacher-year",
    "institutes",
    typical,
    "Curriculum guides and materials for one teacher",
  ),
  price("cost.repository", 40000, "$ per year", "institutes", typical, "Licence and upkeep of a repository"),
  price("cost.principal", 15000, "$ per principal-year", "leaderDevelopment", typical, "Development of one principal"),
  price(
    "cost.office",
    140000,
    "$ per post-year",
    "officeTime",
    typical,
    "Salary and benefits of one post in the central office",
  ),
  price("cost.survey", 25, "$ per teacher-year", "officeTime", typical, "Surveying one teacher"),
  price("cost.preparedHire", 12000, "$ per hire", "backfill", typical, "Residency stipend of one prepared hire"),
  price("cost.newSchool", 500000, "$ per school", "backfill", typical, "Start-up of one new small school"),
];
