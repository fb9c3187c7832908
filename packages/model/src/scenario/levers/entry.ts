import { entryLevels } from "../entry-levels.ts";
import type { Lever } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes how schools come into the programme. Only member schools receive a programme's doses. */
export const entry: Lever = {
  name: "entry",
  doc: "The way in: an open call, invited cohorts, a mandate, new schools; without it no school is a member",
  lesson: "Lesson 5: a route that fits where power lies",
  actsThrough: "membership, compliance, legitimacy; where it is fitted, also leaving",
  losesWhen: "route and authority do not match, or a new superintendent redraws authority",
  delay: 0,
  settings: [
    share("volunteers", "Openness of the call for volunteers", { default: 0 }),
    share("cohorts", "Share of the district's schools invited in each wave", { default: 0 }),
    share("mandate", "Force of a mandate", { default: 0 }),
    share("tailored", "How far the route is fitted to where authority and openness are believed to lie", {
      default: 0,
      fraction: true,
    }),
    share("decided", "How far member schools take the practice up as a whole and hand it to newcomers", { default: 0 }),
  ],
  choices: [
    {
      name: "order",
      doc: "Who is invited first: the most open as estimated, the neediest, or by lot",
      options: ["openness", "need", "random"],
      default: "openness",
    },
    {
      name: "levels",
      doc: "Whose schools may join: all, those of one level, or middle and high; schools of level other always may",
      options: Object.keys(entryLevels),
      default: "all",
    },
  ],
  counts: [
    { name: "every", doc: "Months between waves of invitations", unit: "months", range: [1, 60], default: 12 },
    {
      name: "places",
      doc: "Schools that may join in a school year, by call, cohort or mandate",
      unit: "schools a year",
      range: [0, 10_000],
      default: 10_000,
    },
    { name: "newSchools", doc: "New schools founded with chosen staff", unit: "schools", range: [0, 50], default: 0 },
    { name: "newSchoolSize", doc: "Teachers in each new school", unit: "teachers", range: [1, 400], default: 20 },
    {
      name: "newSchoolMonth",
      doc: "Scenario month in which new schools open, moved to the next August",
      unit: "months",
      range: [12, 600],
      default: 12,
    },
    {
      name: "leadYear",
      doc: "1 when principal and staff of a new school prepare for a year before it opens",
      unit: "years",
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
