import { mostDistricts, type StateDistrict } from "@uptake/study/country";
import { z } from "zod";

/** Holds the fields of a study of a country. */
export interface CountryInput {
  readonly districts: readonly StateDistrict[];
  readonly replicates: number;
}

const count = (doc: string, most: number): z.ZodType<number> => z.int().min(1).max(most).describe(doc);

const district: z.ZodType<StateDistrict> = z.strictObject({
  id: z.string().min(1).max(200).describe("Name or number that no other district has"),
  state: z.string().min(1).max(100).describe("State that the district is added up in"),
  schools: count("Number of schools", 2_000),
  teachers: count("Number of teachers", 200_000),
  students: count("Number of students", 4_000_000),
  lowIncomeShare: z.number().min(0).max(1).describe("Share of students from low-income families"),
});

/** Checks the fields of a study of a country. */
export const countrySchema: z.ZodType<CountryInput> = z.strictObject({
  districts: z
    .array(district)
    .min(1)
    .max(mostDistricts)
    .describe(
      "The districts: a file, CSV or Parquet, with the columns district, state, schools, teachers, students and low_income_share",
    ),
  replicates: z
    .int()
    .min(2)
    .max(1_000)
    .default(8)
    .describe("Replicates: every district is run in each, all of them in the same world (default 8)"),
});
