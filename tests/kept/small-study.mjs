/**
 * The command line with one kind of study for tests, which is over in a second: `kept`, a run for each replicate and a table
 * of them. All else is what users run: journal, lock, results, receipt.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepare } from "@uptake/model";
import { main } from "../../packages/cli/dist/command-line.js";
import { endWhenUnwritten } from "../../packages/cli/dist/host/unwritten.js";

// Zod is a dependency of the command line, which has loaded it; here it is found by its path.
const { resolve } = createRequire(new URL("../../packages/cli/package.json", import.meta.url));
const z = await import(pathToFileURL(join(dirname(resolve("zod/package.json")), "index.js")).href);

const kept = {
  kind: "kept",
  doc: "Adoption month by month in every replicate",
  schema: z.strictObject({ replicates: z.int().min(1).max(10_000).default(64) }),
  run: async ({ replicates }, scenario, { evaluate, seed }) => {
    const months = Array.from({ length: scenario.horizon + 1 }, (_, month) => month);
    const { values, checksums } = await evaluate({
      plans: [await prepare(scenario)],
      seed,
      statistics: months.map((month) => ({ series: "adoption", month })),
      evaluations: Array.from({ length: replicates }, (_, replicate) => ({ plan: 0, replicate })),
    });
    const rows = checksums.flatMap((_, replicate) =>
      months.map((month) => [replicate, month, values[replicate * months.length + month]]),
    );
    const columns = [
      { name: "replicate", type: "integer", unit: "–", doc: "Replicate" },
      { name: "month", type: "integer", unit: "months", doc: "Month" },
      { name: "adoption", type: "number", unit: "share of teachers", doc: "Adoption" },
    ];
    return {
      sentence: `Made ${replicates} runs.`,
      notes: [],
      figures: [],
      tables: [{ name: "adoption", doc: "Adoption in every replicate and month", columns, rows }],
      data: { adoption: [...values] },
      checksums,
    };
  },
};

endWhenUnwritten();
process.exitCode = await main(process.argv.slice(2), undefined, [kept]);
