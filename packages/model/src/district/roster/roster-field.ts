/** Names what a column of a roster holds. */
export type RosterField =
  | "school"
  | "schoolId"
  | "district"
  | "districtId"
  | "level"
  | "grades"
  | "lowestGrade"
  | "highestGrade"
  | "enrolment"
  | "lowIncomeCount"
  | "lowIncomeShare"
  | "lowIncomePercent"
  | "englishLearnerCount"
  | "englishLearnerShare"
  | "englishLearnerPercent"
  | "teachers"
  | "districtTeachers";

/** Says what each column of a roster may hold: the name by which it is asked for, and what it says. */
export const rosterFields: Readonly<Record<RosterField, { readonly name: string; readonly doc: string }>> = {
  school: { name: "school", doc: "name of the school" },
  schoolId: { name: "school_id", doc: "id of the school; without it the name is the id" },
  district: { name: "district", doc: "name of the district" },
  districtId: { name: "district_id", doc: "id of the district; without it the name is the id" },
  level: { name: "level", doc: "level of the school, as a word" },
  grades: { name: "grades", doc: "grades of the school, as in 09-12 or K,01,02" },
  lowestGrade: { name: "lowest_grade", doc: "lowest grade of the school" },
  highestGrade: { name: "highest_grade", doc: "highest grade of the school" },
  enrolment: { name: "enrolment", doc: "students, whole number" },
  lowIncomeCount: { name: "low_income", doc: "low-income students, whole number" },
  lowIncomeShare: { name: "low_income_share", doc: "low-income students as a share, 0 to 1" },
  lowIncomePercent: { name: "low_income_percent", doc: "low-income students in per cent, 0 to 100" },
  englishLearnerCount: { name: "english_learners", doc: "English learners, whole number" },
  englishLearnerShare: { name: "english_learner_share", doc: "English learners as a share, 0 to 1" },
  englishLearnerPercent: { name: "english_learner_percent", doc: "English learners in per cent, 0 to 100" },
  teachers: { name: "teachers", doc: "teachers of the school, in full-time equivalents" },
  districtTeachers: {
    name: "district_teachers",
    doc: "teachers of the whole district, in full-time equivalents, on each row; shared out over its schools by enrolment",
  },
};

/** Says for fields of a roster which column of the file holds them, by its header. */
export type RosterColumns = Readonly<Partial<Record<RosterField, string>>>;

/** Lists the three ways of saying how many students are from low-income families, in the order of preference. */
export const lowIncomeFields: readonly RosterField[] = ["lowIncomeCount", "lowIncomeShare", "lowIncomePercent"];

/** Lists the fields that say one thing in several ways: a column given for one of them leaves the others out. */
export const oneThing: readonly (readonly RosterField[])[] = [
  lowIncomeFields,
  ["englishLearnerCount", "englishLearnerShare", "englishLearnerPercent"],
  ["teachers", "districtTeachers"],
];

const byName: ReadonlyMap<string, RosterField> = new Map(
  (Object.keys(rosterFields) as RosterField[]).flatMap((field) => [
    [field, field],
    [rosterFields[field].name, field],
  ]),
);

/** Finds a field by its name, as in `school_id`, or as it is written in code, `schoolId`. */
export function rosterField(name: string): RosterField | undefined {
  return byName.get(name.trim().replaceAll("-", "_")) ?? byName.get(name.trim());
}

/** Lists the names of all fields. */
export const rosterFieldNames: readonly string[] = Object.values(rosterFields).map(({ name }) => name);
