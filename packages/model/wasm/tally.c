/* What a month has come to, in C: `settle` of src/engine/plain-month.ts, but for students who pass, into sums that stand ready. */
#include "month.h"

enum { FUNNEL = 18, TEACHING_MONTHS = 10 };

static inline double share(i32 part, i32 whole) { return part / (double)whole; }

/* The chance that none of so many teachers uses the practice, when each does with chance `share`. */
static inline double missed(double share, i32 teachers) {
  double none = 1;
  for (i32 k = 0; k < teachers; k++) none *= 1 - share;
  return none;
}

static inline double reachedBy(double share, i32 teachers) { return teachers == 1 ? share : 1 - missed(share, teachers); }

static inline double reachedTwice(double share, i32 teachers) {
  if (teachers == 1) return share;
  const double others = missed(share, teachers - 1);
  return most(0, 1 - others * (1 - share) - teachers * share * others);
}

/* Adds to the student-years of a group: in all, with deep teachers, of students reached. */
static inline void addYears(double *group, double students, double share, double reached) {
  group[0] += students / TEACHING_MONTHS;
  group[1] += students * share / TEACHING_MONTHS;
  group[2] += students * reached / TEACHING_MONTHS;
}

static void tallyTeaching(const District *p) {
  double *years = p->studentYears;
  for (i32 s = 0; s < p->schools; s++) {
    if (p->open[s] == 0) continue;
    p->sums->tierHours[p->tiers[s]] += p->hours[s] * p->teachers[s];
    const i32 k = p->teachersOfStudents[s];
    const double students = p->students[s];
    const double poor = p->lowIncomeShare[s];
    const double deep = share(p->deep[3 * s + 1], p->teachers[s]);
    const double behind = deep * (1 - p->sorting * (1 - p->equityPriority * p->member[s]) * (1 - deep));
    const double ahead = poor < 1 ? clamp((deep - poor * behind) / (1 - poor), 0, 1) : deep;
    const double deepReached = reachedBy(deep, k);
    const double behindReached = reachedBy(behind, k);
    addYears(years, students, deep, deepReached);
    addYears(years + 3, students * poor, behind, behindReached);
    addYears(years + 6, students * (1 - poor), ahead, reachedBy(ahead, k));
    for (i32 g = 0; g < p->groups; g++) {
      const i32 sorted = p->groupBehind[g];
      const double enrolled = p->groupStudents[g * p->schools + s];
      addYears(years + p->groupPlace[g], enrolled, sorted ? behind : deep, sorted ? behindReached : deepReached);
    }
  }
}

static inline void tallyFunnel(const District *p, i32 s) {
  i32 *row = p->funnel + (3 * !p->member[s] + p->tiers[s]) * FUNNEL;
  for (i32 k = 0; k < STAGES; k++) row[k] += p->stages[STAGES * s + k];
  for (i32 k = 0; k < FLOWS; k++) row[STAGES + k] += p->flows[FLOWS * s + k];
  row += STAGES + FLOWS;
  row[0]++;
  row[1] += p->invited[s] == 1;
  row[2] += p->joined[s];
  row[3] += p->dropped[s];
}

/* Returns the share who use the practice. */
static inline double tallyUsers(const District *p, i32 s) {
  Sums *sums = p->sums;
  const i32 n = p->teachers[s];
  const i32 users = p->stages[STAGES * s + USING] + p->stages[STAGES * s + OWNING];
  p->groupUsers[3 + p->bands[s]] += users;
  p->groupTeachers[3 + p->bands[s]] += n;
  if (p->comparable) {
    p->groupUsers[p->tiers[s]] += users;
    p->groupTeachers[p->tiers[s]] += n;
  }
  if (s >= p->foundedFrom) {
    sums->foundedUsers += users;
    sums->foundedTeachers += n;
  }
  sums->adopting += 2 * users > n;
  sums->above80 += 5 * users >= 4 * n;
  sums->students += p->students[s];
  sums->studentsTaught += p->students[s] * users / n;
  return share(users, n);
}

__attribute__((export_name("settle"))) void settle(const District *p) {
  Sums *sums = p->sums;
  for (i32 s = 0; s < p->schools; s++) {
    for (i32 k = 0; k < 3; k++) sums->deep[k] += p->deep[3 * s + k];
    sums->depthSum += p->depthSum[s];
    sums->compliant += p->complying[s];
    if (p->open[s] == 0) continue;
    const double owners = share(p->stages[STAGES * s + OWNING], p->teachers[s]);
    p->capacity[s] = p->capacity[s] + 0.1 * (owners - p->capacity[s]);
    const double users = tallyUsers(p, s);
    const i32 k = p->teachersOfStudents[s];
    if (p->teaching) p->taughtThisYear[s] = most(reachedBy(users, k), p->taughtThisYear[s]);
    sums->studentsEver += p->students[s] * (1 - p->untaught[s] * (1 - p->taughtThisYear[s]));
    sums->studentsTwice += p->students[s] * reachedTwice(users, k);
    tallyFunnel(p, s);
  }
  if (p->teaching) tallyTeaching(p);
}
