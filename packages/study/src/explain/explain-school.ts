import type { Plan, School } from "@uptake/model";
import { transitionWords } from "../funnel/transition-words.ts";
import { counted, percent } from "../readings/words.ts";
import { findSchool } from "./find-post.ts";
import { type SchoolView, viewSchool } from "./school-view.ts";
import { type Story, type StoryEvent, settingOf } from "./story.ts";
import { planOfRun, type WhichRun, watch } from "./watch.ts";

type Happened = Omit<StoryEvent, "month">;

/** Shares of teachers whose crossing is told. */
const marks = [0.5, 0.8];

/** Says by which route a school joined, as far as the month's routes tell. */
function route(effects: Plan["districts"][number]["effects"], t: number, mandated: boolean): string {
  const at = (name: string): number => effects[name]?.[t] ?? 0;
  if (mandated) return "was enrolled by mandate";
  const invited = at("wave") > 0;
  const calls = at("entry.volunteers") > 0 || (at("entry.tailored") > 0 && at("entry.mandate") > 0);
  if (invited && calls) return "volunteered or accepted an invitation with its cohort";
  return invited ? "accepted an invitation with its cohort" : "volunteered";
}

function membership(
  before: SchoolView,
  after: SchoolView,
  effects: Plan["districts"][number]["effects"],
  t: number,
): Happened[] {
  const { hours, willingness, legitimacy, support } = after;
  const facts = { willingness, legitimacy, support, coachHours: hours };
  if (!before.open && after.open) return [{ kind: "opened", sentence: "The school opened, in the programme", facts }];
  if (!before.member && after.member) {
    const how = route(effects, t, after.mandated);
    const sentence = `The school ${how} and ${transitionWords.join.did} (willingness ${willingness.toFixed(2)}, legitimacy of the route ${legitimacy.toFixed(2)})`;
    return [{ kind: "joined", sentence, facts: { ...facts, route: how } }];
  }
  if (before.member && !after.member) {
    const sentence = `The school ${transitionWords.drop.did}: support was ${before.support.toFixed(2)}, the principal ${before.tenure < 12 ? "in the first year" : `${Math.floor(before.tenure / 12)} years in office`}`;
    return [{ kind: "left", sentence, facts: { ...facts, supportBefore: before.support, tenure: before.tenure } }];
  }
  return [];
}

function leadership(before: SchoolView, after: SchoolView): Happened[] {
  if (!after.open || !before.open || after.tenure >= before.tenure) return [];
  const { principalSupport, knowledge } = after;
  const grown = principalSupport === 0.9 && knowledge === 0.9;
  const sentence = `The principal left after ${counted(Math.max(1, Math.round(before.tenure / 12)), "year")} in office; the new one ${grown ? "grew up among those who own the practice" : "is from outside the programme"} (support ${principalSupport.toFixed(2)} after ${before.principalSupport.toFixed(2)}, knowledge ${knowledge.toFixed(2)} after ${before.knowledge.toFixed(2)})`;
  return [
    {
      kind: "principal",
      sentence,
      facts: { tenureBefore: before.tenure, principalSupport, knowledge, prepared: grown },
    },
  ];
}

function staffing(before: SchoolView, after: SchoolView): Happened[] {
  const posts = Array.from(after.people.keys()).filter((i) => after.people[i] !== before.people[i]);
  if (posts.length === 0 || !before.open) return [];
  const lost = posts.filter((i) => before.users[i] === 1).length;
  const gained = posts.filter((i) => after.users[i] === 1).length;
  const sentence = `${posts.length} of ${counted(after.people.length, "teacher")} left, ${lost} of whom used the practice; of those who came ${gained} ${gained === 1 ? "does" : "do"}`;
  return [{ kind: "turnover", sentence, facts: { left: posts.length, usersLost: lost, usersGained: gained } }];
}

function practice(before: SchoolView, after: SchoolView): Happened[] {
  const events: Happened[] = [];
  if (before.hours === 0 && after.hours > 0) {
    const sentence = `Coaching began, with ${after.hours.toFixed(2)} hours a teacher this month`;
    events.push({ kind: "coaching-began", sentence, facts: { coachHours: after.hours } });
  }
  if (before.hours > 0 && after.hours === 0) {
    events.push({ kind: "coaching-ended", sentence: "Coaching ended", facts: { coachHours: 0 } });
  }
  for (const mark of marks) {
    const [was, is] = [before.adoption >= mark, after.adoption >= mark];
    if (was === is) continue;
    const sentence = `Adoption ${is ? "reached" : "fell below"} ${percent(mark)} of teachers`;
    events.push({ kind: is ? "reached" : "fell-below", sentence, facts: { adoption: after.adoption, mark } });
  }
  return events;
}

/** Sums up a school year in May. */
function year(seen: readonly SchoolView[], may: number): Happened[] {
  const { adoption, owning, trying, lapsed, pressure, support, open } = seen[may] as SchoolView;
  if (!open) return [];
  const months = seen.slice(may - 9, may + 1);
  const hours = months.reduce((sum, one) => sum + one.hours, 0);
  const began = seen[may - 10] as SchoolView;
  const coached =
    hours > 0 ? `${hours.toFixed(1)} coach hours a teacher in the school year` : "no coaching in the school year";
  const sentence = `${percent(adoption)} of teachers use or own the practice (${percent(began.adoption)} in August), ${percent(owning)} own it, ${percent(trying)} try it, ${percent(lapsed)} have stopped; ${coached}; support ${support.toFixed(2)}, pressure ${pressure.toFixed(2)}`;
  return [
    { kind: "year", sentence, facts: { adoption, owning, trying, lapsed, coachHours: hours, support, pressure } },
  ];
}

/**
 * Tells the story of one school through one run: how it joined the programme and left it, coaching, principals who came
 * and went, turnover each July, and each May how far practice has come. Watches the run and changes nothing in it.
 *
 * @throws InputError with the nearest id or name when there is no such school, or the replicate is no whole number.
 *
 * @example
 * ```ts
 * import { prepare, profile, scenario } from "@uptake/model";
 * import { explainSchool } from "@uptake/study/explain";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const school = profile("small-rural").schools[0]?.id ?? "";
 * console.log(explainSchool(plan, school, { seed: "demo" }).ending);
 * ```
 */
export function explainSchool(prepared: Plan, asked: string, which: WhichRun = {}): Story {
  const plan = planOfRun(prepared, which);
  const { district: d, school: s } = findSchool(plan, asked);
  const { district, founded, effects } = plan.districts[d] as Plan["districts"][number];
  const school = [...district.schools, ...founded][s] as School;
  const { run, seen } = watch(plan, d, which, (state) => viewSchool(state, s));
  const events: StoryEvent[] = [];
  for (let month = 1; month < seen.length; month++) {
    const before = seen[month - 1] as SchoolView;
    const after = seen[month] as SchoolView;
    const happened = [
      ...membership(before, after, effects, month - 1),
      ...leadership(before, after),
      ...(month % 12 === 0 ? staffing(before, after) : []),
      ...practice(before, after),
      ...(month % 12 === 10 ? year(seen, month) : []),
    ];
    events.push(...happened.map((one) => ({ month, ...one })));
  }
  const [first] = seen as [SchoolView, ...SchoolView[]];
  const last = seen.at(-1) as SchoolView;
  const at = first.open
    ? `${percent(first.adoption)} of them use or own the practice; the principal has been there for ${counted(Math.round(first.tenure / 12), "year")}`
    : "it is not open yet";
  const programme = last.member ? "in the programme" : "not in the programme";
  return {
    ...settingOf(prepared, run, d, s),
    teacher: null,
    opening: `${school.name} has ${counted(school.teachers, "teacher")} and ${percent(school.lowIncomeShare)} low-income students; ${at}.`,
    events,
    ending: last.open
      ? `${percent(last.adoption)} of teachers use or own the practice, ${percent(last.lapsed)} have stopped; the school is ${programme}.`
      : "The school has not opened.",
  };
}
