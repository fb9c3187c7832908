import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Adds `uptake verify`: runs the study of a receipt again and compares bit for bit. */
export function addVerify(program: Command, host: Host, kinds: Kinds): void {
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
      const [{ verifyReceipt }, { runAgain }] = await Promise.all([
        import("../commands/verify.ts"),
        import("../run/run-again.ts"),
      ]);
      await verifyReceipt(host, given, json === true, runAgain(host, kinds));
    });
}
