import { targetWords } from "@uptake/study/target";
import type { Answered } from "../../kit/answer.js";
import { compareWords } from "../../words/compare.js";
import type { Compared, Pair } from "./comparing.js";
import type { Chosen } from "./pair-choice.js";

const { answer: say, table: on } = compareWords;

/** Says which of two plans is better: what holds, and in which words. */
export interface Verdict {
  readonly verdict: string;
  readonly rest: string;
}

/** Holds what a sentence about two plans is made of. */
interface About {
  readonly a: string;
  readonly b: string;
  readonly measure: string;
  /** Whether every replicate has a world of its own. */
  readonly worlds: boolean;
}

/** Says which of a pair is better, by how much and in how many shared worlds; or that they cannot be told apart. */
export function verdictOf(pair: Pair, { a, b, measure, worlds }: About): Verdict {
  const { estimate, low, high, replicates } = pair.reached;
  if (pair.apart.length > 0)
    return { verdict: say.apart(b, a), rest: say.apartRest(pair.apart.map(({ message }) => message).join("; ")) };
  if (pair.same) return { verdict: say.same(b, a), rest: say.sameRest };
  if (estimate === null || low === null || high === null) return { verdict: say.unknown(b, a), rest: say.unknownRest };
  if (low <= 0 && high >= 0)
    return {
      verdict: say.alike(b, a),
      rest: `${say.difference(estimate, low, high, measure, pair.month)} ${say.split(b, pair.ahead, pair.behind, replicates, worlds)}`,
    };
  const up = estimate > 0;
  const [least, most] = up ? [low, high] : [-high, -low];
  return {
    verdict: up ? say.better(b, a) : say.better(a, b),
    rest: `${say.by(Math.abs(estimate), least, most, measure, pair.month)} ${say.ahead(up ? pair.ahead : pair.behind, replicates, worlds)}`,
  };
}

/** Says in a few words how another plan stands against the first. */
function briefly(pair: Pair, name: string): string {
  const { estimate, low, high } = pair.reached;
  if (pair.apart.length > 0) return say.otherApart(name);
  if (estimate === null || low === null || high === null || (low <= 0 && high >= 0)) return say.otherAlike(name);
  return estimate > 0 ? say.otherBetter(name, estimate, low, high) : say.otherWorse(name, -estimate, -high, -low);
}

/** Names the two plans of a pair. */
export function namesOf({ entries }: Compared, [a, b]: Chosen): { readonly a: string; readonly b: string } {
  return { a: a === null ? compareWords.asToday : entries[a]!.name, b: entries[b]!.name };
}

/** Says what the page answers about two plans, and how the others stand against the first of them. */
export function answerOf(compared: Compared, chosen: Chosen): Answered {
  const { answer, entries, plans } = compared;
  const [a, b] = chosen;
  const pair = compared.pair(a, b);
  const { a: first, b: second } = namesOf(compared, chosen);
  const { target, parameters } = answer;
  const { replicates, worlds } = plans[b]!;
  if (!pair) return { verdict: "", rest: "", short: "" };
  const { measure } = targetWords[target.of];
  const { verdict, rest } = verdictOf(pair, {
    a: first,
    b: second,
    measure,
    worlds: parameters !== "fixed" && worlds === replicates,
  });
  // Told from the side of the plan that has more of what decides.
  const turned = a !== null && (pair.reached.estimate ?? 0) < 0;
  const [left, right] = turned ? [second, first] : [first, second];
  const other = a === null ? plans[b]!.today : plans[a]!;
  const [here, there] = turned ? [other, plans[b]!] : [plans[b]!, other];
  const { cost } = turned ? (compared.pair(b, a) ?? pair) : pair;
  const chances = [here, there].flatMap((one) => {
    const chance = one?.cards.chance.plan;
    return chance?.value == null ? [] : [`${on.percent(chance.value)} (${on.shares(chance.low, chance.high)})`];
  });
  const others = entries.flatMap(({ name }, i) => {
    const against = i === a || i === b ? undefined : compared.pair(a, i);
    return against ? [briefly(against, name)] : [];
  });
  const sentences = [
    rest,
    chances.length === 2 ? say.chance(target.share, right, chances[0]!, left, chances[1]!) : "",
    cost.estimate === null || pair.same ? "" : say.costs(right, cost.estimate, cost.low, cost.high),
    others.length > 0 ? say.others(first, others) : "",
  ];
  return { verdict, rest: sentences.filter((text) => text !== "").join(" "), short: rest };
}
