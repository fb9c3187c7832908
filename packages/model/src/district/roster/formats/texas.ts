import { levelWords } from "../level-words.ts";
import type { RosterFormat } from "../roster-format.ts";
import { stateRatios } from "../state-ratios.ts";

const levels: RosterFormat["levels"] = {
  ...levelWords,
  e: "elementary",
  m: "middle",
  s: "high",
  b: "other",
  both: "other",
  both_elem_secondary: "other",
  "elementary/secondary": "other",
};

/** Texas Education Agency; low income is economic disadvantage. */
export const texas: RosterFormat = {
  files:
    "the Texas Education Agency's Texas Academic Performance Reports (TAPR) and AEIS before them, campus data as downloaded: reference, profile and staff columns side by side, with or without the line of labels above the codes",
  columns: {
    school: ["CAMPNAME", "Campus Name"],
    schoolId: ["CAMPUS", "Campus Number"],
    district: ["DISTNAME", "District Name"],
    districtId: ["DISTRICT", "District Number"],
    level: ["GRDTYPE", "Grade Type"],
    grades: ["GRDSPAN", "Grade Span"],
    enrolment: ["CPETALLC"],
    lowIncomeCount: ["CPETECOC"],
    lowIncomePercent: ["CPETECOP"],
    englishLearnerCount: ["CPETLEPC"],
    englishLearnerPercent: ["CPETLEPP"],
    teachers: ["CPSTTOFC"],
    districtTeachers: ["DPSTTOFC"],
  },
  required: ["school", "schoolId", "districtId", "enrolment"],
  levels,
  otherLevels: true,
  teachers: "reported",
  studentsPerTeacher: stateRatios.tx,
  year: ["YEAR"],
  leftOut: [],
  prepared: "tx-prepared",
  source: "Texas Education Agency campus figures (TAPR)",
};

/** The project's prepared copies of 2018-19 and 2021-22; teachers are the district's, shared out by enrolment. */
export const texasPrepared: RosterFormat = {
  files: "the project's prepared copies of Texas's campus data of 2018-19 and 2021-22",
  columns: {
    school: ["campus_name"],
    schoolId: ["campus_id"],
    district: ["district_name"],
    districtId: ["district_id"],
    level: ["level"],
    enrolment: ["enrolment"],
    lowIncomeCount: ["econ_disadv"],
    englishLearnerCount: ["english_learners"],
    teachers: ["teachers_fte_est"],
  },
  required: ["school", "schoolId", "district", "districtId", "level", "enrolment", "englishLearnerCount", "teachers"],
  levels,
  otherLevels: true,
  teachers: "estimated",
  studentsPerTeacher: stateRatios.tx,
  leftOut: [],
  source: "Texas Education Agency campus figures (TAPR); teachers shared out by enrolment",
};
