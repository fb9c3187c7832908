// Computes batches of answers in a process of its own, one after the other, as it is told by `scripts/answers.mjs`.

import { prebuiltText } from "../plan/prebuilt.js";
import type { Batch } from "./batch.js";

/** Says what to compute: a batch by its place in a kind of answers, and the name of the code that does. */
interface Told {
  readonly kind: string;
  readonly place: number;
  readonly program: string;
}

process.on("message", async ({ kind, place, program }: Told) => {
  const { batches } = (await import(`./answers/${kind}.ts`)) as { readonly batches: readonly Batch[] };
  const { asked, answer } = batches[place]!;
  const found = Object.entries(await answer());
  process.send?.(found.map(([name, one]) => [name, prebuiltText(asked[name], one, program)]));
});
