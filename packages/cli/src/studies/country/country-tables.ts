import type { CountryResult } from "@uptake/study/country";
import { targetWords } from "@uptake/study/target";
import { integer, text, withEnds } from "../../tables/columns.ts";
import { chanceCells, meanCells } from "../../tables/interval-cells.ts";
import type { AnswerTable } from "../../tables/table.ts";

/** Writes what each state comes to, one a row, and all of them together in the first. */
export function statesTable({ parts, target, month }: CountryResult): AnswerTable {
  const { unit } = targetWords[target.of];
  const mean = (name: string, of: string, what: string) => withEnds(name, of, `Mean of ${what}`, `the mean of ${what}`);
  return {
    name: "states",
    doc: `What the districts of each state come to together at index ${month}; all of them in the first row.`,
    columns: [
      text("state", "State; all for the whole country"),
      integer("districts", "districts", "Districts in the file"),
      integer("schools", "schools", "Schools in the file"),
      integer("teachers", "teachers", "Teachers in the file"),
      integer("students", "students", "Students in the file"),
      ...mean("reached", unit, "what the target is of"),
      ...mean("adoption", "share of teachers", "the share who use the practice"),
      ...mean("deep", "share of teachers", "the share who use it in depth"),
      ...mean("adopters", "teachers", "how many use the practice"),
      ...mean("cost", "$ of 2024", "what is spent over the whole run"),
      ...withEnds("chance", "chance", "Chance that the state as a whole reaches the target", "that chance"),
      integer("replicates", "replicates", "Replicates in which no run failed"),
    ],
    rows: parts.map((part) => [
      ...[part.state, part.districts, part.schools, part.teachers, part.students],
      ...[part.reached, part.adoption, part.deep, part.adopters, part.cost].flatMap(meanCells),
      ...chanceCells(part.chance),
      part.reached?.replicates ?? 0,
    ]),
  };
}
