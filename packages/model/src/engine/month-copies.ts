import type { Enrolment } from "../measures/enrolment.ts";
import type { Grouping } from "../measures/groups.ts";
import { yearsByGroup } from "../measures/students.ts";
import type { Climate, Counts, TeachersState } from "../state/district-state.ts";
import type { SchoolsCounted, SchoolsMoved, SchoolsRead, StudentsRead, TablesRead } from "./month-memory.ts";
import type { Tables } from "./tables.ts";

/** Copies the tables of a world. */
export function copyTables(to: TablesRead, from: Tables): void {
  for (const name of Object.keys(to) as (keyof TablesRead)[]) to[name].set(from[name]);
}

// Every array is named below: in a loop over names each copy, of which a month has some forty, would cost twice as much.

/** Copies what teachers feel, as the state has it. */
export function copyClimate(to: Climate, from: Climate): void {
  to.keep.set(from.keep);
  to.tryOdds.set(from.tryOdds);
  to.complianceOdds.set(from.complianceOdds);
  to.complies.set(from.complies);
  to.practiceGrowth.set(from.practiceGrowth);
  to.supportGrowth.set(from.supportGrowth);
  to.peerGrowth.set(from.peerGrowth);
  to.novice.set(from.novice);
  to.spread.set(from.spread);
  to.capUnits.set(from.capUnits);
  to.ownAt.set(from.ownAt);
  to.ownRate.set(from.ownRate);
  to.lapseOdds.set(from.lapseOdds);
  to.compliantLapse.set(from.compliantLapse);
  to.tryingLapse.set(from.tryingLapse);
  to.joint.set(from.joint);
  to.visibility.set(from.visibility);
  to.visits.set(from.visits);
}

/** Copies what of schools their support and climate are made of. */
export function copySchools(to: SchoolsRead, from: SchoolsRead): void {
  to.open.set(from.open);
  to.member.set(from.member);
  to.mandated.set(from.mandated);
  to.mandate.set(from.mandate);
  to.legitimacy.set(from.legitimacy);
  to.norm.set(from.norm);
  to.risk.set(from.risk);
  to.hours.set(from.hours);
  to.pressure.set(from.pressure);
  to.principal.set(from.principal);
  to.capacity.set(from.capacity);
  copySchoolsMoved(to, from);
}

/** Copies what of it has moved. */
export function copySchoolsMoved(to: SchoolsMoved, from: SchoolsMoved): void {
  to.memberMonths.set(from.memberMonths);
  to.designTime.set(from.designTime);
  to.designTeams.set(from.designTeams);
  to.contact.set(from.contact);
  to.reliance.set(from.reliance);
  to.support.set(from.support);
  to.mandateNow.set(from.mandateNow);
}

type Moved = Pick<TeachersState, "stage" | "depth" | "months" | "compliant">;

/** Copies what of teachers moves. */
export function copyMoved(to: Moved, from: Moved): void {
  to.stage.set(from.stage);
  to.depth.set(from.depth);
  to.months.set(from.months);
  to.compliant.set(from.compliant);
}

/** Copies the counts of a month. */
export function copyCounts(to: Counts, from: Counts): void {
  to.stages.set(from.stages);
  to.depthSum.set(from.depthSum);
  to.deep.set(from.deep);
  to.compliant.set(from.compliant);
  to.recentlyLapsed.set(from.recentlyLapsed);
  to.flows.set(from.flows);
}

/** Copies what of schools says what a month has come to. */
export function copyCounted(to: SchoolsCounted, from: SchoolsCounted): void {
  to.teachers.set(from.teachers);
  to.invited.set(from.invited);
  to.joined.set(from.joined);
  to.dropped.set(from.dropped);
  to.untaught.set(from.untaught);
  to.taughtThisYear.set(from.taughtThisYear);
}

/** Copies the groups of a district's schools and their students; groups of one name share their place among student-years. */
export function copyStudents(to: StudentsRead, { tiers, bands }: Grouping, enrolment: Enrolment): void {
  const { students, lowIncomeShare, teachers, groups } = enrolment;
  to.tiers.set(tiers);
  to.bands.set(bands);
  to.students.set(students);
  to.lowIncomeShare.set(lowIncomeShare);
  to.teachers.set(teachers);
  const years = yearsByGroup(new Map(), enrolment);
  groups.forEach((group, g) => {
    to.groupStudents.set(group.students, g * students.length);
    to.groupBehind[g] = group.behind ? 1 : 0;
    to.groupPlace[g] = 3 * years.indexOf(years[3 + g]!);
  });
}
