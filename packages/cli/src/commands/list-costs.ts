import { profile, type Scenario, strategies } from "@uptake/model";
import { type PlannedCostsOptions, plannedCosts } from "@uptake/study/budget";
import type { Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { Progress } from "../host/progress.ts";
import { runners } from "../host/workers.ts";
import { givenOptions } from "../input/given-options.ts";
import type { RawOptions } from "../input/options.ts";
import { settle } from "../input/settle-scenarios.ts";
import { type PresetCost, presetCosts } from "../studies/preset-costs.ts";
import { counted, dollars } from "../words/format.ts";
import { ownCommand } from "../words/shell-quoted.ts";
import { table } from "../words/text-table.ts";
import { strategyHeads } from "./strategy-heads.ts";

/** Lists what every preset is planned to cost in a district, or what one strategy or scenario file is. */
export async function listCosts(
  host: Host,
  { what, name }: { readonly what: string; readonly name: string | undefined },
  raw: RawOptions,
): Promise<void> {
  const faults: Fault[] = [];
  if (what !== "strategies")
    faults.push({ code: "conflict", path: "--cost", message: "is of use only with: uptake list strategies" });
  const { scenarios } = await settle(host, [name], raw, faults);
  const scenario = scenarios[0] as Scenario;
  const { evaluate, dispose } = runners();
  const progress = new Progress(host, "Drawing up budgets");
  try {
    const onProgress = (done: number, total: number): void => void progress.update(done, total);
    const all =
      name === undefined
        ? await presetCosts(scenario, { evaluate, onProgress })
        : [await costOf(name, scenario, { evaluate, onProgress })];
    progress.end();
    const isPreset = name === undefined || strategies.some((one) => one.name === name);
    const plan = isPreset ? ["--strategy", name ?? "all-six-lessons"] : [name];
    const command = ownCommand(host, "run", ...plan, ...givenOptions(raw), "--budget", "1M");
    host.out(raw.json ? `${JSON.stringify(all)}\n` : describeCosts(all, scenario, command));
  } finally {
    progress.end();
    dispose();
  }
}

/** Returns what the plan that a name or a file stands for is planned to cost, at known prices and without shocks. */
async function costOf(given: string, scenario: Scenario, options: PlannedCostsOptions): Promise<PresetCost> {
  const [plannedCost = Number.NaN] = await plannedCosts([scenario], options);
  const title = strategies.find((one) => one.name === given)?.title ?? given;
  return { name: scenario.name, title, kind: own, plannedCost };
}

/** The kind of what was named, which is listed alone. */
const own = "named";

/** Writes planned costs for people, the kinds of strategies apart. */
function describeCosts(all: readonly PresetCost[], scenario: Scenario, command: string): string {
  const named = all.filter(({ kind }) => kind === own).map((one) => [one.name, dollars(one.plannedCost), one.title]);
  const presets = Object.entries(strategyHeads).flatMap(([kind, title]) => [
    [title, "", ""],
    ...all.filter((one) => one.kind === kind).map((one) => [`  ${one.name}`, dollars(one.plannedCost), one.title]),
  ]);
  const place = [scenario.district].flat().map((one) => (typeof one === "string" ? profile(one).name : one.name));
  const rows = named.length > 0 ? named : presets;
  return `${table([["strategy", "planned cost", "what it is"], ...rows], [0, 2])}
Planned for ${place.length === 1 ? place[0] : counted(place.length, "district")} over ${counted(scenario.horizon, "month")}, in $ of 2024: the mean of 32 runs, at known prices and without shocks.
Spend a sum of your own with --budget, as in: ${command}
`;
}
