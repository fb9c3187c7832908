import type { Command } from "commander";
import type { ListingName, RawList } from "../commands/list.ts";
import type { Host } from "../host/host.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { once } from "./once.ts";
import { placeOptions } from "./place-options.ts";

/** What may be listed, in the order in which help names it. */
const listed: Readonly<Record<ListingName, true>> = {
  studies: true,
  strategies: true,
  districts: true,
  levers: true,
  parameters: true,
};

/** Adds `uptake list`: the names that scenarios may use. */
export function addList(program: Command, host: Host, kinds: Kinds): void {
  const command = program
    .command("list")
    .description("list kinds of study, strategies, districts, levers or parameters, with their units and ranges")
    .argument("<what>", `what to list: ${Object.keys(listed).join(", ")}`)
    .argument(
      "[name]",
      "one strategy, with what each of its settings rests on; with --cost, a strategy or a scenario file",
    )
    .option("--cost", "of strategies, what each is planned to cost before it is run");
  placeOptions(command)
    .option("--months <n>", "months over which costs are planned, 1 to 600 (default 60)", once)
    .option("--json", "print a JSON array on stdout")
    .action(async (what: string, name: string | undefined, raw: RawList) => {
      const { list } = await import("../commands/list.ts");
      await list(host, kinds, { what, name }, raw);
    });
}
