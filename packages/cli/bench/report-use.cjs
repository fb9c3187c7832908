// Loaded before a program that is measured: when it ends, its use of processor and memory goes to descriptor 3, and how many
// threads it had at work, as far as it started them itself. In CommonJS, because a module would start Node's second loader, and that in a program which has no use for it.
const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

if (isMainThread) {
  let threads = 1;
  process.on("worker", () => threads++);
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024, threads }));
  });
}
