import { scenarioSchema } from "@uptake/model/validate";
import type { Command } from "commander";
import { BadInput, oneOf } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { studySchema } from "../studies/study-schema.ts";

/** Adds `uptake schema`: the formats of files for editors. */
export function addSchema(program: Command, host: Host, kinds: Kinds): void {
  program
    .command("schema")
    .description("print the format of scenarios or studies as JSON Schema, for completion in an editor")
    .argument("[what]", "what to describe: scenario or study")
    .option("--study", "the same as study")
    .action(async (what: string | undefined, { study }: { study?: boolean }) => {
      const asked = what ?? (study ? "study" : undefined);
      if (asked === undefined)
        throw new BadInput([{ code: "missing", path: "schema", message: "is needed: scenario or study" }]);
      const named = oneOf("schema", asked, ["scenario", "study"]);
      host.out(
        `${JSON.stringify(named === "study" ? studySchema(await kinds.load()) : scenarioSchema(), undefined, 2)}\n`,
      );
    });
}
