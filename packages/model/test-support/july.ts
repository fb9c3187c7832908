import { logistic, logit, odds, unit } from "../src/numerics/math.ts";
import { bell, integer, uniform } from "../src/numerics/random.ts";
import { decide, happens, happensAtOdds } from "./decisions.ts";
import { drawFrom } from "./draw-from.ts";
import { appointOrdinaryPrincipal } from "./leadership.ts";
import { loseSuperintendent } from "./office.ts";
import {
  AWARE,
  count,
  countFailed,
  type District,
  type Month,
  OWNING,
  openPosts,
  openSchools,
  type Post,
  type Teacher,
  TRYING,
  UNAWARE,
  USING,
} from "./state.ts";

/** Depth of a teacher prepared for the practice. */
const preparedDepth = 13107;

/** Counts the changes of posts that cost money. */
export interface Arrivals {
  readonly preparedHires: number;
  readonly newSchools: number;
}

/** Carries out step 4, when the month is a July and ends. */
export function stepJuly(district: District, month: Month): Arrivals {
  if (!month.july || !month.step.last) return { preparedHires: 0, newSchools: 0 };
  const { office, parameter: p } = district;
  const posts = openPosts(district);
  const owners = count(posts, OWNING);

  const leaving = logistic(logit(p("superintendent.exit")) - p("superintendent.community") * (office.community - 0.5));
  if (happens(decide(district, "superintendent-exit", month.t), leaving)) loseSuperintendent(district, month.t);

  publishResults(district, month, posts);
  const taken = replacePrincipals(district, month, posts);
  const { vacancies, movers } = leavePosts(district, month, posts, taken);
  const arrivals = placeMovers(district, month, vacancies, movers);
  const preparedHires = hire(district, month, vacancies, arrivals, owners, posts.length);

  const left = new Set(vacancies);
  for (const post of posts) {
    if (!left.has(post)) post.teacher.experience = Math.min(60, post.teacher.experience + 1);
  }
  office.information = office.information * (1 - p("openness.stale")) * (1 - vacancies.length / posts.length);
  return { preparedHires, newSchools: openFounded(district, month) };
}

/** Step 4.2. */
function publishResults(district: District, month: Month, posts: readonly Post[]): void {
  const { office, parameter: p } = district;
  let weighted = 0;
  let teachers = 0;
  for (const school of openSchools(district)) {
    let depths = 0;
    for (const { teacher } of school.posts) {
      if (teacher.stage === USING || teacher.stage === OWNING) depths += teacher.depth;
    }
    const meanDepth = depths / 65535 / school.n;
    const shallow = count(school.posts, TRYING) / school.n;
    const noise = bell(decide(district, "results", month.t, school.id), 0);
    school.results =
      school.results +
      0.2 * (p("results.depth") * meanDepth - p("results.disruption") * shallow - school.results) +
      p("results.noise") * noise;
    weighted += school.results * school.n;
    teachers += school.n;
  }
  office.meanResults = weighted / teachers;
  const failed = countFailed(posts) / teachers;
  office.community = unit(
    office.community + p("results.weight") * office.meanResults - p("community.failure") * failed,
  );
}

/** Step 4.3. Returns the posts of the owners who became principals. */
function replacePrincipals(district: District, month: Month, posts: readonly Post[]): Post[] {
  const p = district.parameter;
  const taken: Post[] = [];
  for (const school of openSchools(district)) {
    const leaving = logistic(
      logit(p("principal.exit")) +
        p("principal.exitPoverty") * (school.poverty - 0.5) -
        (school.tenure <= 12 ? p("principal.settling") : 0) +
        month.shock("exits"),
    );
    if (!happens(decide(district, "principal-exit", month.t, school.id), leaving)) continue;
    const available = posts.filter((post) => post.teacher.stage === OWNING && !taken.includes(post));
    const pipeline = decide(district, "principal-pipeline", month.t, school.id);
    const prepared = Math.min(1, p("pipeline.reach") * month.at("leadership.pipeline"));
    if (available.length > 0 && happens(pipeline, prepared)) {
      taken.push(available[integer(pipeline, 1, available.length)]!);
      school.principalSupport = 0.9;
      school.knowledge = 0.9;
      school.dip = school.dipNew * 0.5;
      school.tenure = 0;
    } else {
      appointOrdinaryPrincipal(district, school, month.t);
    }
  }
  return taken;
}

/** Holds someone who looks for another post in the district. */
interface Mover {
  readonly from: Post;
  readonly teacher: Teacher;
}

/** Step 4.4. */
function leavePosts(
  district: District,
  month: Month,
  posts: readonly Post[],
  taken: readonly Post[],
): { vacancies: Post[]; movers: Mover[] } {
  const { office, references, parameter: p } = district;
  const vacancies: Post[] = [];
  const movers: Mover[] = [];
  const stays = p("exit.persistence");
  office.exitStanding =
    stays * office.exitStanding +
    Math.sqrt(1 - stays * stays) * p("exit.districtSd") * bell(decide(district, "exit-year", month.t), 0);
  for (const post of posts) {
    const { teacher, school, slot } = post;
    if (taken.includes(post)) {
      leave(post, vacancies);
      continue;
    }
    const factor = odds(
      p("exit.poverty") * (school.poverty - 0.5) +
        office.exitLevel +
        office.exitStanding +
        month.shock("exits") -
        p("exit.support") * (school.support - p("support.base")) +
        p("exit.risk") * (school.risk - references.risk) +
        p("exit.newPrincipal") * school.dip,
    );
    let o = (oddsOf(p(exitParameter(teacher.experience))) * factor) / district.ease("leave");
    if (teacher.compliant) o = o * odds(p("exit.compliant"));
    if (!happensAtOdds(drawFrom(decide(district, "exit", month.t, school.id), slot), o)) continue;
    leave(post, vacancies);
    if (happens(decide(district, "move", month.t, school.id), p("exit.within"), slot)) {
      movers.push({ from: post, teacher: { ...teacher } });
    }
  }
  return { vacancies, movers };
}

/** Leaves a post vacant. */
function leave(post: Post, vacancies: Post[]): void {
  const { school, teacher } = post;
  vacancies.push(post);
  school.flows.left += 1;
  if (teacher.stage === USING || teacher.stage === OWNING) school.flows.leftUsing += 1;
}

/** Returns the odds of a chance. */
export function oddsOf(chance: number): number {
  return chance / (1 - chance);
}

/** Names the chance of leaving of teachers with so many completed years of experience. */
export function exitParameter(experience: number): string {
  if (experience <= 3) return "exit.novice";
  if (experience <= 9) return "exit.early";
  if (experience <= 14) return "exit.middle";
  return "exit.senior";
}

/** Step 4.5. Puts movers into vacancies and returns the posts that are filled. */
function placeMovers(
  district: District,
  month: Month,
  vacancies: readonly Post[],
  movers: readonly Mover[],
): Set<Post> {
  const filled = new Set<Post>();
  const total = vacancies.length;
  for (const { from, teacher } of movers) {
    const { school, slot } = from;
    const first = integer(decide(district, "destination", month.t, school.id), slot, total);
    const second = integer(decide(district, "destination-second", month.t, school.id), slot, total);
    const compares = happens(decide(district, "drift", month.t, school.id), district.parameter("exit.drift"), slot);
    const better = vacancies[second]!.school.poverty < vacancies[first]!.school.poverty;
    const start = compares && better ? second : first;
    for (let step = 0; step < total; step++) {
      const place = vacancies[(start + step) % total]!;
      if (filled.has(place) || place.school === school) continue;
      place.teacher = { ...teacher, compliant: false, experience: Math.min(60, teacher.experience + 1) };
      filled.add(place);
      break;
    }
  }
  return filled;
}

/** Step 4.6. Returns the number of prepared hires. */
function hire(
  district: District,
  month: Month,
  vacancies: readonly Post[],
  filled: ReadonlySet<Post>,
  owners: number,
  teachers: number,
): number {
  const { initial, parameter: p } = district;
  const reach = Math.min(
    1,
    p("pipeline.reach") * month.at("leadership.pipeline") * Math.min(1, (4 * owners) / teachers),
  );
  let preparedHires = 0;
  for (const post of vacancies) {
    if (filled.has(post)) continue;
    const { school, slot } = post;
    const prepared = happens(decide(district, "hire-pipeline", month.t, school.id), reach, slot);
    const like = initial[integer(decide(district, "hire", month.t, school.id), slot, initial.length)]!;
    const past = decide(district, "hire-experience", month.t, school.id);
    post.teacher = {
      stage: prepared ? TRYING : like.stage,
      depth: prepared ? preparedDepth : like.depth,
      months: 0,
      compliant: false,
      experience: happens(past, p("hire.novice"), slot)
        ? 0
        : 1 + Math.floor(p("hire.experienceSpan") * (1 - Math.sqrt(1 - uniform(past, slot + school.n)))),
      disposition: like.disposition,
      threshold: like.threshold,
      person: district.nextPerson++,
    };
    if (prepared) preparedHires++;
  }
  return preparedHires;
}

/** Step 4.9. Opens the founded schools when their time has come, and returns how many opened. */
function openFounded(district: District, month: Month): number {
  if (district.plan.opens !== month.m) return 0;
  let opened = 0;
  for (const school of district.schools) {
    if (!school.founded || school.open) continue;
    opened++;
    school.open = true;
    for (const post of school.posts) post.teacher = chooseFounder(district, month, post);
    school.member = true;
    school.asked = true;
    school.flows.invited = 1;
    school.flows.joined = 1;
    school.memberMonths = 12;
    school.mandated = false;
    if (district.plan.leadYear) {
      school.principalSupport = 0.9;
      school.knowledge = 0.9;
      school.dip = 0;
    }
    school.capacity = 0;
    school.reported = 0;
  }
  return opened;
}

/** Chooses the keenest of three teachers for a post of a new school. */
function chooseFounder(district: District, month: Month, post: Post): Teacher {
  const { initial, plan } = district;
  const key = decide(district, "founding", month.t, post.school.id);
  let best: Teacher | undefined;
  for (let c = 0; c < 3; c++) {
    const candidate = initial[integer(key, 3 * post.slot + c, initial.length)]!;
    if (best === undefined || candidate.disposition > best.disposition) best = candidate;
  }
  let { stage, depth } = best!;
  if (stage === UNAWARE) stage = AWARE;
  if (plan.leadYear && stage < TRYING) {
    stage = TRYING;
    depth = preparedDepth;
  }
  return { ...best!, stage, depth, months: 0, compliant: false, person: district.nextPerson++ };
}
