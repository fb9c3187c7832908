import type { Scenario } from "@uptake/model";
import { country } from "@uptake/study/country";
import { counted } from "../../words/format.ts";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { answerCountry } from "./country-answer.ts";
import { type CountryInput, countrySchema } from "./country-schema.ts";
import { readDistricts } from "./read-districts.ts";

/** Runs a scenario in every district of a country, a few dozen at a time. */
async function run(
  { districts, replicates }: CountryInput,
  scenario: Scenario,
  { evaluate, progress, say, signal, seed }: StudyContext,
): Promise<StudyAnswer> {
  const runs = districts.length * replicates;
  say(`${counted(districts.length, "district")} in ${counted(replicates, "replicate")}: ${counted(runs, "run")}.`);
  const found = await country(scenario, districts, {
    evaluate,
    replicates,
    seed,
    signal,
    onProgress: (done, total) => progress("Simulating the country", done, total),
  });
  return answerCountry(scenario, found);
}

/** Runs a scenario in every district of a country. */
export const countryKind: StudyKind<CountryInput> = {
  kind: "country",
  doc: "run one scenario in every district of a country, district by district, and add up by state",
  schema: countrySchema,
  files: { districts: readDistricts },
  adapts: () => undefined,
  run,
};
