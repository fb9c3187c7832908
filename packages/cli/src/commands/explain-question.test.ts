import { tmpdir } from "node:os";
import { evaluateHere } from "@uptake/study/evaluate";
import type { Story } from "@uptake/study/explain";
import { readLink } from "@uptake/study/link";
import { answerTo } from "@uptake/study/questions";
import { expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { main } from "../command-line.ts";

const link = "?v=2&district=small-rural&strategy=coaching-only&horizon=36&seed=a+b";

test.for([{ teacher: 12 }, { school: "elementary-1" }])(
  "the story of %j on the pages is the one explained",
  async (who) => {
    const host = listeningHost(tmpdir());
    const [[option, value]] = Object.entries(who) as [[string, number | string]];
    const code = await main(
      ["explain", "--link", link, `--${option}`, String(value), "--replicate", "5", "--json"],
      host,
    );
    expect([code, host.said.err]).toEqual([0, ""]);
    const { stories } = JSON.parse(host.said.out) as { stories: readonly Story[] };
    const { state } = await readLink(link);
    const means = {
      evaluate: evaluateHere,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onPartial: () => undefined,
    };
    const told = await answerTo("story", { ...state, replicate: 5, ...who }, means);
    expect(stories).toEqual([told]);
  },
);
