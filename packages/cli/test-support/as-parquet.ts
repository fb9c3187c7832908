import { readCsv } from "@uptake/model";
import { parquetWriteBuffer } from "hyparquet-writer";

const number = /^-?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;

/** Writes a table of comma-separated values as Parquet: columns of numbers as numbers, empty fields as none. */
export function asParquet(csv: string): Uint8Array {
  const { header, records } = readCsv(csv);
  const columnData = (header?.fields ?? []).map((name, c) => {
    const cells = records.map(({ fields }) => (fields[c] === "" ? null : (fields[c] as string)));
    const numbers = cells.every((cell) => cell === null || number.test(cell));
    const data = numbers ? cells.map((cell) => (cell === null ? null : Number(cell))) : cells;
    return { name, data, type: numbers ? ("DOUBLE" as const) : ("STRING" as const), nullable: true };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
