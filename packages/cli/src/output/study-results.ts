import type { Receipt } from "@uptake/study/receipt";
import type { FileContent } from "../host/file-content.ts";
import type { Host } from "../host/host.ts";
import { receiptOf } from "../receipt/receipt.ts";
import { type ResultFiles, withReceipt } from "../receipt/with-receipt.ts";
import { reportPage } from "../report/report.ts";
import { figureDrawer } from "../report/svg.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import { withNamesOfFiles } from "../studies/figure-names.ts";
import type { StudyAnswer } from "../studies/study-kind.ts";
import { tableFiles } from "../tables/table-files.ts";
import { scenarioFiles } from "./scenario-files.ts";
import { writeFolder } from "./write-folder.ts";

/**
 * Makes the files of a result, the receipt last: report.html, answer.json, each figure as SVG, each table as CSV and Parquet, columns.csv,
 * the scenarios that the answer names, and receipt.json, which holds the hashes of the others.
 *
 * @throws Error when names of tables clash or are not in kebab-case, or rows do not fit their columns.
 */
async function filesOf(study: CompleteStudy, answer: StudyAnswer): Promise<ReturnType<typeof withReceipt>> {
  const { sentence, notes, data, checksums, beyond } = answer;
  const receipt = receiptOf(study, checksums, beyond);
  const facts = new Map([
    ["uptake.study", study.name],
    ["uptake.kind", study.kind],
    ["uptake.seed", study.seed],
    ["uptake.version", receipt.version],
    ["uptake.receipt", receipt.receipt],
  ]);
  const figures = answer.figures.length === 0 ? [] : withNamesOfFiles(answer.figures).map(await figureDrawer());
  const files = new Map<string, FileContent>([
    ["report.html", reportPage(answer, figures, receipt)],
    ["answer.json", json({ ...summaryOf(receipt), sentence, notes, data, checksums })],
  ]);
  for (const { name, file } of figures) files.set(`${name}.svg`, file);
  for (const [name, content] of tableFiles(answer.tables, facts)) files.set(name, content);
  for (const written of answer.scenarios ?? [])
    for (const [name, content] of scenarioFiles(written, study.seed)) files.set(name, content);
  return withReceipt(receipt, files);
}

/**
 * Makes the files of a result, by name.
 *
 * @throws Error as where names of tables clash, or rows do not fit their columns.
 */
export async function resultFiles(study: CompleteStudy, answer: StudyAnswer): Promise<ResultFiles> {
  return new Map(await filesOf(study, answer));
}

/** Writes the files of a result into a folder, all or none, and returns their names. */
export async function writeResults(
  host: Host,
  folder: string,
  study: CompleteStudy,
  answer: StudyAnswer,
): Promise<readonly string[]> {
  return writeFolder(host, folder, await filesOf(study, answer));
}

function summaryOf({ version, study: { kind, name, seed }, runs, failed, receipt }: Receipt): object {
  return { kind, name, seed, version, runs, failed, receipt };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
