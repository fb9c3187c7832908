import { readyWorlds } from "@uptake/model/engine";
import { platform } from "../workers/platform.ts";
import { type ChunkReply, type ChunkRequest, simulateChunk } from "./chunk.ts";

/** Names what a dedicated worker talks through. */
interface Scope {
  addEventListener(type: "message", listener: (event: { readonly data: ChunkRequest }) => void): void;
  postMessage(message: ChunkReply, transfer: readonly ArrayBuffer[]): void;
}

const scope = globalThis as unknown as Scope;

// Keeps nothing between messages: each holds its plan, which takes 0.1 ms to copy, and a reply gives its rows away.
scope.addEventListener("message", async ({ data }) => {
  // Worlds that could not be loaded are told of by the runs that lack them.
  await readyWorlds(data.plan.scenario.parameters).catch(() => undefined);
  const reply = simulateChunk(data, () => platform.performance.now());
  scope.postMessage(reply, "rows" in reply ? [reply.rows.buffer] : []);
});
