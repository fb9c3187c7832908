import { join } from "node:path";
import { BadInput, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { checkFolder } from "../output/write-folder.ts";
import { answerQuestion } from "../run/answer-question.ts";
import { finishedRuns } from "../shards/finished-runs.ts";
import { planName } from "../shards/shard-names.ts";
import { shardStates } from "../shards/shard-states.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { counted } from "../words/format.ts";
import { openPlan } from "./open-plan.ts";
import { commandsForLacking, lackingLines } from "./shard-status.ts";

/** Answers `uptake shard merge`: answers the study of a plan from the runs that its shards hold. */
export async function shardMerge(
  host: Host,
  kinds: Kinds,
  folder: string,
  { out, json }: { readonly out?: string; readonly json?: boolean },
): Promise<void> {
  const { plan, folder: shards } = await openPlan(host, folder);
  const faults: Fault[] = [];
  if (out === undefined) faults.push({ code: "missing", path: "--out", message: "is needed: a folder for the result" });
  await checkFolder(host, out, faults);
  const states = await shardStates(shards, plan);
  const lacking = lackingLines(states);
  const next = commandsForLacking(host, folder, states).at(-1);
  for (const [i, message] of lacking.entries()) {
    const advice = i < lacking.length - 1 ? "" : `; make what lacks, first: ${next}`;
    faults.push({ file: folder, code: "incomplete", path: "", message: `${message}${advice}` });
  }
  if (faults.length > 0) throw new BadInput(faults);
  const onMade = (runs: number): void =>
    host.err(`${counted(runs, "run")} that no shard holds, since a run before failed, are made here.\n`);
  await answerQuestion(
    host,
    { study: plan.study, locate: (issue) => ({ ...issue, file: join(folder, planName) }), changes: [] },
    {
      kinds,
      folder: out,
      named: true,
      threads: undefined,
      json: json === true,
      finished: (make) => finishedRuns(shards, plan, make, onMade),
    },
  );
}
