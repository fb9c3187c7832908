import { InputError, prepare, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { ensembles } from "../ensemble/ensemble.ts";
import { evaluateEnsembles } from "./evaluate-ensembles.ts";
import { nodeWorkers } from "./node-workers.ts";
import { webWorkers } from "./web-workers.ts";

describe("threads of Node", () => {
  test("give the ensembles of one thread, and are started again after their end", async () => {
    const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only", horizon: 36 }));
    const [here] = await ensembles([plan], { replicates: 6, seed: "threads" });
    const { evaluate, dispose } = nodeWorkers({ workers: 2 });
    const made = (): ReturnType<typeof evaluateEnsembles> =>
      evaluateEnsembles([plan], { evaluate, replicates: 6, seed: "threads" });
    try {
      const { ensembles: there, checksums } = await made();
      expect(there).toEqual([here]);
      dispose();
      expect((await made()).checksums).toEqual(checksums);
    } finally {
      dispose();
    }
  });
});

describe("a number of workers that cannot be", () => {
  test.for([0, -1, 1.5, Number.NaN, 1025])("%s", (workers) => {
    for (const start of [nodeWorkers, webWorkers])
      expect(() => start({ workers })).toThrow(
        new InputError([
          {
            code: "out-of-range",
            path: "workers",
            message: `${workers} is out of range`,
            value: workers,
            allowed: "a whole number, 1 to 1024",
          },
        ]),
      );
  });
});
