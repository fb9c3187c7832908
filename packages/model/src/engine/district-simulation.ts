import type { School } from "../district/district.ts";
import { OWNING, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { type Book, bookMonth, countUnits, type Ledger, openUnits, priceCharges } from "../measures/ledger.ts";
import { tallySurvey } from "../measures/survey.ts";
import { type Tally, tallyCounts, tallyTiers } from "../measures/tally.ts";
import type { Way } from "../mechanisms/admit-schools.ts";
import { setClimateMonth } from "../mechanisms/climate-month.ts";
import type { ClimateTerms } from "../mechanisms/climate-terms.ts";
import { shareCoaching } from "../mechanisms/coaching.ts";
import { eligibleSchools } from "../mechanisms/eligible-schools.ts";
import { leavePosts } from "../mechanisms/exits.ts";
import { improve } from "../mechanisms/improvement.ts";
import { inviteCohort } from "../mechanisms/invite-cohort.ts";
import { moveLeadership } from "../mechanisms/leadership.ts";
import { moveMembership } from "../mechanisms/membership.ts";
import { changeSuperintendent, moveOffice } from "../mechanisms/office.ts";
import { changePrincipals, superintendentLeaves } from "../mechanisms/principals.ts";
import { publishResults } from "../mechanisms/results.ts";
import { moveRisk } from "../mechanisms/risk.ts";
import { scopeOf } from "../mechanisms/scope.ts";
import { fillPosts, openFounded } from "../mechanisms/staffing.ts";
import { startDistrict } from "../mechanisms/start.ts";
import { setSupportMonth } from "../mechanisms/support.ts";
import { decisionKey, hashText, schoolUniform } from "../numerics/random.ts";
import type { DistrictPlan, Plan } from "../scenario/plan.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import type { Added } from "./added.ts";
import { checkedNumber, checkedTerms } from "./check-extensions.ts";
import { emptyHash, hashCounts, hashTeachers } from "./checksum.ts";
import type { Constants } from "./constants.ts";
import { countPosts, recount } from "./count.ts";
import type { DistrictStart } from "./district-start.ts";
import type { Mechanism, Observer } from "./extension.ts";
import type { DistrictRun } from "./run.ts";
import { openSchoolsMonth } from "./schools-month.ts";
import { mixTables, type Tables } from "./tables.ts";
import { type TeacherConstants, teacherConstants } from "./teacher-constants.ts";

/** Joins the terms of several mechanisms. */
function joinTerms(all: readonly (ClimateTerms | undefined)[]): ClimateTerms {
  let trying = 0;
  let lapsing = 0;
  let growth = 0;
  let silence = 1;
  for (const terms of all) {
    trying += terms?.trying ?? 0;
    lapsing += terms?.lapsing ?? 0;
    growth += terms?.growth ?? 0;
    silence *= 1 - (terms?.message ?? 0);
  }
  return { trying, lapsing, growth, message: 1 - silence };
}

/** Returns how schools may come in under a plan. */
function wayOf({ levels, places, scenario }: Plan, schools: readonly School[]): Way {
  return { eligible: eligibleSchools(schools, levels), places, ease: scenario.ease };
}

/** Holds how far the run of a district has come. */
export interface DistrictProgress {
  readonly start: DistrictStart;
  readonly state: DistrictState;
  readonly adoption: Float64Array;
  /** What the observers recorded. */
  readonly observed: ReadonlyMap<string, Float64Array>;
  /** Hash of the counts of every index so far. */
  hash: number;
}

/** Runs one district, a month a step: office, schools, teachers, July, observation. */
export class DistrictSimulation {
  readonly progress: DistrictProgress;
  readonly #plan: Plan;
  readonly #way: Way;
  readonly #world: World;
  readonly #tables: Tables;
  readonly #tally: Tally;
  readonly #constants: Constants;
  readonly #teachers: TeacherConstants;
  readonly #state: DistrictState;
  readonly #units = openUnits();
  /** What its schools have in common this month. */
  readonly #common = openSchoolsMonth();
  /** Marks the owners whom July takes as principals, a slot each: one array for all years. */
  readonly #taken: Uint8Array;
  readonly #extensions: Added;
  readonly #mechanisms: readonly Mechanism[];
  readonly #observers: readonly Observer[];

  /** Sets a district up on its first day, or goes on from `progress`, which a plan has made that has been the same so far. */
  constructor(
    plan: Plan,
    district: DistrictPlan,
    start: DistrictStart,
    tables: Tables,
    tally: Tally,
    extensions: Added,
    progress?: DistrictProgress,
  ) {
    const { rules: world, key, population, schools, grouping, enrolment, constants, exitLevel } = start;
    this.#plan = plan;
    this.#world = world;
    this.#tables = tables;
    this.#tally = tally;
    this.#constants = constants;
    this.#teachers = teacherConstants(world, plan.scenario.ease);
    this.#extensions = extensions;
    this.#taken = new Uint8Array(population.teachers);
    this.#mechanisms = extensions.mechanisms ?? [];
    this.#observers = extensions.observers ?? [];
    const series = (): Float64Array => new Float64Array(plan.scenario.horizon + 1);
    this.progress = progress ?? {
      start,
      state: startDistrict(district.district, district.founded, population, world, key, schools, exitLevel),
      adoption: series(),
      observed: new Map(this.#observers.map(({ name }) => [name, series()])),
      hash: emptyHash,
    };
    this.#state = this.progress.state;
    this.#way = wayOf(plan, this.#state.schools);
    if (progress) return;
    recount(this.#state);
    tallyTiers(tally, this.#state, grouping);
    tallyCounts(tally, this.#state, grouping, enrolment, 0);
    this.#observe(0, 0);
  }

  /** Counts the teachers using or owning the practice. */
  users(): number {
    return this.#count(USING) + this.#count(OWNING);
  }

  /** Counts the teachers of open schools. */
  teachers(): number {
    const { open, teachers } = this.#state.school;
    let sum = 0;
    for (let s = 0; s < open.length; s++) sum += open[s]! * teachers[s]!;
    return sum;
  }

  /** Opens the book of what a plan is charged for here, at the prices of this world. */
  bookOf({ charges }: DistrictPlan, ledger: Ledger): Book {
    return { charges: priceCharges(charges, this.#world), ledger };
  }

  /**
   * Moves the district by a month, and books what it costs in `books`. `elsewhere` is adoption in the other districts at
   * the last index.
   */
  step(at: Month, elsewhere: number, books: readonly Book[]): void {
    const state = this.#state;
    const c = this.#constants;
    const { scenario } = this.#plan;
    const { program } = this.#extensions;
    const { start } = this.progress;
    moveOffice(state.office, c.office, state.key, at);
    improve(state, c.improvement, at);

    const scope = scopeOf(c.scope, at);
    const complexity = c.scope.complexity * scope;
    moveLeadership(state, c.leadership, at);
    moveRisk(state, c.risk, at);
    moveMembership(state, c.membership, at, complexity, this.#way);
    inviteCohort(state, at, this.#plan.cohortOrder, this.#way);
    const quality = shareCoaching(state, c.coaching, at, this.#plan.allocation);
    const { designPrerequisite, network } = scenario.switches;
    const common = this.#common;
    setSupportMonth(common, state.office, c.support, at, quality);
    setClimateMonth(
      common,
      state.office,
      c.climate,
      at,
      scope,
      complexity,
      elsewhere,
      designPrerequisite,
      scenario.ease,
    );
    // Whoever adds to what teachers feel, or looks on, finds it in the state.
    const seen = this.#mechanisms.length + this.#observers.length > 0;
    program.feel(state, start, common, at, seen ? (s) => this.#terms(s, at.t) : undefined);
    const charged = books.some(({ charges }) => charges.length > 0);
    if (charged) countUnits(this.#units, state, start.grouping.tiers);

    const teachers = network === "complete" ? { ...this.#teachers, mixedDepth: this.#mix() } : this.#teachers;
    program.move(state, start, this.#tables, teachers, at);

    state.preparedHires = 0;
    state.openedSchools = 0;
    if (at.season === "july") this.#july(at);
    if (charged) for (const book of books) bookMonth(book, this.#units, state, at.t);
    program.settle(state, start, this.#tally, at);
    this.#observe(at.t + 1, at.surveyShock);
  }

  /** Returns the district's adoption. */
  run(): DistrictRun {
    const { district, startTeachers } = this.#state;
    return { id: district.id, name: district.name, teachers: startTeachers, adoption: this.progress.adoption };
  }

  /** Hashes the counts of every index and every teacher's last state. */
  checksum(): number {
    return hashTeachers(this.progress.hash, this.#state.teacher);
  }

  #count(stage: number): number {
    const { stages } = this.#state.counts;
    let sum = 0;
    for (let i = stage; i < stages.length; i += 6) sum += stages[i]!;
    return sum;
  }

  #terms(s: number, t: number): ClimateTerms {
    const state = this.#state;
    return joinTerms(
      this.#mechanisms.map((mechanism) => {
        const key = decisionKey(state.key, hashText(`mechanism ${mechanism.name}`), t);
        const terms = mechanism.climate(s, state, t, (slot) => schoolUniform(key, state.words[s]!, slot));
        return checkedTerms(mechanism.name, terms);
      }),
    );
  }

  /** Sets the exposure that everyone shares on a complete graph; returns the users' mean depth, 0 or more. */
  #mix(): number {
    const { counts, schools } = this.#state;
    let depth = 0;
    let lapsed = 0;
    for (let s = 0; s < schools.length; s++) {
      depth += counts.depthSum[s]!;
      lapsed += counts.recentlyLapsed[s]!;
    }
    const users = this.users();
    const teachers = this.teachers();
    mixTables(this.#tables, users / teachers, lapsed / teachers, this.#world, this.#plan.scenario.switches);
    return users > 0 ? depth / users : 0;
  }

  #july(at: Month): void {
    const state = this.#state;
    const c = this.#constants;
    const owners = this.#count(OWNING);
    const teachers = this.teachers();
    if (superintendentLeaves(state, c.leaders, at.t)) changeSuperintendent(state.office, c.office, state.key, at.t);
    publishResults(state, c.results, at.t);
    const taken = this.#taken.fill(0);
    changePrincipals(state, c.leaders, c.leadership, at, owners, taken);
    const { ease } = this.#plan.scenario;
    const { program } = this.#extensions;
    const { riskReference } = c.climate;
    const openings = leavePosts(state, c.staffing, at, riskReference, ease.leave, taken, program.whoLeaves);
    // Most stay: what changes is counted, not everyone anew.
    countPosts(state, openings, -1);
    fillPosts(state, c.staffing, at, owners / teachers, openings);
    countPosts(state, openings, 1);
    const exits = openings.vacancies.length;
    state.office.information = state.office.information * (1 - this.#world["openness.stale"]!) * (1 - exits / teachers);
    if (at.t + 1 !== this.#plan.opens) return;
    openFounded(state, at.t, this.#plan.leadYear);
    recount(state);
  }

  /** Records what the counts of index `m` show. */
  #observe(m: number, lost: number): void {
    if (this.#plan.scenario.survey) tallySurvey(this.#tally, this.#state, this.#world, m, lost);
    const { progress } = this;
    progress.hash = hashCounts(progress.hash, this.#state.counts);
    progress.adoption[m] = this.users() / this.teachers();
    for (const observer of this.#observers)
      progress.observed.get(observer.name)![m] = checkedNumber(observer.name, observer.observe(this.#state, m));
  }
}
