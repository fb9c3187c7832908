import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import { Refuted } from "../host/refuted.ts";
import { readReceipt } from "../receipt/read-receipt.ts";
import type { Receipt } from "../receipt/receipt.ts";
import { type Check, type Rerun, verify } from "../receipt/verify.ts";
import { counted } from "../words/format.ts";

/** Adds `uptake verify`: runs the study of a receipt again and compares bit for bit; `rerun` runs it. */
export function addVerify(program: Command, host: Host, rerun: Rerun): void {
  program
    .command("verify")
    .description("run the study of a receipt again and compare runs and files bit for bit")
    .argument("<file>", "receipt.json, or the folder that holds it")
    .option("--json", "print one JSON object on stdout")
    .addHelpText(
      "after",
      "\nThe exit code is 0 when all agrees, 1 when something differs, 2 when there is no receipt to read.",
    )
    .action(async (given: string, { json }: { json?: boolean }) => {
      const { file, receipt } = await readReceipt(host, given);
      const checks = await verify(host, file, receipt, rerun);
      const { kind, name, seed } = receipt.study;
      const agrees = checks.every((check) => check.agrees);
      host.out(json ? `${JSON.stringify({ kind, name, seed, agrees, checks })}\n` : describe(receipt, checks));
      if (!agrees) throw new Refuted();
    });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
const printable = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, " ");

/** Writes what agrees and what does not, and names the first difference. */
function describe({ study, runs }: Receipt, checks: readonly Check[]): string {
  const first = checks.find(({ agrees }) => !agrees);
  const lines = checks.map(({ agrees, says }) => `${agrees ? "agrees " : "DIFFERS"}  ${says}`);
  const verdict = first ? `Not confirmed. First difference: ${first.says}.` : "Confirmed: all agrees.";
  const head = `${study.kind} study “${study.name}”, ${counted(runs, "run")}, seed “${study.seed}”`;
  return `${[head, ...lines, verdict].map(printable).join("\n")}\n`;
}
