import { beside } from "./rows/beside.mjs";
import { help } from "./rows/help.mjs";
import { memory } from "./rows/memory.mjs";
import { month } from "./rows/month.mjs";
import { nineFresh } from "./rows/nine-fresh.mjs";
import { nineWarm } from "./rows/nine-warm.mjs";
import { onePlan } from "./rows/one-plan.mjs";
import { pageWorker } from "./rows/page-worker.mjs";
import { pass } from "./rows/pass.mjs";
import { runs } from "./rows/runs.mjs";
import { studies } from "./rows/studies.mjs";

/** Lists what can be measured, in the order in which it is told. */
export const rows = [nineWarm, nineFresh, onePlan, runs, pass, month, studies, help, memory, pageWorker, beside];
