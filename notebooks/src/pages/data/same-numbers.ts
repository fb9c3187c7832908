import { type Scenario, version } from "@uptake/model";
import { upgradeScenario } from "@uptake/model/upgrade";
import { studyVersion } from "@uptake/study/files";
import { shortInput } from "@uptake/study/link";
import type { RunToRepeat } from "@uptake/study/questions";
import { type Receipt, type ReceiptStudy, receiptText } from "@uptake/study/receipt";
import { save } from "../../kit/downloads.js";
import { element } from "../../kit/element.js";
import { latestRun } from "../../kit/latest-run.js";
import { status } from "../../kit/status.js";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { simulation } from "../../service/simulation.js";
import { dataWords } from "../../words/data.js";
import { districtSums, receiptFrom, sha256 } from "./sums.js";

const { same: say } = dataWords;

/** Most replicates repeated here. */
const mostReplicates = 2000;

/** Holds the part that makes receipts and holds them against runs; `show` puts a given one there. */
export interface SamePart {
  readonly root: HTMLElement;
  show(name: string, receipt: Receipt): Promise<void>;
}

const line = (agrees: boolean, text: string): HTMLElement =>
  element("li", agrees ? {} : { class: "differs" }, agrees ? say.agrees(text) : say.differs(text));

/** Returns the run that a study is, where it is one that is repeated here. */
function runOf({ kind, seed, scenario, replicates, bottleneck, budget }: ReceiptStudy): RunToRepeat | undefined {
  if (kind !== "run" || budget !== undefined || typeof replicates !== "number") return undefined;
  if (!(replicates >= 1 && replicates <= mostReplicates)) return undefined;
  return { scenario, seed, replicates, bottleneck: bottleneck === true };
}

/** Makes the part in which the plan's runs are made as the command line makes them, and a receipt's are repeated. */
export function samePart(store: PlanStore): SamePart {
  const work = status();
  const made = element("div", {});
  const given = element("div", {});
  /** Ends the making of a receipt of the plan on show. */
  let making: AbortController | undefined;

  const button = (label: string, click: () => unknown): HTMLButtonElement =>
    element("button", { type: "button", class: "choice", click }, label);
  const stop = button(say.stop, () => repeats.stop());
  const repeats = latestRun({
    status: work,
    stop,
    failed: (message, stopped) => (stopped ? say.stopped : say.failed(message)),
  });

  /** Makes the runs of a study and their receipt, as long as nobody stops it. */
  const runsOf = (
    run: RunToRepeat,
    study: ReceiptStudy,
    then: (receipt: Receipt) => void,
    mine?: AbortController,
  ): Promise<void> =>
    repeats.run(async (signal, onProgress) => {
      const { checksums } = await simulation().ask("repeatRun", run, { signal, onProgress });
      const receipt = await receiptFrom(study, checksums);
      signal.throwIfAborted();
      then(receipt);
    }, mine);
  const make = (): Promise<void> => {
    const { scenario: input, seed = usual.seed, replicates = usual.replicates } = store.get();
    const scenario = completedOf(input);
    const own = { replicates, bottleneck: true };
    const study = { version: studyVersion, kind: "run", name: scenario.name, seed, scenario, ...own };
    const drawMade = (receipt: Receipt): void => {
      const text = `${JSON.stringify(receipt, undefined, 2)}\n`;
      made.replaceChildren(
        element(
          "dl",
          { class: "sums" },
          ...[
            [say.runs, String(receipt.runs)],
            [say.checksums, receipt.checksums],
            [say.whole, receipt.receipt],
          ].flatMap(([name = "", value = ""]) => [element("dt", {}, name), element("dd", {}, value)]),
        ),
        button(say.receipt, () => save("receipt.json", text, "application/json")),
      );
    };
    making = new AbortController();
    return runsOf({ scenario, seed, ...own }, study, drawMade, making);
  };
  store.subscribe(() => {
    making?.abort();
    made.replaceChildren();
  });

  const show = async (name: string, receipt: Receipt): Promise<void> => {
    const { study } = receipt;
    const now = await districtSums(study);
    const names = [...new Set([...Object.keys(receipt.districts), ...Object.keys(now)])];
    const whole = (await sha256(receiptText(receipt))) === receipt.receipt;
    const checks = element(
      "ul",
      { class: "lines", role: "status" },
      line(whole, whole ? say.written : say.changed),
      line(receipt.version === version, say.version(receipt.version, version)),
      ...names.map((each) => line(receipt.districts[each] === now[each], say.districts(each))),
    );
    const { validateScenario } = await import("@uptake/model/validate");
    const { scenario: upgraded } = upgradeScenario({ ...study.scenario });
    const input = shortInput(upgraded as unknown as Scenario);
    const checked = await validateScenario(input);
    const run = "issues" in checked ? undefined : runOf(study);
    const again = (): Promise<void> =>
      runsOf(run as RunToRepeat, study, ({ checksums, runs }) => {
        const agrees = checksums === receipt.checksums && runs === receipt.runs;
        checks.append(line(agrees, say.again(runs, agrees)));
      });
    const open = (): void => {
      const { pinned } = store.get();
      const replicates = run ? { replicates: run.replicates } : {};
      store.set({ scenario: input, seed: study.seed, ...replicates, ...(pinned ? { pinned } : {}) });
    };
    given.replaceChildren(
      element("h3", {}, say.given(name)),
      element("p", {}, say.study(study.kind, study.name, receipt.runs, study.seed)),
      checks,
      element(
        "div",
        { class: "buttons" },
        ...(run ? [button(say.repeat, again)] : []),
        ...("issues" in checked ? [] : [button(say.open, open)]),
      ),
      ...(run ? [] : [element("p", { class: "caption" }, say.onlyCommand)]),
    );
  };
  const text = element("p", { class: "caption" });
  const draw = (): void => {
    text.textContent = say.text(store.get().replicates ?? usual.replicates);
  };
  store.subscribe(draw);
  draw();
  const root = element(
    "div",
    {},
    text,
    element("div", { class: "buttons" }, button(say.make, make), stop),
    work.root,
    made,
    given,
  );
  return { root, show };
}
