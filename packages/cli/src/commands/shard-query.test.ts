import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { main } from "../command-line.ts";
import { queryShards } from "../shards/query-shards.ts";

let cwd: string;
const shards = 3;
const made = 2;
const runs = 60;

async function uptake(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const host = listeningHost(cwd);
  const code = await main(argv, host);
  return { code, ...host.said };
}

const query = (...sql: string[]) => uptake("shard", "query", "plan", ...sql);
const path = (shard: number): string => join(cwd, "plan", `shard-0000${shard}.parquet`);

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "uptake’s query "));
  const scenario = "{ district: small-rural, strategy: coaching-only, horizon: 8, target: { month: 6 } }";
  const grid = "{ levers.coaching.teachersPerCoach: [10, 40] }";
  const study = `kind: sweep\ndesign: grid\nfactors: ${grid}\nreplicates: ${runs / 2}\nscenario: ${scenario}\n`;
  writeFileSync(join(cwd, "study.yaml"), study);
  const planned = await uptake("shard", "plan", "study.yaml", "--shards", String(shards), "--out", "plan");
  expect(planned).toMatchObject({ code: 0, err: "" });
});
afterAll(() => rmSync(cwd, { recursive: true }));

test("a plan without a shard has nothing to ask", async () => {
  expect(await query("SELECT 1")).toEqual({ code: 2, out: "", err: "error: plan: holds no shard of its plan yet\n" });
});

test("shards that are there are one table, of which quantiles are exact", async () => {
  for (let shard = 0; shard < made; shard++) await uptake("shard", "run", "plan", "--index", String(shard));
  const { code, out, err } = await query("SELECT adoption_6 FROM runs ORDER BY adoption_6", "--json");
  expect([code, err]).toEqual([0, "Of 3 shards 2 are there: the answer is of these.\n"]);
  const { columns, rows } = JSON.parse(out) as { columns: string[]; rows: [number][] };
  expect(columns).toEqual(["adoption_6"]);
  const values = rows.map(([value]) => value);
  expect(values).toHaveLength((runs * made) / shards);
  const asked = await query("SELECT count(*) AS n, quantile_cont(adoption_6, .25) AS q FROM runs", "--json");
  const [[n, q]] = JSON.parse(asked.out).rows;
  // A count is larger than JSON is sure to hold.
  expect(n).toBe(String(values.length));
  const rank = 0.25 * (values.length - 1);
  const [low, high] = [values[Math.floor(rank)]!, values[Math.ceil(rank)]!];
  expect(q).toBeCloseTo(low + (rank % 1) * (high - low), 12);
});

test("and are printed as columns", async () => {
  expect((await query("SELECT min(run) AS first, NULL AS none FROM runs")).out).toBe("first  none\n0         –\n");
});

test("no other file is read, and none is written", async () => {
  const before = readFileSync(path(0));
  const refused = async (sql: string): Promise<string> => {
    const { code, out, err } = await query(sql);
    expect([code, out]).toEqual([2, ""]);
    return err;
  };
  writeFileSync(path(2), before);
  expect(await refused(`SELECT * FROM '${path(2).replaceAll("'", "''")}'`)).toContain("Cannot access file");
  expect(await refused("SELECT * FROM read_text('study.yaml')")).toContain("Cannot access file");
  expect(await refused(`COPY (SELECT 1) TO '${path(0).replaceAll("'", "''")}'`)).toContain("sql: is no SELECT");
  expect(await refused("COPY (SELECT 1) TO 'other.csv'")).toContain("Cannot access file");
  expect(await refused("CREATE TABLE more AS SELECT 1")).toContain("sql: is no SELECT");
  expect(await refused("SET enable_external_access = true")).toContain("sql: is");
  expect(await refused("INSTALL httpfs")).toContain("sql: is");
  expect(await refused("SELECT 1; SELECT 2")).toContain("sql: is not one statement of SQL");
  expect(await refused(" ")).toContain("sql: is not one statement of SQL");
  expect(await refused("SELECT nothing FROM runs")).toContain('Referenced column "nothing" not found');
  expect(await refused("SELECT unnest(range(100001))")).toContain("has more than 100000 rows");
  expect(readFileSync(path(0)).equals(before)).toBe(true);
});

test("without DuckDB it says what to install", async () => {
  const absent = () => Promise.reject(Object.assign(new Error("gone"), { code: "ERR_MODULE_NOT_FOUND" }));
  await expect(queryShards([path(0)], "SELECT 1", absent)).rejects.toThrow("npm install @duckdb/node-api");
  const broken = () => Promise.reject(new Error("another system's"));
  await expect(queryShards([path(0)], "SELECT 1", broken)).rejects.toThrow("another system's");
});
