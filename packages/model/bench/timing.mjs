/** Times `work` in seconds of the processor, all threads together. */
export function time(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Returns the least of several measurements. */
export function least(times, measure) {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < times; k++) best = Math.min(best, measure());
  return best;
}
