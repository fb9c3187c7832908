import { profile, type Scenario } from "@uptake/model";
import type { Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { Progress } from "../host/progress.ts";
import { runners, threadCount } from "../host/workers.ts";
import { givenOptions } from "../input/given-options.ts";
import type { RawOptions } from "../input/options.ts";
import { settle } from "../input/settle-scenarios.ts";
import { type PresetCost, presetCosts } from "../studies/preset-costs.ts";
import { counted, dollars } from "../words/format.ts";
import { commandLine } from "../words/shell-quoted.ts";
import { table } from "../words/text-table.ts";
import { strategyHeads } from "./strategy-heads.ts";

/** Lists what every preset is planned to cost in a district. */
export async function listCosts(
  host: Host,
  { what, name }: { readonly what: string; readonly name: string | undefined },
  raw: RawOptions,
): Promise<void> {
  const faults: Fault[] = [];
  if (what !== "strategies" || name !== undefined)
    faults.push({ code: "conflict", path: "--cost", message: "is of use only with: uptake list strategies" });
  const { scenarios } = await settle(host, [undefined], raw, faults);
  const scenario = scenarios[0] as Scenario;
  const { evaluate, dispose } = runners(threadCount(undefined));
  const progress = new Progress(host, "Drawing up budgets");
  try {
    const all = await presetCosts(scenario, {
      evaluate,
      onProgress: (done, total) => void progress.update(done, total),
    });
    progress.end();
    const next = ["run", "--strategy", "all-six-lessons", ...givenOptions(raw), "--budget", "1M"];
    const command = commandLine(host.program ?? ["uptake"], next);
    host.out(raw.json ? `${JSON.stringify(all)}\n` : describeCosts(all, scenario, command));
  } finally {
    progress.end();
    dispose();
  }
}

/** Writes planned costs for people, the kinds of strategies apart. */
function describeCosts(all: readonly PresetCost[], scenario: Scenario, command: string): string {
  const rows = Object.entries(strategyHeads).flatMap(([kind, title]) => [
    [title, "", ""],
    ...all.filter((one) => one.kind === kind).map((one) => [`  ${one.name}`, dollars(one.plannedCost), one.title]),
  ]);
  const place = [scenario.district].flat().map((one) => (typeof one === "string" ? profile(one).name : one.name));
  return `${table([["strategy", "planned cost", "what it is"], ...rows], [0, 2])}
Planned for ${place.length === 1 ? place[0] : counted(place.length, "district")} over ${counted(scenario.horizon, "month")}, in $ of 2024: the mean of 32 runs, at known prices and without shocks.
Spend a sum of your own with --budget, as in: ${command}
`;
}
