import type { Evaluation, EvaluationJob, Outcome, Statistic } from "@uptake/study/evaluate";
import { type BasicType, fileWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { outcomePlaces } from "../run/outcome-places.ts";
import type { ShardPlan } from "./plan-file.ts";
import { noSeal, sealKey } from "./seal.ts";

/** Rows, and bytes of numbers, that one group of rows holds at most, unless a single row has more. */
const mostRows = 4_096;
const mostBytes = 2 << 20;

/** Names what a shard says of its plan, and what of each run stands in a column of its own. */
export type ShardFacts = Pick<ShardPlan, "outcomes" | "plan" | "version" | "sources" | "shards" | "block">;

/** Holds a run of a shard, and what it gave. */
export interface ShardRun {
  readonly run: number;
  readonly job: EvaluationJob;
  readonly evaluation: Evaluation;
  readonly outcome: Outcome;
}

type Cell = string | number | Uint8Array | null;

const nameOf = ({ series, month }: Statistic): string => `${series}_${month}`;

/** Says of a column what it is called, how it is stored, and whether it is for machines alone. */
interface ShardColumn {
  readonly name: string;
  readonly type: BasicType;
  readonly packed?: true;
}

function columnsOf(outcomes: readonly Statistic[]): ShardColumn[] {
  return [
    { name: "run", type: "INT32" },
    { name: "strategy", type: "STRING" },
    { name: "plan", type: "INT32" },
    { name: "replicate", type: "INT32" },
    ...outcomes.map((one): ShardColumn => ({ name: nameOf(one), type: "DOUBLE" })),
    { name: "checksum", type: "STRING" },
    { name: "failed", type: "STRING" },
    { name: "numbers", type: "BYTE_ARRAY", packed: true },
  ];
}

/** Reads which outcomes a run has, of all that shards have columns for. */
function outcomeReader(job: EvaluationJob, all: readonly Statistic[]): (plan: number, values: Float64Array) => Cell[] {
  const { outcomes, offsets } = outcomePlaces(job);
  const places = new Map(outcomes.map((one, o) => [nameOf(one), o]));
  const columns = all.map((one) => places.get(nameOf(one)));
  return (plan, values) =>
    columns.map((o) => {
      const at = o === undefined ? undefined : offsets[plan]?.[o];
      const value = at === undefined ? Number.NaN : (values[at] as number);
      return Number.isFinite(value) ? value : null;
    });
}

/** Returns the bytes of numbers, the lowest first, whatever the machine. */
function bytesOf(values: Float64Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => {
    bytes.setFloat64(i * 8, value, true);
  });
  return new Uint8Array(bytes.buffer);
}

/**
 * Writes the runs of a shard into a Parquet file, group by group: a row a run with its plan, replicate, main outcomes and
 * checksum, and in `numbers` all that was read of it, as 8-byte floats, so that nothing is lost. The same runs give the
 * same bytes.
 */
export class ShardWriter {
  readonly #columns: readonly ShardColumn[];
  readonly #outcomes: readonly Statistic[];
  readonly #writer: ParquetWriter;
  readonly #readers = new WeakMap<EvaluationJob, ReturnType<typeof outcomeReader>>();
  readonly #block: number;
  #rows: Cell[][] = [];
  #bytes = 0;
  #inBlock = 0;

  constructor(path: string, { outcomes, plan, version, sources, shards, block = 1 }: ShardFacts, index: number) {
    this.#outcomes = outcomes;
    this.#block = block;
    this.#columns = columnsOf(outcomes);
    const facts = {
      "uptake.plan": plan,
      "uptake.shard": String(index),
      "uptake.shards": String(shards),
      "uptake.version": version,
      "uptake.sources": sources,
      [sealKey]: noSeal,
    };
    const columnData = this.#columns.map(({ name, type }) => ({ name, type, data: [], nullable: true }));
    this.#writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: schemaFromColumnData({ columnData }),
      kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
      createdBy: "uptake",
    });
  }

  /** Adds a run; runs come in the order of their numbers. */
  add({ run, job, evaluation: { plan, replicate }, outcome }: ShardRun): void {
    const read = this.#readers.get(job) ?? outcomeReader(job, this.#outcomes);
    this.#readers.set(job, read);
    const values = "values" in outcome ? outcome.values : undefined;
    const numbers = values ? bytesOf(values) : null;
    this.#rows.push([
      ...[run, job.plans[plan]?.scenario.name ?? null, plan, replicate],
      ...(values ? read(plan, values) : this.#outcomes.map(() => null)),
      "values" in outcome ? outcome.checksum : null,
      "values" in outcome ? null : outcome.cause,
      numbers,
    ]);
    this.#bytes += numbers?.length ?? 0;
    this.#inBlock = (this.#inBlock + 1) % this.#block;
    const full = this.#rows.length >= mostRows || this.#bytes >= mostBytes;
    // A group that ends with a block is read once where shards are merged block by block.
    if (full || (this.#inBlock === 0 && this.#bytes > mostBytes / 2)) this.#flush();
  }

  #flush(): void {
    const rows = this.#rows;
    if (rows.length === 0) return;
    const columnData = this.#columns.map(({ name, packed }, c) => ({
      name,
      data: rows.map((row) => row[c] ?? null),
      ...(packed ? { encoding: "PLAIN" as const, statistics: false } : {}),
    }));
    this.#writer.write({ columnData, rowGroupSize: rows.length });
    this.#rows = [];
    this.#bytes = 0;
  }

  /** Ends the file, which is yet to be sealed. */
  end(): void {
    this.#flush();
    this.#writer.finish();
  }
}
