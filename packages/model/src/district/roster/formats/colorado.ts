import { levelWords } from "../level-words.ts";
import type { RosterFormat } from "../roster-format.ts";
import { stateRatios } from "../state-ratios.ts";

const grades = ["1st", "2nd", "3rd", ...Array.from({ length: 9 }, (_, i) => `${i + 4}th`)];

/** Colorado Department of Education; low income is eligibility for free or reduced-price lunch. */
export const colorado: RosterFormat = {
  files:
    "the Colorado Department of Education's pupil membership by school: free and reduced lunch eligibility, with the columns of grades, instructional programmes and the pupil/teacher ratio set beside it where you join them",
  columns: {
    school: ["School Name"],
    schoolId: ["School Code", "Sch Code"],
    district: ["Organization Name", "District Name", "LEA Name"],
    districtId: ["Organization Code", "District Code", "Distr Code", "Dist Code", "LEA Code", "LEA"],
    level: ["EMH", "EMH Code", "EMH-Combined", "School Level"],
    enrolment: [
      "K-12 Count",
      "PK-12 Count",
      "PK-12 Total",
      "PK-12 Pupil Membership",
      "Total PK-12 Pupil Membership",
      "Enrollment Count",
      "Total",
    ],
    lowIncomeCount: ["Free and Reduced Count", "Total Free and Reduced", "Free and Reduced"],
    lowIncomePercent: ["% Free and Reduced", "Percent Free and Reduced", "Free and Reduced Pct"],
    englishLearnerCount: [
      "EL Count (NEP/LEP Only)",
      "Multilingual Learner: NEP/LEP Only Count",
      "EL Count",
      "EL Count Including FEP Monitor Year 1 and Year 2",
    ],
    teachers: ["Teacher FTE", "Total Teacher FTE"],
  },
  gradeCounts: [
    ["Pre-K", "PK"],
    ["Full-Day K", "Full-Day Kinder", "Half-Day K", "Half-Day Kinder", "K"],
    ...grades.map((grade) => [grade]),
  ],
  required: ["school", "schoolId", "districtId", "enrolment"],
  levels: { ...levelWords, e: "elementary", m: "middle", h: "high", a: "other" },
  otherLevels: true,
  teachers: "reported",
  studentsPerTeacher: stateRatios.co,
  year: ["School Year"],
  leftOut: [
    { headers: ["School Code", "Sch Code"], not: ["0000", "0", "9999"], what: "the row of a district" },
    { headers: ["Grade Level"], only: ["all grade levels"], what: "the row of one grade" },
  ],
  source: "Colorado Department of Education pupil membership",
};
