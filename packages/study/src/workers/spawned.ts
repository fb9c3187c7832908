import type { WorkerLike } from "./crew.ts";
import { platform } from "./platform.ts";

/** Starts a worker; where none can be started, returns one that dies of that at once, so that it is told as a death is. */
export function spawned(spawn: () => WorkerLike): WorkerLike {
  try {
    return spawn();
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return {
      postMessage: () => undefined,
      terminate: () => undefined,
      addEventListener: (type, listener) => {
        if (type === "error") platform.setTimeout(() => listener({ type, message }), 0);
      },
    };
  }
}
