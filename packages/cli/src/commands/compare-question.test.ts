import { tmpdir } from "node:os";
import type { Difference } from "@uptake/study/compare";
import { evaluateHere } from "@uptake/study/evaluate";
import { readLink } from "@uptake/study/link";
import { answerTo, type PlansCompared } from "@uptake/study/questions";
import { expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { ownFolder } from "../../test-support/own-folder.ts";
import { main } from "../command-line.ts";
import type { Answer } from "../words/answer.ts";

const link =
  "?v=2&district=small-rural&strategy=coaching-only&horizon=36&funded=18&target.share=0.3&target.month=22&seed=a+b&replicates=30" +
  "&pin1=Mandate&pin1.district=small-rural&pin1.strategy=mandate&pin1.horizon=36&pin1.funded=18&pin1.target.share=0.3&pin1.target.month=22";

interface Columns {
  readonly mean: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

interface Compared {
  readonly a: Answer;
  readonly b: Answer;
  readonly differences: { readonly adoption: Columns; readonly gap: Columns; readonly cost: Columns };
}

const own = ownFolder();

test("a strategy named beside a file is called by its own name, not by that of the file's plan", async () => {
  const file = own.file("own.yaml", "name: plan of NAME\ndistrict: small-rural\nhorizon: 36\nstrategy: mandate\n");
  const argv = ["compare", "coaching-only", file, "--replicates", "2", "--no-bottleneck"];
  const { code, out } = await own.uptake(...argv);
  expect([code, out.split("\n").slice(0, 2)]).toEqual([0, ["A: coaching-only", "B: plan of NAME"]]);
});

test("plans pinned on the pages are compared as by the command, to the last digit", async () => {
  const host = listeningHost(tmpdir());
  const code = await main(["compare", "--link", link, "--no-bottleneck", "--json"], host);
  expect([code, host.said.err]).toEqual([0, ""]);
  const { a, b, differences } = JSON.parse(host.said.out) as Compared;
  const { state, notices } = await readLink(link);
  expect(notices).toEqual([]);
  const { seed, replicates } = state;
  const told = (await answerTo(
    "compare",
    { scenarios: [state.pinned![0]!.scenario, state.scenario], seed: seed!, replicates: replicates! },
    {
      evaluate: evaluateHere,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onPartial: () => undefined,
    },
  )) as PlansCompared;
  const pair = told.pairs.find((one) => one.a === 0 && one.b === 1)!;
  const at = ({ mean, low, high }: Columns, month: number) => ({
    estimate: mean[month],
    low: low[month],
    high: high[month],
    replicates: 30,
    paired: true,
  });
  expect<Difference>(pair.reached).toEqual(at(differences.adoption, 22));
  expect<Difference>(pair.gap).toEqual(at(differences.gap, 22));
  expect<Difference>(pair.cost).toEqual(at(differences.cost, 36));
  expect(pair.byMonth.estimate).toEqual(differences.adoption.mean);
  expect(pair.byMonth.low).toEqual(differences.adoption.low);
  [a, b].forEach((answer, i) => {
    const { cards, cost, perAdopter, reached, checksums } = told.plans[i]!;
    expect(checksums).toEqual([answer.checksums[0], answer.checksums.at(-1)]);
    expect(cards.chance.plan.value).toBe(answer.target.probability);
    expect([cards.chance.plan.low, cards.chance.plan.high]).toEqual([answer.target.low, answer.target.high]);
    expect(reached.mean).toBe(answer.adoption.mean[22]);
    expect(cards.sustained.plan.value).toBe(answer.sustained.mean);
    expect(cards.gap.plan.value).toBe(answer.gap?.mean[22]);
    expect([cost.mean, cost.low, cost.high]).toEqual([answer.cost.total, answer.cost.low, answer.cost.high]);
    expect(perAdopter?.value).toBe(answer.cost.perAddedSustainedAdopter);
  });
});
