/**
 * Evaluates, in a worker, the jobs that `evaluateInWorkers` sends; loaded for what it does, it exports nothing.
 *
 * @module
 */

import type { Plan } from "@uptake/model";
import { readyWorlds } from "@uptake/model/engine";
import { platform } from "../workers/platform.ts";
import { type EvaluateReply, type EvaluateRequest, evaluateChunk } from "./chunk.ts";

/** Names what a dedicated worker talks through. */
interface Scope {
  addEventListener(type: "message", listener: (event: { readonly data: EvaluateRequest }) => void): void;
  postMessage(message: EvaluateReply, transfer: readonly ArrayBuffer[]): void;
}

const scope = globalThis as unknown as Scope;
const known = new Map<number, Plan>();

/** Answers a request; worlds that could not be loaded are told of by the runs that lack them. */
async function answer(request: EvaluateRequest): Promise<void> {
  await Promise.allSettled(request.plans.map(([, { scenario }]) => readyWorlds(scenario.parameters)));
  const reply = evaluateChunk(known, request, () => platform.performance.now());
  scope.postMessage(reply, [reply.values.buffer]);
}

/** Ends when every request so far is answered: one after another, since later ones name plans that earlier ones sent. */
let answered = Promise.resolve();

scope.addEventListener("message", ({ data }) => {
  answered = answered.then(() => answer(data));
});
