import { percent, twoLeverMap } from "@uptake/charts";
import type { Scenario, ScenarioInput } from "@uptake/model";
import type { SweptMap } from "@uptake/study/questions";
import type { AskOptions } from "@uptake/study/service";
import { targetSeries } from "@uptake/study/target";
import { element } from "../../kit/element.js";
import { menu } from "../../kit/menu.js";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanState, PlanStore } from "../../plan/plan-store.js";
import { simulation } from "../../service/simulation.js";
import { mattersWords } from "../../words/matters.js";
import { type OfPlan, ranAs, readIn } from "./of-plan.js";
import type { Shown } from "./study-part.js";

const { map: say, levers: labels, each } = mattersWords;

/** Strengths of a lever that are crossed, and those that come first, so that there is something to see early. */
const strengths = [0, 0.25, 0.5, 0.75, 1];
const first = [0, 0.5, 1];

const names = Object.keys(labels).filter((name) => name !== "peers");
const factor = (lever: string): string => `levers.${lever}.intensity`;
const label = (name: string): string => labels[name.split(".")[1] ?? ""] ?? name;

/** Returns the two levers that a state chooses, or those that its plan works most by. */
export function leversOf({ scenario, page }: PlanState): readonly [x: string, y: string] {
  const [across, up, ...more] = page?.["matters.levers"]?.split(",") ?? [];
  if (across && up && more.length === 0 && names.includes(across) && names.includes(up)) return [across, up];
  const { levers } = completedOf(scenario);
  const used = names.filter((name) => name !== "entry" && (levers[name]?.intensity ?? 0) !== 0);
  const x = used.includes("coaching") ? "coaching" : (used[0] ?? "coaching");
  return [x, used.find((name) => name !== x) ?? (x === "vision" ? "coaching" : "vision")];
}

/** Makes the choice of two levers; `draw` shows those of the store. */
export function leverPair(store: PlanStore): { readonly root: HTMLElement; draw(): void } {
  const side = (place: 0 | 1, text: string) =>
    menu({
      name: `lever-${place}`,
      label: text,
      choices: names.map((name) => ({ name, title: labels[name] ?? name })),
      onChoose(name) {
        const [x, y] = leversOf(store.get());
        store.change(["page", "matters.levers"], (place === 0 ? [name, y] : [x, name]).join());
      },
    });
  const menus = [side(0, say.across), side(1, say.up)] as const;
  return {
    root: element("div", { class: "lever-pair" }, ...menus.map((one) => one.root)),
    draw() {
      const pair = leversOf(store.get());
      menus.forEach((one, i) => one.set(pair[i] ?? "", ""));
    },
  };
}

/** Asks for the map of two levers: nine places first, then all twenty-five. A text says why it cannot be asked. */
export function askTwoLevers(
  input: { readonly scenario: ScenarioInput; readonly replicates: number; readonly seed: string },
  { target, horizon }: Scenario,
  [x, y]: readonly [string, string],
  options: AskOptions<SweptMap>,
): Promise<SweptMap> | string {
  if (x === y) return say.same;
  const asked = (levels: readonly number[], replicates: number) => ({
    ...input,
    x: { name: factor(x), levels },
    y: { name: factor(y), levels },
    outcome: { series: targetSeries(target.of), month: Math.min(target.month, horizon) },
    replicates,
  });
  const early = Math.min(25, input.replicates);
  const { onPartial, onProgress, ...rest } = options;
  const before = first.length * first.length * early;
  const total = before + strengths.length * strengths.length * input.replicates;
  const all = async (): Promise<SweptMap> => {
    const { ask } = simulation();
    const some = await ask("sweep", asked(first, early), {
      ...rest,
      onProgress: (done) => onProgress?.(done, total),
    });
    onPartial?.(some);
    return ask("sweep", asked(strengths, input.replicates), {
      ...rest,
      onProgress: (done) => onProgress?.(before + done, total),
      ...(onPartial ? { onPartial } : {}),
    });
  };
  return all();
}

/** Shows a result over two levers; places that are not worked out yet are empty. */
export function showTwoLevers(told: SweptMap, plan: OfPlan): Shown {
  const { x, y, replicates, outcome } = told;
  const cell = (across: number, up: number) => {
    const [i, j] = [x.values.indexOf(across), y.values.indexOf(up)];
    return i < 0 || j < 0 ? undefined : told.cells[j * x.values.length + i];
  };
  const places = strengths.flatMap((up) => strengths.map((across) => ({ across, up, of: cell(across, up) })));
  const best = places.reduce((a, b) => ((b.of?.value ?? -1) > (a.of?.value ?? -1) ? b : a));
  return {
    sentence: say.sentence(
      plan.of,
      percent(best.of?.value ?? 0),
      say.at(label(x.name), best.across),
      say.at(label(y.name), best.up),
    ),
    note: say.note,
    runs: replicates * told.cells.length,
    rests: each(replicates),
    draw: (size) =>
      twoLeverMap(
        {
          x: { label: label(x.name), unit: say.unit, values: strengths },
          y: { label: label(y.name), unit: say.unit, values: strengths },
          z: { label: readIn(plan, outcome.month), unit: "share" },
          cells: places.map((place) => place.of?.value ?? null),
          intervals: places.map(({ of: one }) =>
            one === undefined || one.low === null || one.high === null ? null : ([one.low, one.high] as const),
          ),
          ...ranAs(told, plan),
        },
        size,
      ),
    table: () => ({
      columns: [label(x.name), label(y.name), ...say.columns],
      rows: places.map(({ across, up, of: one }) => [
        across,
        up,
        one?.value ?? null,
        one?.low ?? null,
        one?.high ?? null,
        one?.replicates ?? 0,
      ]),
    }),
  };
}
