import { adoptionFan, when } from "@uptake/charts";
import type { District, Issue } from "@uptake/model";
import type { Bands } from "@uptake/study";
import { mostFileBytes, tooLarge } from "@uptake/study/files";
import type { FileRead } from "@uptake/study/questions";
import { answer } from "../kit/answer.js";
import { element } from "../kit/element.js";
import { figureCard } from "../kit/figure-card.js";
import { fileDrop } from "../kit/file-drop.js";
import { followPlan } from "../kit/follow-plan.js";
import { planShelf } from "../kit/plan-shelf.js";
import { districtTitle, planStart, strategyTitle } from "../kit/plan-start.js";
import { changesOf, noticesOf, status } from "../kit/status.js";
import { keepDistrict } from "../plan/own-districts.js";
import { readPlanText } from "../plan/plan-file.js";
import { type PlanStore, planStore } from "../plan/plan-store.js";
import { simulation } from "../service/simulation.js";
import { dataWords as say } from "../words/data.js";
import { words } from "../words/kit.js";
import { faultList } from "./data/faults.js";
import { fitPart } from "./data/fit.js";
import { keptDistricts } from "./data/kept-districts.js";
import { samePart } from "./data/same-numbers.js";
import { takeAway } from "./data/take-away.js";
import { answerOf } from "./data/told.js";
import { useRoster } from "./data/use-roster.js";
import { onShow } from "./tune/on-show.js";

/** Makes the page of a reader's own data: files in, a district, surveys and receipts of theirs, and everything out. */
export async function data(): Promise<HTMLElement> {
  const store = await planStore();
  const takeDistrict = (district: District): string => {
    const kept = keepDistrict(district);
    store.change("district", district);
    districts.draw();
    return `${say.roster.used(district.name)} ${kept ? say.roster.kept : say.roster.notKept}`;
  };
  const districts = keptDistricts((district) => store.change("district", district));
  const roster = useRoster(takeDistrict);
  const fit = fitPart(store);
  const same = samePart(store);
  const said = element("p", { role: "status" });
  const faults = element("div", {});

  const refuse = (name: string, issues: readonly Issue[]): void => {
    said.textContent = say.take.refused(name, issues.length);
    faults.replaceChildren(faultList(issues));
  };
  const put = async (file: File, bytes: Uint8Array, read: FileRead): Promise<void> => {
    const { name } = file;
    if (read.kind === "roster") {
      roster.show({ name, bytes }, read);
      said.textContent = say.take.roster(name);
    } else if (read.issues.length > 0) refuse(name, read.issues);
    else if (read.kind === "series") {
      fit.show(name, read.series);
      said.textContent = say.take.series(name, read.series.length);
    } else if (read.kind === "worlds" && read.worlds) {
      store.change("parameters.worlds", read.worlds);
      said.textContent = [say.take.worlds(name, read.worlds.rows.length), ...changesOf(read.changes)].join(" ");
    } else if (read.kind === "district" && read.district) said.textContent = takeDistrict(read.district);
    else if (read.kind === "receipt" && read.receipt) {
      await same.show(name, read.receipt);
      said.textContent = say.take.receipt(name);
    } else if (read.kind === "scenario") {
      const { scenario, issues, changes } = await readPlanText(read.text);
      if (!scenario) return refuse(name, issues);
      store.set({ ...store.get(), scenario });
      said.textContent = [say.take.scenario(name), ...changesOf(changes)].join(" ");
    }
  };
  let turn = 0;
  const take = async (file: File): Promise<void> => {
    const mine = ++turn;
    faults.replaceChildren();
    said.textContent = say.take.reading(file.name);
    if (file.size > mostFileBytes) return refuse(file.name, [tooLarge(file.size)]);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const read = await simulation().ask("readFile", { name: file.name, bytes });
      if (mine === turn) await put(file, bytes, read);
    } catch (error) {
      refuse(file.name, [{ code: "unreadable", path: "", message: (error as Error).message }]);
    }
  };

  const section = (heading: string, ...parts: readonly Node[]): HTMLElement =>
    element("section", { class: "part" }, element("h2", {}, heading), ...parts);
  const drop = fileDrop({ label: say.take.label, onFile: (file) => void take(file) });
  const result = await inDistrict(store);
  return element(
    "div",
    {},
    result.said,
    result.notices,
    section(say.take.heading, drop.root, element("p", { class: "caption" }, say.take.private), said, faults),
    element(
      "div",
      { class: "pair" },
      element(
        "div",
        {},
        section(say.roster.heading, roster.root),
        section(say.own.heading, districts.root),
        section(say.surveys.heading, fit.root),
      ),
      element("div", {}, result.figure, planStart(store).root),
    ),
    element(
      "div",
      { class: "pair" },
      section(say.same.heading, same.root),
      section(words.shelf.heading, planShelf(store).root),
    ),
    section(say.away.heading, takeAway(store).root),
  );
}

/** Makes the answer in the plan's district, and the plan's curve there. */
async function inDistrict(store: PlanStore): Promise<{
  readonly said: HTMLElement;
  readonly notices: HTMLElement;
  readonly figure: HTMLElement;
}> {
  const show = await onShow(store, () => card.redraw(show.settledLink()));
  const said = answer();
  const work = status();
  const bands = (): Bands => show.whole()!.view.fan.plan;
  const card = figureCard({
    name: "here",
    title: () => say.fan.title(strategyTitle(store).title, districtTitle(store)),
    ready: () => show.whole() !== undefined,
    draw: (size) => show.whole() && adoptionFan(show.whole()!.view.fan, size),
    source: show.source,
    settled: show.settled,
    table() {
      if (!show.whole()?.table) return undefined;
      const { months, p5, p50, p95 } = bands();
      return {
        columns: say.fan.columns,
        rows: months.map((month, m) => [month, p50[m] ?? null, p5[m] ?? null, p95[m] ?? null]),
      };
    },
    cursor: {
      last: () => bands().months.length - 1,
      name: when,
      read(month) {
        const { p5, p50, p95 } = bands();
        return [
          { label: say.fan.plan, value: say.fan.median(p50[month]!) },
          { label: say.fan.most, value: say.fan.between(p5[month]!, p95[month]!) },
        ];
      },
    },
  });
  const tell = (): void => {
    const { schools } = simulation().districtOf(store.get().scenario);
    const teachers = schools.reduce((sum, school) => sum + school.teachers, 0);
    said.draw(answerOf(store.get(), districtTitle(store), schools.length, teachers), true);
    work.notice(noticesOf(store.notices()));
  };
  store.subscribe(() => {
    card.stale();
    tell();
  });
  followPlan({
    store,
    onUpdate(update) {
      show.take(update);
      work.progress(update.done, update.total);
      if (!update.sketch) card.redraw(show.settledLink());
    },
    onError(error) {
      show.fail(error);
      work.notice([words.failed(error.message)]);
    },
  });
  card.redraw();
  tell();
  return { said: said.root, notices: work.root, figure: card.root };
}
