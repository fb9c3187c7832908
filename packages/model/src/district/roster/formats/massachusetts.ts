import { levelWords } from "../level-words.ts";
import type { RosterFormat } from "../roster-format.ts";
import { stateRatios } from "../state-ratios.ts";

const grades = Array.from({ length: 12 }, (_, i) => i + 1);

/** Massachusetts; low income is economic disadvantage or, since 2022, low income as the state counts it. */
export const massachusetts: RosterFormat = {
  files:
    "the Massachusetts Department of Elementary and Secondary Education's enrolment by school: the Education-to-Career hub's table of enrolment by grade and selected populations, or the merged table of public schools of 2017 with its district's staff (FTE Count)",
  columns: {
    school: ["School Name", "ORG_NAME"],
    schoolId: ["School Code", "ORG_CODE"],
    district: ["District Name", "DIST_NAME"],
    districtId: ["District Code", "DIST_CODE"],
    grades: ["Grade", "Grades"],
    enrolment: ["TOTAL_Enrollment", "TOTAL_CNT", "Total Enrollment", "Total", "Number of Students"],
    lowIncomeCount: ["LI_CNT", "ECD_CNT", "Low Income #", "Economically Disadvantaged #", "Economically Disadvantaged"],
    lowIncomeShare: ["LI_PCT", "ECD_PCT"],
    lowIncomePercent: ["% Low Income", "% Economically Disadvantaged", "Low Income %", "Economically Disadvantaged %"],
    englishLearnerCount: ["EL_CNT", "English Learner #", "English Language Learner"],
    englishLearnerShare: ["EL_PCT"],
    englishLearnerPercent: ["% English Learner", "% English Language Learner", "English Learner %"],
    teachers: ["Total # of Teachers (FTE)"],
    districtTeachers: ["FTE Count"],
  },
  gradeCounts: [
    ["PK_CNT", "PK_Enrollment"],
    ["K_CNT", "K_Enrollment"],
    ...grades.map((grade) => [`G${grade}_CNT`, `${grade}_Enrollment`]),
  ],
  required: ["school", "schoolId", "districtId", "enrolment"],
  levels: levelWords,
  otherLevels: true,
  teachers: "reported",
  studentsPerTeacher: stateRatios.ma,
  year: ["SY"],
  leftOut: [
    {
      headers: ["ORG_TYPE"],
      only: ["school", "public school", "charter school"],
      what: "the row of a district or the state",
    },
    { headers: ["School Code", "ORG_CODE"], not: ["00000000", "0"], what: "the row of the state" },
  ],
  prepared: "ma-prepared",
  source: "Massachusetts Department of Elementary and Secondary Education school figures",
};

/** The project's prepared copy of 2017; teachers are the district's, shared out by enrolment. */
export const massachusettsPrepared: RosterFormat = {
  files: "the project's prepared copy of Massachusetts' table of 2017",
  columns: {
    school: ["school"],
    schoolId: ["school_code"],
    district: ["district"],
    districtId: ["district_code"],
    level: ["level"],
    enrolment: ["enrolment"],
    lowIncomePercent: ["pct_econ_disadv"],
    englishLearnerPercent: ["pct_english_learner"],
    teachers: ["teachers_fte_est"],
  },
  required: ["school", "schoolId", "district", "districtId", "level", "enrolment", "englishLearnerPercent", "teachers"],
  levels: levelWords,
  otherLevels: true,
  teachers: "estimated",
  studentsPerTeacher: stateRatios.ma,
  leftOut: [],
  source:
    "Massachusetts Department of Elementary and Secondary Education school figures; teachers shared out by enrolment",
};
