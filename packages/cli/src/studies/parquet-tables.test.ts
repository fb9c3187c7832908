import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { asParquet } from "../../test-support/as-parquet.ts";
import { listeningHost } from "../../test-support/listening-host.ts";
import { ownFolder } from "../../test-support/own-folder.ts";
import { type BadInput, describeFault } from "../host/fault.ts";
import { shippedKinds } from "./kind-heads.ts";
import { readStudy } from "./study-file.ts";

const own = ownFolder();
const shipped = (name: string): string => readFileSync(new URL(`../../studies/${name}`, import.meta.url), "utf8");

const place = "scenario: { district: small-rural, strategy: coaching-only, horizon: 18, target: { month: 16 } }";
const perCoach = "levers.coaching.teachersPerCoach";
const studies = [
  ["surveys", `kind: calibrate\n${place}\nseries: table.KIND\n`, shipped("adoption-example.csv")],
  [
    "points of a sweep",
    `kind: sweep\n${place}\ndesign: rows\nrows: table.KIND\n`,
    `${perCoach},strategy\n8,coaching-only\n40,coaching-only\n`,
  ],
  [
    "districts of a country",
    shipped("country.yaml").replace("country-example.csv", "table.KIND"),
    shipped("country-example.csv"),
  ],
] as const;

const faultsOf = (study: string): Promise<string[]> =>
  readStudy(listeningHost(own.cwd), study, shippedKinds).then(
    () => [],
    (error: unknown) => (error as BadInput).faults.map(describeFault),
  );

test.for(studies)("%s in Parquet make the study that they make as CSV", async ([, study, csv]) => {
  own.file("table.csv", csv);
  own.file("table.parquet", asParquet(csv));
  const read = async (kind: string): Promise<unknown> => {
    const file = own.file(`${kind}.yaml`, study.replace("KIND", kind));
    return (await readStudy(listeningHost(own.cwd), file, shippedKinds)).study;
  };
  const { scenario, ...parquet } = (await read("parquet")) as { readonly scenario: unknown };
  const { scenario: other, ...csvs } = (await read("csv")) as { readonly scenario: unknown };
  expect(JSON.stringify(parquet)).toBe(JSON.stringify(csvs));
  expect(JSON.stringify(scenario)).toBe(JSON.stringify(other));
});

test("what is wrong with them is told by column and row, and a second place by its row", async () => {
  const [surveys, , country] = studies;
  own.file("surveys.yaml", surveys[1].replace("KIND", "parquet"));
  own.file("table.parquet", asParquet("month,group,adopters,respondents\n3,all,130,595\n3,al,-4,595\n"));
  expect(await faultsOf("surveys.yaml")).toEqual([
    "table.parquet row 2 group: no group is called “al” (known: all, low poverty, middle poverty, high poverty, under 35% low-income, 35–75% low-income, 75% or more low-income)",
    "table.parquet row 2 adopters: “-4” is not a whole number, 0 or more (a whole number, 0 or more)",
  ]);
  own.file("country.yaml", country[1].replace("KIND", "parquet"));
  const [head = "", first = ""] = country[2].split("\n");
  own.file("table.parquet", asParquet(`${head}\n${first}\n${first}\n`));
  const [district = ""] = first.split(",");
  expect(await faultsOf("country.yaml")).toEqual([
    `table.parquet row 2 district: “${district}” stands in row 1 already`,
  ]);
});

test("a header that is wrong is told without a row", async () => {
  own.file("surveys.yaml", studies[0][1].replace("KIND", "parquet"));
  own.file("table.parquet", asParquet("month,group,adopter,respondents\n3,all,130,595\n"));
  expect(await faultsOf("surveys.yaml")).toEqual([
    "table.parquet adopter: no column is called “adopter”; did you mean adopters?",
    "table.parquet share: adopters or share is missing (month, group, adopters or share, respondents)",
  ]);
});
