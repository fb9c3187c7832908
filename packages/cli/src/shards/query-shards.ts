import { BadInput } from "../host/fault.ts";

/** Name of the table of runs in a query. */
export const tableName = "runs";

/** Name of the package that reads shards by SQL, which is loaded only here. */
const duckdb = "@duckdb/node-api";

/** Most rows of an answer, which is printed whole; and rows that are fetched at a time. */
const mostRows = 100_000;
const rowsAtATime = 2_048;

/** What a query may hold in memory at most, as DuckDB writes it: more is an error. */
const memoryLimit = "1GB";

/** Names what is needed of DuckDB. */
type DuckDb = typeof import("@duckdb/node-api");
type Connection = Awaited<ReturnType<Awaited<ReturnType<DuckDb["DuckDBInstance"]["create"]>>["connect"]>>;

/** Holds an answer: a name for each column, and the rows, in which numbers that JSON does not hold exactly are texts. */
export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const atFault = (code: string, message: string): BadInput => new BadInput([{ code, path: "sql", message }]);

const inQuotes = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Loads DuckDB. @throws BadInput where it is not installed. */
async function loadDuckDb(load: () => Promise<DuckDb>): Promise<DuckDb> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw atFault("not-installed", `needs DuckDB, which is not installed: npm install ${duckdb}`);
  }
}

/** Lets a connection read the files of shards, as one table, and nothing else of the machine; extensions are never loaded. */
async function openTable(connection: Connection, files: readonly string[]): Promise<void> {
  const list = `[${files.map(inQuotes).join(", ")}]`;
  await connection.run(`CREATE VIEW ${tableName} AS SELECT * FROM read_parquet(${list})`);
  await connection.run(`SET allowed_paths = ${list}`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
}

/** Prepares the one question that a text holds. @throws BadInput where it holds more, or does anything but ask. */
async function prepare(connection: Connection, sql: string, { SELECT, EXPLAIN }: DuckDb["StatementType"]) {
  const statements = sql.trim() === "" ? undefined : await connection.extractStatements(sql);
  if (statements?.count !== 1) throw atFault("not-one", "is not one statement of SQL");
  const prepared = await statements.prepare(0);
  if (![SELECT, EXPLAIN].includes(prepared.statementType))
    throw atFault("not-a-question", "is no SELECT: shards are only read");
  return prepared;
}

/**
 * Answers a query of SQL over the files of shards, which are one table: `runs`. Rows are read as they are needed, within a
 * gigabyte, so that shards need not fit into memory; no other file is read, and none is written.
 *
 * @throws BadInput where DuckDB is not installed or refuses the query, or the answer has more than 100,000 rows.
 */
export async function queryShards(
  files: readonly string[],
  sql: string,
  load: () => Promise<DuckDb> = () => import("@duckdb/node-api"),
): Promise<QueryAnswer> {
  const { DuckDBInstance, StatementType } = await loadDuckDb(load);
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    memory_limit: memoryLimit,
    temp_directory: "",
  });
  const connection = await instance.connect();
  try {
    await openTable(connection, files);
    const prepared = await prepare(connection, sql, StatementType);
    const reader = await prepared.streamAndReadUntil(mostRows + rowsAtATime);
    if (reader.currentRowCount > mostRows)
      throw atFault("too-many", `has more than ${mostRows} rows: count or summarise them, or add LIMIT`);
    return { columns: reader.deduplicatedColumnNames(), rows: reader.getRowsJson() };
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw atFault("refused", `is refused by DuckDB: ${(error as Error).message.trim()}`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
