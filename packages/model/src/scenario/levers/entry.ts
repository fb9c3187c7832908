import { entryLevels } from "../entry-levels.ts";
import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes how schools come into the programme. Only member schools receive a programme's doses. */
export const entry: LeverNumbers = {
  name: "entry",
  delay: 0,
  settings: [
    share("volunteers", { default: 0 }),
    share("cohorts", { default: 0 }),
    share("mandate", { default: 0 }),
    share("tailored", {
      default: 0,
      fraction: true,
    }),
    share("decided", { default: 0 }),
  ],
  choices: [
    {
      name: "order",
      options: ["openness", "need", "random"],
      default: "openness",
    },
    {
      name: "levels",
      options: Object.keys(entryLevels),
      default: "all",
    },
  ],
  counts: [
    { name: "every", range: [1, 60], default: 12 },
    {
      name: "places",
      range: [0, 10_000],
      default: 10_000,
    },
    { name: "newSchools", range: [0, 50], default: 0 },
    { name: "newSchoolSize", range: [1, 400], default: 20 },
    {
      name: "newSchoolMonth",
      range: [12, 600],
      default: 12,
    },
    {
      name: "leadYear",
      range: [0, 1],
      default: 1,
    },
  ],
  charges: (use) => [
    {
      price: "cost.office",
      per: "district",
      quantity:
        (0.1 * use("volunteers") +
          0.25 * Math.min(1, 4 * use("cohorts")) +
          0.5 * use("mandate") +
          0.25 * use("tailored")) /
        12,
    },
    { price: "cost.newSchool", per: "newSchool", quantity: 1 },
  ],
};

/** Says what entry is. */
export const entryWords: LeverWords = {
  doc: "The way in: an open call, invited cohorts, a mandate, new schools; without it no school is a member",
  lesson: "Lesson 5: a route that fits where power lies",
  actsThrough: "membership, compliance, legitimacy; where it is fitted, also leaving",
  losesWhen: "route and authority do not match, or a new superintendent redraws authority",
  says: {
    volunteers: "Openness of the call for volunteers",
    cohorts: "Share of the district's schools invited in each wave",
    mandate: "Force of a mandate",
    tailored: "How far the route is fitted to where authority and openness are believed to lie",
    decided: "How far member schools take the practice up as a whole and hand it to newcomers",
    order: "Who is invited first: the most open as estimated, the neediest, or by lot",
    levels: "Whose schools may join: all, those of one level, or middle and high; schools of level other always may",
    every: "Months between waves of invitations",
    places: "Schools that may join in a school year, by call, cohort or mandate",
    newSchools: "New schools founded with chosen staff",
    newSchoolSize: "Teachers in each new school",
    newSchoolMonth: "Scenario month in which new schools open, moved to the next August",
    leadYear: "1 when principal and staff of a new school prepare for a year before it opens",
  },
  units: {
    every: "months",
    places: "schools a year",
    newSchools: "schools",
    newSchoolSize: "teachers",
    newSchoolMonth: "months",
    leadYear: "years",
  },
};
