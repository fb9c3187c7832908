import { type LeverUse, type Plan, prepare, type Scenario } from "@uptake/model";
import { type Attribution, type AttributionOptions, attribution, settleOptions, until } from "./attribution.ts";
import { bits, type Term } from "./game.ts";

/** Names the player that is no lever: influence between peers. */
export const peers = "peers";

/** Leaves out the levers that are not in a coalition. */
function leversIn(scenario: Scenario, names: readonly string[], coalition: number): Record<string, LeverUse> {
  return Object.fromEntries(
    names.flatMap((name, i) => (coalition & (1 << i) ? [[name, scenario.levers[name] as LeverUse]] : [])),
  );
}

/**
 * Shares out what a strategy adds to business as usual between its levers and peers, by {@link shapley}. A coalition
 * of levers is worth its strategy less business as usual; without peers nobody hears, tries, deepens or keeps a practice
 * because of colleagues (`contagion: none`) in either, so the share of peers is what they add to the work of the levers.
 * Every coalition is run for few players, sampled orders for many; all in the same worlds and luck.
 *
 * @throws InputError when the strategy has no lever, the series is unknown, or an option is out of its range.
 *
 * @example
 * ```ts
 * import { scenario } from "@uptake/model";
 * import { attributeLevers } from "@uptake/study/attribute";
 *
 * const { change, shares } = await attributeLevers(scenario({ district: "small-rural", strategy: "coaching-only" }), {
 *   replicates: 4,
 * });
 * for (const { player, mean } of shares) console.log(player, mean, change.mean);
 * ```
 */
export async function attributeLevers(scenario: Scenario, options: AttributionOptions = {}): Promise<Attribution> {
  const names = Object.keys(scenario.levers);
  const message = "the strategy has no lever, so it adds nothing that could be shared out";
  const none = { code: "no-levers", path: "levers", message, value: scenario.strategy, allowed: "at least one lever" };
  const settled = settleOptions(await prepare(scenario), options, names.length === 0 ? [none] : []);
  const whole = until(settled.statistic, scenario);
  const withPeers = whole.switches.contagion !== "none";
  const players = withPeers ? [...names, peers] : names;
  const all = (1 << players.length) - 1;
  const peersBit = withPeers ? 1 << names.length : 0;

  const prepared = new Map<number, Promise<Plan>>();
  const planOf = async (coalition: number): Promise<Plan> => {
    const used = coalition & ((1 << names.length) - 1);
    const plan =
      prepared.get(used) ??
      prepare({
        ...whole,
        strategy: used === 0 ? "business-as-usual" : whole.strategy,
        levers: leversIn(whole, names, used),
      });
    prepared.set(used, plan);
    const known = await plan;
    if (!withPeers || (coalition & peersBit) !== 0) return known;
    // Tables are of levers alone, so plans with and without peers share them.
    return { ...known, scenario: { ...known.scenario, switches: { ...whole.switches, contagion: "none" } } };
  };
  const term = (coalition: number, sign: 1 | -1): Term => ({
    key: bits(coalition, players.length),
    plan: () => planOf(coalition),
    sign,
  });
  return attribution(
    {
      players,
      worth: (coalition) => [term(coalition, 1), term(coalition & peersBit, -1)],
      from: [term(peersBit, 1)],
      to: [term(all, 1)],
    },
    await planOf(all),
    settled,
  );
}
