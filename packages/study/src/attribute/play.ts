import { type Plan, square } from "@uptake/model";
import type { Evaluate, EvaluateOptions, Evaluation, EvaluationFailure, Statistic } from "../evaluate/evaluation.ts";
import type { Game, Term } from "./game.ts";
import { drawOrders, marginals } from "./orders.ts";
import { shapley } from "./shapley.ts";

/** Says how a game is played. */
export interface Play extends EvaluateOptions {
  readonly evaluate: Evaluate;
  readonly seed: string;
  readonly replicates: number;
  readonly statistic: Statistic;
  /** Pairs of an order and its reverse, drawn anew for each replicate; 0 to go through all coalitions. */
  readonly pairs: number;
}

/** Holds a game in one replicate: one number a player each. */
export interface Played {
  readonly replicate: number;
  readonly from: number;
  readonly to: number;
  readonly shares: readonly number[];
  /** Worth of each player alone, and what is lost when only that one is left out. */
  readonly alone: readonly number[];
  readonly last: readonly number[];
  /** Sample variance of each share between pairs of orders; empty below two pairs. */
  readonly betweenPairs: readonly number[];
}

/** Holds a game in every replicate in which all runs succeeded. */
export interface Plays {
  readonly played: readonly Played[];
  /** Number of different plans that were run. */
  readonly plans: number;
  readonly failures: readonly EvaluationFailure[];
  readonly checksums: readonly string[];
}

/** Lists the coalitions that a replicate asks for. */
function asked(players: number, orders: readonly (readonly number[])[]): Set<number> {
  const all = (1 << players) - 1;
  if (orders.length === 0) return new Set(Array.from({ length: all + 1 }, (_, coalition) => coalition));
  const coalitions = new Set([0, all]);
  for (let player = 0; player < players; player++) coalitions.add(1 << player).add(all & ~(1 << player));
  for (const order of orders) {
    let coalition = 0;
    for (const player of order) {
      coalition |= 1 << player;
      coalitions.add(coalition);
    }
  }
  return coalitions;
}

/** Runs every plan that is needed once a replicate, and shares out what each replicate's runs show. */
export async function play(
  game: Game,
  { evaluate, seed, replicates, statistic, pairs, ...running }: Play,
): Promise<Plays> {
  const n = game.players.length;
  const places = new Map<string, number>();
  const plans: Plan[] = [];
  const evaluations: Evaluation[] = [];
  const orders: number[][][] = [];
  const rows: Map<number, number>[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const own = pairs > 0 ? drawOrders(n, pairs, seed, replicate) : [];
    orders.push(own);
    const row = new Map<number, number>();
    rows.push(row);
    const terms = [...game.from, ...game.to, ...[...asked(n, own)].flatMap((coalition) => game.worth(coalition))];
    for (const { key, plan } of terms) {
      let place = places.get(key);
      if (place === undefined) {
        place = plans.length;
        places.set(key, place);
        plans.push(await plan());
      }
      if (row.has(place)) continue;
      row.set(place, evaluations.length);
      evaluations.push({ plan: place, replicate });
    }
  }
  const { values, checksums, failures } = await evaluate(
    { plans, seed, statistics: [statistic], evaluations },
    running,
  );
  const played = rows.flatMap((row, replicate): Played[] => {
    const signed = ({ key, sign }: Term): number =>
      sign * (values[row.get(places.get(key) as number) as number] as number);
    const sum = (terms: readonly Term[]): number => terms.reduce((total, term) => total + signed(term), 0);
    const one = { replicate, ...share(game, orders[replicate] as number[][], sum) };
    return Number.isNaN(one.from + one.to + one.shares.reduce((a, b) => a + b, 0)) ? [] : [one];
  });
  return { played, plans: plans.length, failures, checksums };
}

/** Shares out one replicate. */
function share(
  game: Game,
  orders: readonly (readonly number[])[],
  sum: (terms: readonly Term[]) => number,
): Omit<Played, "replicate"> {
  const n = game.players.length;
  const all = (1 << n) - 1;
  const known = new Map<number, number>();
  const worth = (coalition: number): number => {
    let value = known.get(coalition);
    if (value === undefined) {
      value = sum(game.worth(coalition));
      known.set(coalition, value);
    }
    return value;
  };
  const added = orders.map((order) => marginals(order, worth));
  const mean = (player: number, some: readonly (readonly number[])[]): number =>
    some.reduce((total, one) => total + (one[player] as number), 0) / some.length;
  const each = (of: (player: number) => number): number[] => Array.from({ length: n }, (_, player) => of(player));
  const shares = orders.length === 0 ? shapley(n, worth) : each((player) => mean(player, added));
  const pairs = Array.from({ length: added.length / 2 }, (_, p) => added.slice(2 * p, 2 * p + 2));
  const spread = (player: number): number =>
    pairs.reduce((total, pair) => total + square(mean(player, pair) - (shares[player] as number)), 0) /
    (pairs.length - 1);
  return {
    from: sum(game.from),
    to: sum(game.to),
    shares,
    alone: each((player) => worth(1 << player)),
    last: each((player) => worth(all) - worth(all & ~(1 << player))),
    betweenPairs: pairs.length < 2 ? [] : each(spread),
  };
}
