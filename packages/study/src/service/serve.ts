import { readyWorlds } from "@uptake/model/engine";
import { simulateChunk } from "../ensemble/chunk.ts";
import { KeptReplicates } from "../ensemble/kept-replicates.ts";
import { evaluateChunk } from "../evaluate/chunk.ts";
import type { Answering } from "./answering.ts";
import type { FromWorker, RowsMessage, ToldPlans, ToWorker } from "./messages.ts";

/** Sends a message, whose buffers may be handed over. */
export type Post = (message: FromWorker, transfer: readonly ArrayBuffer[]) => void;

/**
 * Returns what answers the messages of a worker: rows of plans, evaluations, and questions, whose part is loaded when the
 * first is asked, and which fail where it cannot be loaded. `now` returns milliseconds. Plans are kept until the worker is
 * told to forget them, and what replicates draw from one chunk to the next.
 */
export function serve(post: Post, now: () => number): (message: ToWorker) => Promise<void> {
  const known: ToldPlans = new Map();
  const kept = new KeptReplicates();
  let answering: Promise<Answering> | undefined;

  const rows = ({ job, plans, forget, plan: number, ...which }: RowsMessage): void => {
    for (const old of forget) known.delete(old);
    for (const [fresh, plan] of plans) known.set(fresh, plan);
    const plan = known.get(number);
    const reply = plan
      ? simulateChunk({ job, plan, ...which }, kept, now)
      : { job, from: which.from, to: which.to, error: "the worker was not told of the plan" };
    post(reply, "rows" in reply ? [reply.rows.buffer] : []);
  };

  return async (message) => {
    if (message.kind === "rows" || message.kind === "evaluate") {
      // Worlds that could not be loaded are told of by the runs that lack them.
      await Promise.allSettled(message.plans.map(([, { scenario }]) => readyWorlds(scenario.parameters)));
      if (message.kind === "rows") return rows(message);
      const reply = evaluateChunk(known, message, now);
      return post(reply, [reply.values.buffer]);
    }
    answering ??= import("./answering.ts").then((part) => new part.Answering((told) => post(told, [])));
    let part: Answering;
    try {
      part = await answering;
    } catch (thrown) {
      // A page that is left, or has lost its server, does not get the part: the next question asks for it again.
      answering = undefined;
      const error = { message: (thrown as Error).message };
      if (message.kind === "ask") post({ kind: "failure", ask: message.ask, error }, []);
      return;
    }
    part.hear(message);
  };
}
