/**
 * Runs the country in one process: three million teachers in 13,000 districts, 36 months, one plan, one `simulate`.
 * Prints one object: seconds, peak memory, and what was run.
 */
import { performance } from "node:perf_hooks";
import { prepare, scenario, simulate } from "../dist/index.js";
import { madeDistrict } from "./record.mjs";

const DISTRICTS = 13_000;
// Seven or eight schools a district, 31 teachers a school: 97,500 schools, 3,022,500 teachers.
const district = Array.from({ length: DISTRICTS }, (_, d) => madeDistrict(`d${d}`, 7 + (d % 2), 31));
const strategy = process.argv[2] ?? "all-six-lessons";
const plan = await prepare(scenario({ district, strategy, horizon: 36, funded: 36, parameters: { draw: "fixed" } }));

const start = performance.now();
const cpu = process.cpuUsage();
const run = simulate(plan, { seed: "national", replicate: 0 });
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
const teachers = run.measures.teachers[0];
console.log(
  JSON.stringify({
    strategy,
    districts: run.districts.length,
    teachers,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    adoption: run.measures.adoption[36],
    checksum: run.checksum,
  }),
);
