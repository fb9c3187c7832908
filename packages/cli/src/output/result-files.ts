import type { District, Scenario } from "@uptake/model";
import { type Ensemble, summarise } from "@uptake/study";
import { stringify } from "yaml";
import { scenarioInput } from "../input/scenario-input.ts";
import { worldsCsv } from "../input/worlds-files.ts";
import { writeCsv } from "../tables/csv.ts";

/** Names the shares without a group: of teachers, then of schools and of students' teaching time. */
const ofAll = [
  "adoption",
  "adoptionMembers",
  "adoptionFounded",
  "adoptionJoined",
  "label",
  "depth30",
  "depth50",
  "depth70",
  "compliant",
].concat(["schoolsAdopting", "members", "students", "studentsEver", "studentsTwice"]);

/** Lists the shares among the series: the group of schools and the stage each is of. */
function shares(ensemble: Ensemble): { name: string; group: string; stage: string }[] {
  return [...ensemble.series.keys()].flatMap((name) => {
    const [kind = "", of = ""] = name.split(/\.(.*)/);
    if (kind === "stage") return [{ name, group: "all", stage: of }];
    if (ofAll.includes(kind)) return [{ name, group: "all", stage: kind }];
    return kind === "tier" || kind === "band" ? [{ name, group: `${kind} ${of}`, stage: "adoption" }] : [];
  });
}

/**
 * Writes shares as a tidy table: one row per month, group and stage. They are shares of teachers, `adoption` being using
 * or owning, and `adoptionMembers` the same among teachers of schools in the programme, `adoptionFounded` and `adoptionJoined` of those founded and joined; `schoolsAdopting` and `members` are shares of schools, `students` is
 * adoption weighted by students, `studentsEver` and `studentsTwice` are shares of students: who have had a teacher that
 * uses the practice, and who have two.
 */
export function seriesCsv(ensemble: Ensemble): string {
  const all = shares(ensemble).map((one) => ({ ...one, summary: summarise(ensemble, one.name) }));
  const rows = Array.from({ length: ensemble.horizon + 1 }, (_, month) =>
    all.map(({ group, stage, summary: { mean, low, high, p10, p90, replicates } }) => [
      month,
      group,
      stage,
      ...[mean, low, high, p10, p90].map((column) => column[month] ?? null),
      replicates,
    ]),
  );
  return writeCsv(["month", "group", "stage", "mean", "low", "high", "p10", "p90", "replicates"], rows.flat());
}

/**
 * Writes a scenario so that reading it gives the same again: scenario.yaml, beside it each district that is not an embedded
 * one as a JSON file, and worlds of its own as a CSV file. `note` is a comment for its first line; names begin with `prefix`.
 */
export function scenarioFiles(scenario: Scenario, note: string, prefix = ""): Map<string, string> {
  const files = new Map<string, string>();
  const place = (district: string | District, i: number): string => {
    if (typeof district === "string") return district;
    const name = `${prefix}${i === 0 ? "district" : `district-${i + 1}`}.json`;
    files.set(name, `${JSON.stringify(district, undefined, 2)}\n`);
    return name;
  };
  const { district, parameters } = scenario;
  const { worlds } = parameters;
  if (worlds !== null) files.set(`${prefix}worlds.csv`, worldsCsv(worlds.rows));
  const written = {
    ...scenarioInput(scenario),
    district: Array.isArray(district)
      ? (district as readonly (string | District)[]).map(place)
      : place(district as string | District, 0),
    parameters: { ...parameters, worlds: worlds === null ? null : `${prefix}worlds.csv` },
  };
  return new Map([
    [`${prefix}scenario.yaml`, `# ${note}\n${stringify(written, { aliasDuplicateObjects: false })}`],
    ...files,
  ]);
}
