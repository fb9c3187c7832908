import { scenarioSchema } from "@uptake/model/validate";
import type { Command } from "commander";
import { oneOf } from "../fault.ts";
import type { Host } from "../host.ts";

/** Adds `uptake schema`: the scenario format for editors. */
export function addSchema(program: Command, host: Host): void {
  program
    .command("schema")
    .description("print the scenario format as JSON Schema, for completion in an editor")
    .argument("<what>", "what to describe: scenario")
    .action((what: string) => {
      oneOf("schema", what, ["scenario"]);
      host.out(`${JSON.stringify(scenarioSchema(), undefined, 2)}\n`);
    });
}
