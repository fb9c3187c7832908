/*
 * Support of schools and what their teachers feel, in C: moveSupport and moveClimate of src/mechanisms, with nothing added by
 * a researcher's mechanisms.
 */
#include "month.h"

static const double MOST_BEGINNING = 0.999;
static const double DEPTH_ONE = 65535;

/* log of src/numerics/math.ts for what is positive, finite and no smaller than 2^-1022; what is not a number stays so. */
static inline double logOf(double x) {
  const unsigned long long bits = (Bits){.number = x}.bits;
  const double fraction = (Bits){.bits = (bits & 0xfffffffffffff) | 0x3ff0000000000000}.number;
  const i32 above = fraction > 1.4142135623730951;
  const double m = fraction * (above ? 0.5 : 1);
  const double n = (i32)(bits >> 52) - 1023 + above;
  const double s = (m - 1) / (m + 1);
  const double z = s * s;
  double p = 0.047619047619047616;
  p = 0.05263157894736842 + p * z;
  p = 0.058823529411764705 + p * z;
  p = 0.06666666666666667 + p * z;
  p = 0.07692307692307693 + p * z;
  p = 0.09090909090909091 + p * z;
  p = 0.1111111111111111 + p * z;
  p = 0.14285714285714285 + p * z;
  p = 0.2 + p * z;
  p = 0.3333333333333333 + p * z;
  const double twice = 2 * s;
  return n * 0.693145751953125 + (n * 1.4286068203094173e-6 + (twice + twice * z * p));
}

/*
 * Several at a time, for which the machine waits no longer than for one.
 */
static __attribute__((noinline)) void oddsOf(double *x, i32 count) {
#pragma clang loop vectorize(disable) interleave_count(1)
  for (i32 k = 0; k < count; k++) x[k] = odds(x[k]);
}

static __attribute__((noinline)) void logsOf(double *x, i32 count) {
#pragma clang loop vectorize(disable) interleave_count(1)
  for (i32 k = 0; k < count; k++) x[k] = logOf(x[k]);
}

static inline double doseOf(double hours, double halfHours, double steepness) {
  const double x = hours / halfHours;
  const double xn = steepness < 1.5 ? x : steepness < 2.5 ? x * x : x * x * x;
  return xn / (1 + xn);
}

/* What reaches a school of coaching and of a redesign; returns the level of its time. */
static inline double reach(const District *p, i32 s) {
  const SchoolConstants *c = p->constants;
  const SchoolsMonth *m = p->month;
  const i32 member = p->member[s];
  const double months = member ? p->memberMonths[s] + 1 : 0;
  p->memberMonths[s] = months;
  const double built = least(1, months / 12) * m->waiver;
  const double redesigned = m->designTime * built;
  p->designTime[s] = redesigned;
  p->designTeams[s] = m->designTeams * built;
  const double coached = doseOf(p->hours[s], c->halfHours, c->steepness) * m->quality;
  p->contact[s] = coached;
  p->reliance[s] = p->reliance[s] + 0.1 * (coached - p->reliance[s]);
  const double time = c->time - c->timePressure * p->pressure[s] + m->timeBought * member + c->designTime * redesigned;
  return clamp(clamp(time, 0.05, 1) / c->timeReference, 0.1, 4);
}

/*
 * Loop after loop: the machine works ahead on the logarithms and exponentials of schools to come, which it could not if each
 * waited for all that a school needs before it.
 */
static SMALL void moveSupport(const District *p) {
  const SchoolConstants *c = p->constants;
  const SchoolsMonth *m = p->month;
  const i32 schools = p->schools;
  double *time = p->levels;
  double *principal = p->levels + schools;
  double *support = p->support;
  const double rho = c->rho;
  for (i32 s = 0; s < schools; s++) {
    time[s] = principal[s] = 1;
    if (p->open[s] == 0) continue;
    time[s] = reach(p, s);
    principal[s] = clamp(p->principal[s] / c->principalReference, 0.1, 4);
  }
  if (rho > 0.5) for (i32 s = 0; s < schools; s++) time[s] = (time[s] + principal[s] + (p->member[s] ? m->members : m->others)) / 3;
  else if (rho > -1) {
    logsOf(time, 2 * schools);
    for (i32 s = 0; s < schools; s++) time[s] = (time[s] + principal[s] + (p->member[s] ? m->logMembers : m->logOthers)) / 3;
    oddsOf(time, schools);
  } else for (i32 s = 0; s < schools; s++) {
    const double office = p->member[s] ? m->members : m->others;
    time[s] = __builtin_sqrt(3 / (1 / (time[s] * time[s]) + 1 / (principal[s] * principal[s]) + 1 / (office * office)));
  }
  for (i32 s = 0; s < schools; s++) {
    if (p->open[s] == 0) continue;
    support[s] = (p->contact[s] + c->base + c->capacity * p->capacity[s]) * (c->floor + (1 - c->floor) * time[s]);
  }
}

static void setBeginning(const District *p, i32 s) {
  const SchoolConstants *c = p->constants;
  const SchoolsMonth *m = p->month;
  const i32 member = p->member[s];
  const i32 founded = s >= p->foundedFrom;
  const double asked = member && p->mandated[s] ? p->mandate[s] : 0;
  const double decided = founded ? 0 : member * m->decided;
  p->mandateNow[s] = most(asked, decided);
  const double mandate = c->entryCompliance * asked * p->legitimacy[s];
  const double decision = c->entryDecision * decided;
  const double begin = founded        ? member * c->entryFounded
                       : decision > 0 ? 1 - (1 - mandate) * (1 - decision)
                                      : mandate;
  const double chance = p->teaching ? least(MOST_BEGINNING, begin) : 0;
  p->complianceOdds[s] = m->easeTry * (chance / (1 - chance));
  p->complies[s] = !founded;
}

static void setSilence(const District *p, i32 s) {
  const SchoolConstants *c = p->constants;
  const SchoolsMonth *m = p->month;
  p->keep[s] = !p->member[s]         ? m->keepOthers
               : !p->teaching        ? m->keepMembers
               : s >= p->foundedFrom ? 0
                                     : m->keepMembers * (1 - c->awarenessMandate * p->mandateNow[s]) * m->awarenessVisits;
}

static void setTrying(const District *p) {
  const SchoolConstants *c = p->constants;
  const SchoolsMonth *m = p->month;
  const i32 schools = p->schools;
  double *restrict tryOdds = p->tryOdds;
  for (i32 s = 0; s < schools; s++) {
    const double member = p->member[s];
    tryOdds[s] = c->tryingIntercept + p->norm[s] + c->tryingSupport * (p->support[s] - c->supportBase) + m->tryingVision -
                 c->tryingRisk * (p->risk[s] - c->riskReference) + m->tryingNorms + member * m->guidance + member * m->peersInterDistrict;
  }
  oddsOf(tryOdds, schools);
  for (i32 s = 0; s < schools; s++) tryOdds[s] = m->heeded * (1 + c->tryingCoaching * p->contact[s]) * tryOdds[s];
}

static void setLapsing(const District *p) {
  const SchoolConstants *c = p->constants;
  const SchoolsMonth *m = p->month;
  const i32 schools = p->schools;
  double *restrict lapseOdds = p->lapseOdds;
  for (i32 s = 0; s < schools; s++)
    lapseOdds[s] = m->lapsingIntercept - c->lapsingSupport * (p->support[s] - c->supportBase) +
                   c->lapsingRisk * (p->risk[s] - c->riskReference) + m->lapsingPrescription * p->member[s];
  oddsOf(lapseOdds, schools);
  for (i32 s = 0; s < schools; s++) {
    const double lost = most(0, p->reliance[s] - p->contact[s]);
    lapseOdds[s] = (1 + c->lapsingWithdrawal * lost) / m->easeLapse * lapseOdds[s];
  }
}

static void setGrowth(const District *p, i32 s) {
  const SchoolConstants *c = p->constants;
  const SchoolsMonth *m = p->month;
  const double member = p->member[s];
  p->practiceGrowth[s] = p->teaching ? c->depthPractice + member * m->offered : member * m->depthInstitutes;
  p->supportGrowth[s] = p->teaching ? c->depthSupport * p->support[s] : 0;
  p->peerGrowth[s] = p->teaching ? c->depthPeers * (1 + c->depthTeams * p->designTeams[s]) : 0;
  p->novice[s] = m->novice * member;
  p->spread[s] = m->spread * member;
}

static void setOwning(const District *p, i32 s) {
  const SchoolsMonth *m = p->month;
  const double design = (p->designTime[s] + p->designTeams[s]) / 2;
  const double cap = m->ceiling * (m->ceilingBase + m->ceilingDesign * design);
  p->capUnits[s] = __builtin_floor(cap * DEPTH_ONE + 0.5);
  p->ownAt[s] = __builtin_floor(0.7 * cap * DEPTH_ONE + 0.5);
  p->ownRate[s] = p->member[s] ? m->ownMembers : m->ownOthers;
}

__attribute__((export_name("feel"))) SMALL void feel(const District *p) {
  const SchoolConstants *c = p->constants;
  const SchoolsMonth *m = p->month;
  moveSupport(p);
  if (p->teaching) {
    setTrying(p);
    setLapsing(p);
  } else for (i32 s = 0; s < p->schools; s++) p->tryOdds[s] = p->lapseOdds[s] = 0;
  double mandate = 0, asked = m->unasked;
  for (i32 s = 0; s < p->schools; s++) {
    if (p->open[s] == 0) continue;
    setBeginning(p, s);
    setSilence(p, s);
    p->joint[s] = c->lapsingJoint * p->capacity[s];
    const double now = p->mandateNow[s];
    if (now > 0 && now != mandate) {
      mandate = now;
      asked = odds(c->lapsingCompliant * (1 - mandate));
    }
    p->compliantLapse[s] = now > 0 ? asked : m->unasked;
    p->tryingLapse[s] = (p->member[s] ? m->giveUpMembers : m->giveUpOthers) / (1 + c->lapsingCoaching * p->contact[s]);
    setGrowth(p, s);
    setOwning(p, s);
    p->visibility[s] = (u8)(i32)least(3, __builtin_floor(4 * p->principal[s] * c->practiceVisibility));
    p->visits[s] = m->woken * p->member[s];
  }
}
