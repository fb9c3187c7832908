/**
 * Runs the country in one process: three million teachers in 13,000 districts, 36 months, one plan, one `simulate`.
 * Prints one object: seconds, peak memory, and what was run.
 *
 *   node national.mjs ROOT [STRATEGY]
 */
import { performance } from "node:perf_hooks";
import { built } from "./built.mjs";
import { madeDistrict } from "./record.mjs";

const DISTRICTS = 13_000;
const [root, strategy = "all-six-lessons"] = process.argv.slice(2);
const { prepare, scenario, simulate } = await built(root);
// Seven or eight schools a district, 31 teachers a school: 97,500 schools, 3,022,500 teachers.
const district = Array.from({ length: DISTRICTS }, (_, d) => madeDistrict(`d${d}`, 7 + (d % 2), 31));
const plan = await prepare(scenario({ district, strategy, horizon: 36, funded: 36, parameters: { draw: "fixed" } }));

const start = performance.now();
const cpu = process.cpuUsage();
const run = simulate(plan, { seed: "national", replicate: 0 });
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    strategy,
    districts: run.districts.length,
    teachers: run.measures.teachers[0],
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    adoption: run.measures.adoption[36],
    checksum: run.checksum,
  }),
);
