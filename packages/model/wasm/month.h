/*
 * What the programs of a month share: how month-memory.ts lays a district out. schools.c, teachers.c, leaving.c and tally.c do what src/
 * does in TypeScript: same rules, same arithmetic, same bits. There it is said what the names mean and why the rules are
 * what they are: whoever changes one changes the other, and the tests compare every bit. build.mjs compiles them to one
 * program in WebAssembly, for runs of districts that are large enough.
 */
#include "draws.h"

/* Marks what is compiled for size, where that makes it no slower. */
#define SMALL __attribute__((minsize))

typedef unsigned char u8;
typedef unsigned short u16;
typedef int i32;
typedef struct {
  u32 a, b;
} Words;

enum { UNAWARE, AWARE, TRYING, USING, OWNING, LAPSED, STAGES };
enum { HEARD, TRIED, GAVE_UP, USED, OWNED, STOPPED, FLOWS = 8 };

/* What of SupportConstants, then of ClimateConstants of src/mechanisms is read for each school. */
typedef struct {
  double halfHours, steepness, base, capacity, floor, rho, time, timePressure, designTime, timeReference,
    principalReference;
  double practiceVisibility, awarenessMandate, entryCompliance, entryDecision, entryFounded, tryingIntercept,
    tryingSupport, tryingCoaching, tryingRisk, depthPractice, depthSupport, depthPeers, depthTeams, lapsingSupport,
    lapsingCoaching, lapsingWithdrawal, lapsingRisk, lapsingCompliant, lapsingJoint, supportBase, riskReference;
} SchoolConstants;

/* What all schools have in common in a month: what is read of Month, of SupportMonth and of ClimateMonth. */
typedef struct {
  double designTime, designTeams, decided;
  double quality, waiver, timeBought, others, members, logOthers, logMembers;
  double easeTry, heeded, easeLapse, keepOthers, keepMembers, awarenessVisits, tryingVision, tryingNorms,
    guidance, peersInterDistrict, lapsingIntercept, lapsingPrescription, unasked, giveUpOthers, giveUpMembers, offered,
    depthInstitutes, novice, spread, ceiling, ceilingBase, ceilingDesign, ownOthers, ownMembers, woken;
} SchoolsMonth;

/* What a month adds to measures: sums that go on from those of districts before, then what the district itself comes to. */
typedef struct {
  double students, studentsTaught, tierHours[3];
  double deep[3], depthSum, compliant, foundedUsers, foundedTeachers, adopting, above80, studentsEver, studentsTwice;
} Sums;

/* One month of a district, as month-memory.ts lays it out. */
typedef struct {
  double forgetting, compliantLoss, mixedDepth, hear, use, owner, failure, quietLeast, lapseMost, pushMost[4];
  double sorting, equityPriority;
  i32 schools, teaching, foundedFrom, groups, comparable;
  Words awareness, trying, lapsing, owning, exit;

  /* Tables, words and ties. */
  const u8 *exposure;
  const double *share, *quiet, *push, *willing, *memory, *lapseDepth, *lapseExposure, *reciprocal;
  const Words *words;
  const i32 *schoolStart, *tieStart, *ties, *visitTie;
  const u8 *visitRank;

  /* Schools: what is read, what is written too, and what their teachers feel. */
  const SchoolConstants *constants;
  const SchoolsMonth *month;
  const u8 *open, *member, *mandated;
  const double *mandate, *legitimacy, *norm, *risk, *hours, *pressure, *principal;
  double *capacity, *memberMonths, *designTime, *designTeams, *contact, *reliance, *support, *mandateNow;
  double *keep, *tryOdds, *complianceOdds, *practiceGrowth, *supportGrowth, *peerGrowth, *novice, *spread;
  double *capUnits, *ownAt, *ownRate, *lapseOdds, *compliantLapse, *tryingLapse, *joint, *visits;
  u8 *visibility, *complies;

  /* Teachers and the counts of them. */
  const u16 *disposition;
  const u8 *threshold;
  const i32 *person, *signal;
  u8 *stage;
  u16 *depth;
  u8 *months, *compliant;
  i32 *nextSignal, *stages;
  double *depthSum;
  i32 *deep, *complying, *recentlyLapsed, *flows;

  /* What measures need to know of schools and their students. */
  const i32 *teachers;
  const u8 *invited, *joined, *dropped;
  const double *untaught;
  double *taughtThisYear;
  const u8 *tiers, *bands;
  const double *students, *lowIncomeShare;
  const i32 *teachersOfStudents;
  const double *groupStudents;
  const u8 *groupBehind;
  const i32 *groupPlace;

  /* What a month adds to them. */
  Sums *sums;
  double *studentYears;
  i32 *funnel, *groupUsers, *groupTeachers;

  /* Who leaves in July: years of teaching, who goes as a principal, the odds, and a list of those who do. */
  u8 *experience;
  const u8 *taken;
  const double *leaving;
  i32 *left;

  /* Room for two numbers of each school. */
  double *levels;
} District;

static inline double clamp(double x, double low, double high) { return x < low ? low : x > high ? high : x; }

static inline double least(double a, double b) { return a < b ? a : b; }

static inline double most(double a, double b) { return a > b ? a : b; }

static inline u32 draw(Words key, u32 slot) { return mixB(mixA(slot + key.a) + key.b); }

static inline Words absorb(Words parent, Words words) {
  return (Words){mixA((parent.a ^ words.a) + 0x9e3779b9u), mixB((parent.b + words.b) ^ 0x6a09e667u)};
}

typedef union {
  double number;
  unsigned long long bits;
} Bits;

/* odds of src/numerics/math.ts. */
static inline double odds(double logOdds) {
  const double x = clamp(logOdds, -30, 30);
  const double n = __builtin_floor(x * 1.4426950408889634 + 0.5);
  const double r = x - n * 0.693145751953125 - n * 1.4286068203094173e-6;
  double p = 1.6059043836821613e-10;
  p = 2.08767569878681e-9 + p * r;
  p = 2.505210838544172e-8 + p * r;
  p = 2.755731922398589e-7 + p * r;
  p = 2.7557319223985893e-6 + p * r;
  p = 2.48015873015873e-5 + p * r;
  p = 0.0001984126984126984 + p * r;
  p = 0.001388888888888889 + p * r;
  p = 0.008333333333333333 + p * r;
  p = 0.041666666666666664 + p * r;
  p = 0.16666666666666666 + p * r;
  p = 0.5 + p * r;
  p = 1 + p * r;
  p = 1 + p * r;
  /* 2 to the power n: the last bits of a number this large are a whole number's. */
  const Bits whole = {.number = n + (6755399441055744.0 + 1023)};
  return p * (Bits){.bits = whole.bits << 52}.number;
}
