import { levelWords } from "../level-words.ts";
import type { RosterFormat } from "../roster-format.ts";
import { stateRatios } from "../state-ratios.ts";

/** National Center for Education Statistics, any state; low income is eligibility for free or reduced-price lunch. */
export const nces: RosterFormat = {
  files:
    "the National Center for Education Statistics, any state: exports of the table generator (ElSi) as they come, the Common Core of Data's school files, and the Urban Institute's directory made from them",
  columns: {
    school: ["School Name", "SCH_NAME", "SCHOOL_NAME", "SCHNAM##", "SCHNAM"],
    schoolId: ["School ID (12-digit) - NCES Assigned", "School ID - NCES Assigned", "NCESSCH"],
    district: ["Agency Name", "LEA_NAME", "LEANM##", "LEANM"],
    districtId: ["Agency ID - NCES Assigned", "LEAID"],
    level: [
      "School Level (SY 2017-18 onward)",
      "School Level (16-17 and before)",
      "School Level",
      "SCHOOL_LEVEL",
      "LEVEL##",
      "LEVEL",
    ],
    lowestGrade: ["Lowest Grade Offered", "LOWEST_GRADE_OFFERED", "GSLO", "GSLO##"],
    highestGrade: ["Highest Grade Offered", "HIGHEST_GRADE_OFFERED", "GSHI", "GSHI##"],
    enrolment: [
      "Total Students All Grades (Excludes AE)",
      "Total Students All Grades (Includes AE)",
      "Total Students",
      "ENROLLMENT",
      "MEMBER##",
      "MEMBER",
      "STUDENT_COUNT",
    ],
    lowIncomeCount: ["Free and Reduced Lunch Students", "FREE_OR_REDUCED_PRICE_LUNCH", "TOTFRL##", "TOTFRL"],
    englishLearnerCount: ["ENGLISH_LANGUAGE_LEARNERS"],
    teachers: ["Full-Time Equivalent (FTE) Teachers", "TEACHERS_FTE", "FTE##", "FTE", "TEACHERS"],
  },
  required: ["school", "enrolment", "districtId"],
  levels: {
    ...levelWords,
    prekindergarten: "elementary",
    ungraded: "other",
    "adult education": "other",
    "1": "elementary",
    "2": "middle",
    "3": "high",
    "4": "other",
    "1-primary": "elementary",
    "2-middle": "middle",
    "3-high": "high",
    "4-other": "other",
  },
  otherLevels: true,
  teachers: "reported",
  studentsPerTeacher: stateRatios.us,
  year: ["SURVYEAR", "SCHOOL_YEAR", "year"],
  leftOut: [],
  source: "National Center for Education Statistics, Common Core of Data",
};
