import { version } from "@uptake/model";
import type { BeliefsTold, Deciding, SweptMap, VarianceSources, Wedges } from "@uptake/study/questions";
import { answer } from "../kit/answer.js";
import { element } from "../kit/element.js";
import { embeddedFigure } from "../kit/embedded-figure.js";
import { districtTitle, planStart, strategyTitle } from "../kit/plan-start.js";
import { noticesOf, status } from "../kit/status.js";
import { builtAnswer } from "../plan/built-answer.js";
import { completedOf } from "../plan/lever-settings.js";
import { planStore } from "../plan/plan-store.js";
import { usual } from "../plan/usual.js";
import { simulation } from "../service/simulation.js";
import { mattersWords as say } from "../words/matters.js";
import { showBeliefs } from "./matters/beliefs.js";
import { decidingAnswer, foremost, showDeciding } from "./matters/deciding.js";
import { type OfPlan, ofPlan } from "./matters/of-plan.js";
import { type StudyPart, studyPart } from "./matters/study-part.js";
import { askTwoLevers, leverPair, leversOf, showTwoLevers } from "./matters/two-levers.js";
import { showVariance } from "./matters/variance.js";
import { showWedges } from "./matters/wedges.js";

/** Beliefs whose shares in the variance are told. */
const shared = 6;

/** Makes the page: which belief decides, what beliefs and luck make of a plan, what its levers add and do together. */
export async function matters(): Promise<HTMLElement> {
  const store = await planStore();
  const { ask } = simulation();
  const heading = element("h1", {});
  const about = element("p", { class: "caption" });
  const said = answer();
  const work = status();
  const runsOf = () => {
    const { scenario, replicates = usual.replicates, seed = usual.seed } = store.get();
    return { scenario, replicates: Math.max(25, replicates), seed };
  };
  const completed = () => completedOf(store.get().scenario);
  const plan = (): OfPlan => ofPlan(completed());
  const common = { plan, link: () => store.link(), usual: { ...usual, version } };
  const first = JSON.stringify(runsOf());
  const built = store.link() === "" ? await builtAnswer<Deciding>("matters", runsOf()) : undefined;

  const deciding: StudyPart<Deciding> = studyPart<Deciding>({
    ...common,
    name: "deciding",
    ask: (options) =>
      ask("tornado", runsOf(), {
        ...options,
        onProgress(done, total) {
          options.onProgress?.(done, total);
          if (!deciding.told()) said.wait(done, total);
        },
      }),
    show: showDeciding,
    built: () => (JSON.stringify(runsOf()) === first ? built : undefined),
    onTold: (told, last) => said.draw(decidingAnswer(told, plan()), last),
  });
  const sides = studyPart<BeliefsTold>({
    ...common,
    name: "beliefs",
    ask: (options) => ask("beliefs", runsOf(), options),
    show: showBeliefs,
  });
  const variance = studyPart<VarianceSources>({
    ...common,
    name: "variance",
    ask(options) {
      const known = deciding.told();
      if (!known) return say.variance.waits;
      const { replicates: _, ...rest } = runsOf();
      const names = foremost(known)
        .slice(0, shared)
        .map(({ name }) => name);
      return ask("variance", { ...rest, names }, options);
    },
    show: showVariance,
  });
  const wedges = studyPart<Wedges>({
    ...common,
    name: "wedges",
    ask(options) {
      if (Object.keys(completed().levers).length === 0) return say.wedges.none;
      const { replicates, ...rest } = runsOf();
      return ask("wedges", { ...rest, replicates: Math.max(25, Math.round(replicates / 2)) }, options);
    },
    show: showWedges,
  });
  const pair = leverPair(store);
  const map: StudyPart<SweptMap> = studyPart<SweptMap>({
    ...common,
    name: "map",
    controls: pair.root,
    ask(options) {
      const { replicates, ...rest } = runsOf();
      const input = { ...rest, replicates: Math.max(25, Math.round(replicates / 2)) };
      return askTwoLevers(input, completed(), leversOf(store.get()), options);
    },
    show: showTwoLevers,
  });
  const parts: readonly Pick<StudyPart<unknown>, "root" | "run" | "clear">[] = [deciding, sides, variance, wedges, map];

  // Where one figure stands alone, only what it needs is worked out; shares of luck need the beliefs that decide.
  const alone = embeddedFigure();
  const needed = parts.filter(({ root: { dataset } }) => {
    const { study } = dataset;
    return alone === undefined || study === alone || (alone === "variance" && study === "deciding");
  });
  let turn = 0;
  const begin = async (): Promise<void> => {
    const mine = ++turn;
    const { of, month } = plan();
    const { title, changed } = strategyTitle(store);
    heading.textContent = say.heading(of, month);
    about.textContent = say.about(title, changed, districtTitle(store));
    pair.draw();
    said.wait(0, runsOf().replicates);
    for (const part of parts) part.clear();
    work.notice(noticesOf(store.notices()));
    for (const part of needed) {
      await part.run();
      if (mine !== turn) return;
    }
  };
  let soon: ReturnType<typeof setTimeout> | undefined;
  const asked = () => ({ plan: JSON.stringify(runsOf()), levers: leversOf(store.get()).join() });
  let before = asked();
  store.subscribe(() => {
    const now = asked();
    if (now.plan !== before.plan) {
      turn++;
      // What still comes in is of the plan before.
      for (const part of parts) part.clear();
      clearTimeout(soon);
      soon = setTimeout(() => void begin(), 200);
    } else if (now.levers !== before.levers) {
      pair.draw();
      map.clear();
      void map.run();
    }
    before = now;
  });
  void begin();

  // Beside the first figure, as on other pages; below it where the page is narrow.
  deciding.root.append(planStart(store).root);
  return element(
    "div",
    { class: "matters" },
    heading,
    said.root,
    said.small,
    work.root,
    about,
    ...parts.map(({ root }) => root),
  );
}
