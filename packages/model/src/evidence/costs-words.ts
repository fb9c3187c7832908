import { type WordsByName, words } from "./words.ts";

const typical = "Typical US district figure, 2024 dollars; replace with the district's own";

/** Says what every price is, and what supports it. */
// biome-ignore format: one record a line reads as a table
export const priceWords: WordsByName = {
  "cost.coach": words("$ per coach-year", "choice", "Teacher salary and benefits; Knight 2012 puts coaching at $3,260–5,220 a teacher-year (2009-10)", "Salary and benefits of one coach"),
  "cost.coachDevelopment": words("$ per coach-year", "choice", typical, "Training of one coach"),
  "cost.releaseHour": words("$ per hour", "choice", typical, "One hour of a substitute or stipend"),
  "cost.planning": words("$ per teacher-year", "choice", typical, "Planning time of one teacher for a redesigned school"),
  "cost.instituteDay": words("$ per teacher-day", "choice", typical, "One teacher for one day of an institute: stipend, facilitator, room"),
  "cost.visit": words("$ per teacher-visit", "choice", typical, "One teacher's visit to another school: substitute and travel"),
  "cost.materials": words("$ per teacher-year", "choice", typical, "Curriculum guides and materials for one teacher"),
  "cost.repository": words("$ per year", "choice", typical, "Licence and upkeep of a repository"),
  "cost.principal": words("$ per principal-year", "choice", typical, "Development of one principal"),
  "cost.office": words("$ per post-year", "choice", typical, "Salary and benefits of one post in the central office"),
  "cost.survey": words("$ per teacher-year", "choice", typical, "Surveying one teacher"),
  "cost.preparedHire": words("$ per hire", "choice", typical, "Residency stipend of one prepared hire"),
  "cost.newSchool": words("$ per school", "choice", typical, "Start-up of one new small school"),
};
