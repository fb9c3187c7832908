import { DuckDBInstance } from "@duckdb/node-api";

/** Reads columns of a study's table of runs: the runs that were asked for, those made under other beliefs left out. */
export async function readRuns(folder, columns) {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const names = columns.map((name) => `"${name}"`).join(", ");
  const rows = await connection.runAndReadAll(
    `SELECT ${names} FROM '${folder}/runs.parquet' WHERE batch = 1 ORDER BY replicate, plan`,
  );
  connection.closeSync();
  return rows.getRowObjects();
}
