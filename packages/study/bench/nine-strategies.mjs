/**
 * Measures the nine reference strategies on Colorado Springs D11, 64 replicates each, on one thread. A build whose
 * `ensembles` shares between plans what they start from is measured with it; an older one makes plan after plan.
 */
import { built } from "./built.mjs";

export const rounds = 3;

const REPLICATES = 64;

/** Returns what runs the nine strategies: from replicate `first`, `replicates` of each; it tells the runs' checksums. */
export async function nineStrategies(root) {
  const { strategies, prepare, scenario, ensemble, ensembles } = await built(root);
  const reference = strategies.filter(({ kind }) => kind === "reference");
  const plans = await Promise.all(reference.map(({ name }) => prepare(scenario({ strategy: name }))));
  const inTurn = async (options) => {
    const all = [];
    for (const plan of plans) all.push(await ensemble(plan, options));
    return all;
  };
  const together = ensembles ? (options) => ensembles(plans, options) : inTurn;
  return async (first = 0, replicates = REPLICATES) =>
    (await together({ first, replicates })).map(({ checksums }) => checksums.join()).join();
}

/** Opens the measurement of a build; seconds are those of the processor, for all runs. */
export async function open(root) {
  const run = await nineStrategies(root);
  const works = {
    async all() {
      const before = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6;
    },
  };
  return { works, facts: { checksums: await run(0, 8) }, warm: 0 };
}
