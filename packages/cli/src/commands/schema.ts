import { scenarioSchema } from "@uptake/model/validate";
import type { Command } from "commander";
import { BadInput, oneOf } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import type { StudyKind } from "../studies/study-kind.ts";
import { studySchema } from "../studies/study-schema.ts";

/** Adds `uptake schema`: the formats of files for editors. */
export function addSchema(program: Command, host: Host, kinds: readonly StudyKind[]): void {
  program
    .command("schema")
    .description("print the format of scenarios or studies as JSON Schema, for completion in an editor")
    .argument("[what]", "what to describe: scenario or study")
    .option("--study", "the same as study")
    .action((what: string | undefined, { study }: { study?: boolean }) => {
      const asked = what ?? (study ? "study" : undefined);
      if (asked === undefined)
        throw new BadInput([{ code: "missing", path: "schema", message: "is needed: scenario or study" }]);
      const named = oneOf("schema", asked, ["scenario", "study"]);
      host.out(`${JSON.stringify(named === "study" ? studySchema(kinds) : scenarioSchema(), undefined, 2)}\n`);
    });
}
