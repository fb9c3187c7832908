/**
 * Makes the runs of a simulation service in a worker; loaded for what it does, it exports nothing.
 *
 * @module
 */

import { readyWorlds } from "@uptake/model/engine";
import { platform } from "../workers/platform.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { serve } from "./serve.ts";

/** Names what a dedicated worker talks through. */
interface Scope {
  addEventListener(type: "message", listener: (event: { readonly data: ToWorker }) => void): void;
  postMessage(message: FromWorker, transfer: readonly ArrayBuffer[]): void;
}

const scope = globalThis as unknown as Scope;
const hear = serve(
  (message, transfer) => scope.postMessage(message, transfer),
  () => platform.performance.now(),
);

// Most plans need the kept worlds, so they load while nothing is asked yet; what cannot be loaded is told by runs that lack it.
readyWorlds({ draw: "sampled" }).catch(() => undefined);

scope.addEventListener("message", ({ data }) => void hear(data));
