import type { Plan, School, Stage } from "@uptake/model";
import { transitionWords } from "../funnel/transition-words.ts";
import { counted, percent } from "../readings/words.ts";
import { findTeacher } from "./find-post.ts";
import { type Story, type StoryEvent, settingOf } from "./story.ts";
import { type Colleagues, type Push, pushOf, type TeacherView, viewTeacher } from "./teacher-view.ts";
import { planOfRun, type WhichRun, watch } from "./watch.ts";

const standing: Readonly<Record<Stage, string>> = {
  unaware: "has not heard of the practice",
  aware: "knows of the practice and does not use it",
  trying: "is trying the practice",
  using: "uses the practice",
  owning: "owns the practice",
  lapsed: "has tried the practice and stopped",
};

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** Names the nth person in the post, from 0. */
const nameOf = (teacher: number, n: number): string =>
  n === 0 ? `Teacher ${teacher}` : n === 1 ? "The successor" : `The ${ordinals[n] ?? `${n + 1}th`} teacher in the post`;

const years = (experience: number): string =>
  experience === 0 ? "new to teaching" : `with ${counted(experience, "year")} of teaching`;

/** Writes a factor of odds. */
const times = (factor: number): string =>
  `×${factor >= 9.95 ? factor.toFixed(0) : factor >= 0.095 ? factor.toFixed(1) : factor.toFixed(2)}`;

function seenWords({ count, using, failed }: Push): string {
  if (count === 0) return "no colleague seen";
  const stopped = failed > 0 ? `, and ${failed} had stopped within a year` : "";
  return `${using} of ${counted(count, "colleague")} seen used it${stopped}`;
}

/** Says how many of the colleagues asked for advice use the practice. */
const around = ({ count, using }: Colleagues): string =>
  count === 0 ? "" : `; ${using} of ${counted(count, "colleague")} asked for advice ${using === 1 ? "uses" : "use"} it`;

const factsOf = (push: Push, view: TeacherView): StoryEvent["facts"] => ({
  ...push,
  depth: view.depth,
  coachHours: view.hours,
  member: view.member,
});

/** Lists what happened to the teacher of a post in a month in which the person stayed. */
function changes(who: string, before: TeacherView, after: TeacherView, push: Push): Omit<StoryEvent, "month">[] {
  if (before.stage === after.stage) return [];
  const facts = factsOf(push, after);
  const events: Omit<StoryEvent, "month">[] = [];
  const happens = (kind: string, sentence: string): unknown =>
    events.push({ kind, sentence: `${who} ${sentence}`, facts });
  const practises = (stage: Stage): boolean => stage === "trying" || stage === "using" || stage === "owning";
  if (before.stage === "unaware") happens("heard", `${transitionWords.hear.did} (${seenWords(push)})`);
  if (!practises(before.stage) && practises(after.stage)) {
    const again = before.stage === "lapsed" ? " again" : "";
    const coached = after.member
      ? `in the programme, with ${after.hours.toFixed(1)} coach hours a teacher this month`
      : "not in the programme";
    happens(
      "began",
      after.compliant
        ? `${transitionWords.try.did}${again} because the school is told to, not out of conviction (${coached})`
        : `${transitionWords.try.did}${again}: ${seenWords(push)}; support ${push.support.toFixed(2)} (usual ${push.usualSupport.toFixed(2)}), the school ${coached}. What pushed, on the odds of trying: colleagues ${times(push.byPeers)}, support ${times(push.bySupport)}, attention left by other initiatives ${times(push.byAttention)}`,
    );
  }
  if (after.stage === "using") happens("used", `${transitionWords.use.did}, at a depth of ${percent(after.depth)}`);
  if (after.stage === "owning")
    happens("owned", `${transitionWords.own.did}, at a depth of ${percent(after.depth)}, after a year of use or more`);
  if (after.stage === "lapsed")
    happens(
      before.stage === "trying" ? "gave-up" : "stopped",
      `${transitionWords[before.stage === "trying" ? "give-up" : "lapse"].did}, at a depth of ${percent(before.depth)}: ${seenWords(push)}, support ${push.support.toFixed(2)} (usual ${push.usualSupport.toFixed(2)})`,
    );
  return events;
}

/** Tells who left a post in July and who came. */
function replaced(
  who: string,
  next: string,
  before: TeacherView,
  after: TeacherView,
  schools: readonly School[],
): Omit<StoryEvent, "month">[] {
  const to = after.schoolOf?.get(before.person);
  const from = before.schoolOf?.get(after.person);
  const name = (s: number): string => schools[s]?.name ?? "";
  const left = to === undefined ? `${transitionWords.leave.did} the district’s classrooms` : `moved to ${name(to)}`;
  const came = from === undefined ? "is new to the district" : `came from ${name(from)}`;
  return [
    {
      kind: to === undefined ? "left" : "moved",
      sentence: `${who} ${left} (${standing[before.stage]})`,
      facts: {
        person: before.person,
        stage: before.stage,
        depth: before.depth,
        to: to === undefined ? null : name(to),
      },
    },
    {
      kind: "came",
      sentence: `${next} ${came}, ${years(after.experience)}, and ${standing[after.stage]}`,
      facts: {
        person: after.person,
        stage: after.stage,
        depth: after.depth,
        from: from === undefined ? null : name(from),
      },
    },
  ];
}

/**
 * Tells the story of one teacher's post through one run, month by month: what the teacher heard, tried, used, owned and
 * gave up and what pushed, who left in July and who came. Watches the run and changes nothing in it. Advice ties belong to
 * the post, so a successor sees the same colleagues.
 *
 * @throws InputError with the range when there is no such teacher, or the replicate is no whole number of 0 or more.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { explainTeacher } from "@uptake/study/explain";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const { opening, events, ending } = explainTeacher(plan, 3, { seed: "demo", replicate: 0 });
 * console.log(opening, events.length, ending);
 * ```
 */
export function explainTeacher(prepared: Plan, teacher: number, which: WhichRun = {}): Story {
  const plan = planOfRun(prepared, which);
  const post = findTeacher(plan, teacher);
  const { district, founded } = plan.districts[post.district] as Plan["districts"][number];
  const schools = [...district.schools, ...founded];
  const { run, seen } = watch(plan, post.district, which, (state, index) =>
    viewTeacher(state, post.school, post.slot, index),
  );
  const events: StoryEvent[] = [];
  let person = 0;
  for (let month = 1; month < seen.length; month++) {
    const before = seen[month - 1] as TeacherView;
    const after = seen[month] as TeacherView;
    const who = nameOf(teacher, person);
    if (after.person !== before.person) {
      person++;
      events.push(...replaced(who, nameOf(teacher, person), before, after, schools).map((one) => ({ month, ...one })));
    } else {
      const push = pushOf(before, after, run.world, plan.scenario);
      events.push(...changes(who, before, after, push).map((one) => ({ month, ...one })));
    }
  }
  const [first] = seen as [TeacherView, ...TeacherView[]];
  const last = seen.at(-1) as TeacherView;
  const school = schools[post.school] as School;
  const depthOf = ({ stage, depth }: TeacherView): string =>
    stage === "using" || stage === "owning" || stage === "trying" ? `, at a depth of ${percent(depth)}` : "";
  return {
    ...settingOf(prepared, run, post.district, post.school),
    teacher,
    opening: `Teacher ${teacher} teaches at ${school.name}, ${years(first.experience)}, asks ${first.colleagues.count === 0 ? "no colleague" : counted(first.colleagues.count, "colleague")} for advice, and ${standing[first.stage]}${depthOf(first)}.`,
    events,
    ending: `${nameOf(teacher, person)} ${standing[last.stage]}${depthOf(last)}${around(last.colleagues)}.`,
  };
}
