import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Adds `uptake schema`: the formats of files for editors. */
export function addSchema(program: Command, host: Host, kinds: Kinds): void {
  program
    .command("schema")
    .description("print the format of scenarios or studies as JSON Schema, for completion in an editor")
    .argument("[what]", "what to describe: scenario or study")
    .option("--study", "the same as study")
    .action(async (what: string | undefined, { study }: { study?: boolean }) => {
      const { schema } = await import("../commands/schema.ts");
      await schema(host, kinds, what ?? (study ? "study" : undefined));
    });
}
