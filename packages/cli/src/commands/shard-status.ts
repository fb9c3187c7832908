import type { Host } from "../host/host.ts";
import { Refuted } from "../host/refuted.ts";
import { type ShardState, shardStates } from "../shards/shard-states.ts";
import { counted } from "../words/format.ts";
import { numberRanges } from "../words/number-ranges.ts";
import { nextLines, ownCommand } from "../words/shell-quoted.ts";
import { openPlan, otherSources } from "./open-plan.ts";

/** Shards at fault that are told of one by one at most. */
const mostTold = 10;

/** Says what is lacking, a line each: which shards are missing, and what is wrong with others. */
export function lackingLines(states: readonly ShardState[]): string[] {
  const missing = states.filter(({ state }) => state === "missing").map(({ shard }) => shard);
  const wrong = states.filter(({ state }) => state === "damaged" || state === "foreign");
  const told = wrong.slice(0, mostTold).map(({ shard, says }) => `shard ${shard} ${says}`);
  return [
    ...(missing.length > 0 ? [`${counted(missing.length, "shard")} missing: ${numberRanges(missing)}`] : []),
    ...told,
    ...(wrong.length > mostTold
      ? [`${counted(wrong.length - mostTold, "other shard")} damaged or of another plan`]
      : []),
  ];
}

/** Gives the commands that make what is lacking: all of it by a cluster, and the first shard of it here. */
export function commandsForLacking(host: Host, folder: string, states: readonly ShardState[]): string[] {
  const first = states.find(({ state }) => state !== "finished");
  if (first === undefined) return [];
  const say = (...argv: string[]): string => ownCommand(host, "shard", ...argv);
  return [
    say("submit", folder, "--missing", "--slurm"),
    say("submit", folder, "--missing", "--parallel"),
    say("run", folder, "--index", String(first.shard)),
  ];
}

/** Answers `uptake shard status`: which shards of a plan are finished, and which are not. */
export async function shardStatus(host: Host, folder: string, json: boolean): Promise<void> {
  const { plan, folder: target } = await openPlan(host, folder, false);
  const states = await shardStates(target, plan);
  const of = (state: ShardState["state"]): ShardState[] => states.filter((one) => one.state === state);
  const finished = of("finished").length;
  const others = otherSources(plan);
  if (json) {
    const numbers = (some: readonly ShardState[]): number[] => some.map(({ shard }) => shard);
    const wrong = [...of("damaged"), ...of("foreign")].sort((a, b) => a.shard - b.shard);
    const { runs, shards, plan: name } = plan;
    const told = { plan: name, runs, shards, finished: numbers(of("finished")), missing: numbers(of("missing")) };
    host.out(`${JSON.stringify({ ...told, wrong, ...(others === undefined ? {} : { otherProgram: others }) })}\n`);
  } else {
    const warning = others === undefined ? [] : [`This ${others}; its shards are made and merged only by its own.`];
    const commands = others === undefined ? commandsForLacking(host, folder, states) : [];
    const head = `${finished} of ${counted(plan.shards, "shard")} finished.`;
    host.out(`${[head, ...warning, ...lackingLines(states)].join("\n")}\n${nextLines(commands)}`);
  }
  if (finished < plan.shards) throw new Refuted();
}
