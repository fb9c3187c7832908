import type { ComparedPlansData } from "@uptake/charts";
import type { Compared } from "./comparing.js";

/** Gathers what the chart of all plans draws; as today stands beside them where it is the same for all. */
export function linesData({ answer, entries, plans }: Compared): ComparedPlansData {
  const { replicates, worlds, today } = plans[0]!;
  const asToday = plans.some((one) => one.today === null) ? null : (today?.bands ?? null);
  const shared = plans.every((one) => one.today?.checksums.join() === today?.checksums.join());
  const { target, parameters, seed, version } = answer;
  return {
    plans: entries.map(({ name }, i) => ({ name, bands: plans[i]!.bands })),
    today: shared ? asToday : null,
    ...{ target, replicates, worlds, parameters, seed, version },
  };
}
