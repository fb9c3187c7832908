import { levelWords } from "../level-words.ts";
import type { RosterFormat } from "../roster-format.ts";
import { stateRatios } from "../state-ratios.ts";

const levels: RosterFormat["levels"] = {
  ...levelWords,
  "elementary schools (public)": "elementary",
  "elemen schools in 1 school dist. (public)": "elementary",
  "intermediate/middle schools (public)": "middle",
  "junior high schools (public)": "middle",
  "high schools (public)": "high",
  "high schools in 1 school dist. (public)": "high",
  "continuation high schools": "high",
  "k-12 schools (public)": "other",
  "alternative schools of choice": "other",
  "district community day schools": "other",
  "county community": "other",
  "special education schools (public)": "other",
  "juvenile court schools": "other",
  "opportunity schools": "other",
  preschool: "other",
  "youth authority facilities": "other",
  "youth authority facilities (cea)": "other",
  "state special schools": "other",
};

/** California Department of Education; low income is eligibility for free or reduced-price meals. */
export const california: RosterFormat = {
  files:
    "the California Department of Education's yearly file of free or reduced-price meals by school (Student Poverty FRPM Data), its school-level sheet saved as CSV; it has no staff",
  columns: {
    school: ["School Name"],
    schoolId: [
      "CDS Code",
      "CDSCode",
      [
        { header: "County Code", width: 2 },
        { header: "District Code", width: 5 },
        { header: "School Code", width: 7 },
      ],
      "School Code",
    ],
    district: ["District Name", "LEA Name"],
    districtId: [
      [
        { header: "County Code", width: 2 },
        { header: "District Code", width: 5 },
      ],
      "District Code",
    ],
    level: ["School Type"],
    lowestGrade: ["Low Grade"],
    highestGrade: ["High Grade"],
    enrolment: ["Enrollment (K-12)", "Enrollment (Ages 5-17)", "Enrollment"],
    lowIncomeCount: ["FRPM Count (K-12)", "FRPM Count (Ages 5-17)", "Total FRPM"],
    lowIncomeShare: ["Percent (%) Eligible FRPM (K-12)", "Percent (%) Eligible FRPM (Ages 5-17)", "Percent FRPM"],
  },
  required: ["school", "enrolment", "districtId"],
  levels,
  otherLevels: true,
  teachers: "reported",
  studentsPerTeacher: stateRatios.ca,
  year: ["Academic Year"],
  leftOut: [
    { headers: ["School Code"], not: ["0000000", "0"], what: "the row of a district" },
    { headers: ["School Name"], not: ["district office"], what: "the row of a district" },
  ],
  prepared: "ca-prepared",
  source: "California Department of Education free or reduced-price meals file",
};

/** The project's prepared copy of 2016-17, with teachers from the district's ratio of 2023-24. */
export const californiaPrepared: RosterFormat = {
  files: "the project's prepared copy of California's file of 2016-17",
  columns: {
    school: ["school"],
    schoolId: ["cds"],
    district: ["district"],
    districtId: ["district_cd"],
    level: ["level"],
    enrolment: ["enrolment_k12"],
    lowIncomeCount: ["frpm_k12"],
    teachers: ["teachers_fte_est"],
  },
  required: ["school", "schoolId", "district", "districtId", "level", "enrolment", "teachers"],
  levels,
  otherLevels: true,
  teachers: "estimated",
  studentsPerTeacher: stateRatios.ca,
  leftOut: [],
  source:
    "California Department of Education free or reduced-price meals file; teachers from the district's 2023-24 ratio",
};
