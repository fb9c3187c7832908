import { scenarioSchema } from "@uptake/model/validate";
import { Argument, type Command } from "commander";
import type { Host } from "../host.ts";

/** Adds `uptake schema`: the scenario format for editors. */
export function addSchema(program: Command, host: Host): void {
  program
    .command("schema")
    .description("print the scenario format as JSON Schema, for completion in an editor")
    .addArgument(new Argument("<what>", "what to describe").choices(["scenario"]))
    .action(() => host.out(`${JSON.stringify(scenarioSchema(), undefined, 2)}\n`));
}
