/**
 * Makes the runs of a simulation service in a worker; loaded for what it does, it exports nothing.
 *
 * @module
 */

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

scope.addEventListener("message", ({ data }) => void hear(data));
