import type { ToWorker } from "../src/service/messages.ts";
import { serve } from "../src/service/serve.ts";
import type { WorkerLike } from "../src/workers/crew.ts";

/** Says what becomes of a message that a fake worker gets. */
export type Fate = "reply" | "error" | "messageerror" | "silence";

type Listener = (event: { type: string; data?: unknown; message?: unknown }) => void;

/**
 * Stands for a worker of the service, which shares nothing with its page. Each run seems to take `ms` milliseconds, and takes
 * as long where it is 1 or more.
 */
export function fakeServiceWorker(fate: (message: ToWorker) => Fate, ms: number): WorkerLike {
  const listeners = new Map<string, Listener>();
  let alive = true;
  let clock = 0;
  let runs = 0;
  const now = (): number => {
    clock += (ms * runs) / 2;
    return clock;
  };
  const hear = serve((message) => {
    const data = structuredClone(message);
    // As a task of its own, so that what a listener throws is not the worker's.
    setTimeout(() => alive && listeners.get("message")?.({ type: "message", data }), 0);
  }, now);
  return {
    addEventListener: (type: string, listener: Listener) => void listeners.set(type, listener),
    terminate: () => {
      alive = false;
    },
    postMessage: (message) => {
      const request = structuredClone(message) as ToWorker;
      const what = fate(request);
      if (what === "silence") return;
      runs = 0;
      if (request.kind === "rows") runs = request.to - request.from;
      if (request.kind === "evaluate") runs = request.evaluations.length;
      setTimeout(
        () => {
          if (!alive) return;
          if (what === "reply") void hear(request);
          else listeners.get(what)?.({ type: what, message: "out of memory" });
        },
        ms >= 1 ? ms * runs : 0,
      );
    },
  };
}
