import { readyWorlds } from "@uptake/model/engine";
import { platform } from "../workers/platform.ts";
import { type ChunkReply, type ChunkRequest, simulateChunk } from "./chunk.ts";
import { KeptReplicates } from "./kept-replicates.ts";

/** Names what a dedicated worker talks through. */
interface Scope {
  addEventListener(type: "message", listener: (event: { readonly data: ChunkRequest }) => void): void;
  postMessage(message: ChunkReply, transfer: readonly ArrayBuffer[]): void;
}

const scope = globalThis as unknown as Scope;

// Of plans nothing is kept between messages: each holds its own, which takes 0.1 ms to copy. What a replicate draws is
// kept, so that a plan with other settings of the same levers, or the baseline, need not draw it again.
const kept = new KeptReplicates();

scope.addEventListener("message", async ({ data }) => {
  // Worlds that could not be loaded are told of by the runs that lack them.
  await readyWorlds(data.plan.scenario.parameters).catch(() => undefined);
  const reply = simulateChunk(data, kept, () => platform.performance.now());
  scope.postMessage(reply, "rows" in reply ? [reply.rows.buffer] : []);
});
