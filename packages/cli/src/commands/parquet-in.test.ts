import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drawWorld, parameters } from "@uptake/model";
import { writeWorlds } from "@uptake/model/validate";
import { describe, expect, test } from "vitest";
import { asParquet } from "../../test-support/as-parquet.ts";
import { ownFolder } from "../../test-support/own-folder.ts";

const own = ownFolder();
const { uptake, file } = own;
const read = (name: string): string => readFileSync(join(own.cwd, name), "utf8");

/** Writes a table twice: as CSV, and as Parquet. */
function both(name: string, csv: string): void {
  file(`${name}.csv`, csv);
  file(`${name}.parquet`, asParquet(csv));
}

const roster = `school,school_id,district,level,enrolment,low_income,teachers
"Oak, North",1,Hill,high,300,100,20.5
Elm,2,Hill,middle,210,80,
Ash,3,Other,high,100,20,9
`;
const few = ["--replicates", "2", "--months", "6", "--by", "5", "--no-bottleneck", "--threads", "1", "--json"];

describe("Parquet gives what CSV gives", () => {
  test("to the byte, where a roster is imported", async () => {
    both("roster", roster);
    for (const kind of ["csv", "parquet"])
      expect(await uptake("import", `roster.${kind}`, "--format", "generic", "--out", kind)).toMatchObject({ code: 0 });
    for (const name of ["district.json", "report.json"]) expect(read(`parquet/${name}`)).toBe(read(`csv/${name}`));
  });

  test("where it is known by how it begins, whatever it is called", async () => {
    file("roster.csv", asParquet(roster));
    expect(await uptake("import", "roster.csv", "--format", "generic")).toMatchObject({ code: 0 });
  });

  test.each([
    [
      "a roster that an option names",
      (kind: string) => ["--roster", `roster.${kind}`, "--format", "generic", "--district-id", "Hill"],
    ],
    ["worlds that an option names", (kind: string) => ["--district", "small-rural", "--worlds", `worlds.${kind}`]],
    ["files that a scenario names", (kind: string) => [`scenario-${kind}.yaml`]],
    ["people of a folder", (kind: string) => ["--district", "small-rural", "--population", kind]],
  ])("for %s", { timeout: 120_000 }, async (_, options) => {
    both("roster", roster);
    const worlds = [0, 1, 2].map((r) => drawWorld("own", r, { draw: "priors" }));
    both("worlds", writeWorlds(worlds.map((world) => parameters.map(({ name }) => world[name]!))));
    expect(await uptake("population", "--district", "small-rural", "--out", "csv")).toMatchObject({ code: 0 });
    mkdirSync(join(own.cwd, "parquet"));
    for (const name of ["teachers", "ties"]) file(`parquet/${name}.parquet`, asParquet(read(`csv/${name}.csv`)));
    for (const kind of ["csv", "parquet"])
      file(
        `scenario-${kind}.yaml`,
        `strategy: coaching-only\nroster: { file: roster.${kind}, format: generic, district: Hill }\nparameters: { worlds: worlds.${kind} }\n`,
      );
    const said = async (kind: string): Promise<string> => {
      const { code, out, err } = await uptake("run", ...options(kind), "--strategy", "coaching-only", ...few);
      if (code !== 0) throw new Error(err);
      return out.replaceAll(`.${kind}`, "").replaceAll(`-${kind}`, "").replaceAll(`"${kind}"`, "");
    };
    expect(await said("parquet")).toBe(await said("csv"));
  });
});

describe("what is wrong with a table in Parquet", () => {
  const refused = async (...argv: string[]): Promise<string> => {
    const { code, out, err } = await uptake(...argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    return err;
  };

  test("is told by column and row", async () => {
    const wrong = roster.replace("high,100,20,9", "hihg,100,-20,9").replace("Elm,2", "Elm,1");
    file("roster.parquet", asParquet(wrong));
    expect((await refused("import", "roster.parquet", "--format", "generic")).trimEnd().split("\n")).toEqual([
      'error: roster.parquet row 2 school_id: school "1" is already in row 1',
      'error: roster.parquet row 3 low_income: "-20" is negative (a whole number, 0 to 200000, or blank where there is no figure)',
      'error: roster.parquet row 3 level: "hihg" is not a level; did you mean high?',
    ]);
  });

  test("or is the whole file: cut off, called so, or encrypted", async () => {
    const bytes = asParquet(roster);
    file("cut.parquet", bytes.subarray(0, 200));
    file("text.parquet", roster);
    file("secret.parquet", Buffer.concat([Buffer.from("PARE"), bytes.subarray(4, -4), Buffer.from("PARE")]));
    const all = ["cut", "text", "secret"].map((name) => refused("import", `${name}.parquet`, "--format", "generic"));
    expect(await Promise.all(all)).toEqual([
      "error: cut.parquet: cannot be read as Parquet: it does not end as Parquet does; it may be cut off\n",
      "error: text.parquet: is called .parquet, but does not begin as Parquet does\n",
      "error: secret.parquet: is encrypted; write it without encryption\n",
    ]);
  });

  test("a folder of people has each table once", async () => {
    mkdirSync(join(own.cwd, "people"));
    file("people/teachers.csv", "school\n1\n");
    file("people/teachers.parquet", asParquet("school\n1\n"));
    file("people/ties.csv", "from,to\n");
    const err = await refused("run", "--district", "small-rural", "--population", "people");
    expect(err).toBe("error: people/teachers.csv: stands beside teachers.parquet; leave one of them out\n");
  });
});
