/* The pass over teachers in C: src/engine/teachers.ts. */
#include "month.h"

enum { EXPOSURES = 18, MIXED = 17, MOST_COUNTED = 16, USE_DEPTH = 19661, HALF_DEPTH = 32768, DEEP_DEPTH = 45875 };
static const double ABOVE_DRAWS = 4294967296.0 * 1.0000001;
static const double ONE_THROUGH_DEPTH = 1.0 / 65535;

/* A draw below this is what odds need to come to pass, and a little more than rounding could add. */
static inline double belowOdds(double odds) { return odds / (1 + odds) * ABOVE_DRAWS; }

/* Whether a draw could be enough for odds: as belowOdds, without a division. */
static inline i32 mayPass(u32 u, double odds) { return u * (1 + odds) < odds * ABOVE_DRAWS; }

static inline i32 forget(i32 depth, double forgetting) { return depth - (i32)(depth * forgetting + 0.5); }

/* What a teacher sees of colleagues: a column of the tables, and the mean depth of those who use the practice. */
typedef struct {
  i32 column;
  double depth;
} Sight;

static Sight seeCrowd(const District *p, i32 from, i32 to, i32 visit) {
  u32 using = 0, lapsed = 0, depths = 0;
  for (i32 j = from; j < to + (visit >= 0); j++) {
    const u32 seen = (u32)p->signal[j < to ? p->ties[j] : visit];
    using += seen & 31;
    lapsed += seen >> 5 & 1;
    depths += seen >> 10;
  }
  const double degree = to - from + (visit >= 0);
  const double net = (using - p->failure * lapsed) / degree;
  const double share = net < 0 ? 0 : net > 1 ? 1 : net;
  return (Sight){p->failure < 0 ? 0 : (i32)(16 * share + 0.5), depths * (using == 0 ? 0 : 1.0 / using)};
}

/*
 * Adds up what colleagues show, four at a time: a loop over each teacher's few ties would go wrong at its end nearly every
 * time, as the machine guesses. Behind the last tie there is room for three more, which count nothing.
 */
static inline u32 addSignals(const District *p, i32 from, i32 to) {
  const i32 *restrict ties = p->ties;
  const i32 *restrict signal = p->signal;
  u32 sum = 0;
  for (i32 j = from; j < to; j += 4) {
    const i32 left = to - j;
    sum += (u32)signal[ties[j]];
    sum += (u32)(signal[ties[j + 1]] & -(left > 1));
    sum += (u32)(signal[ties[j + 2]] & -(left > 2));
    sum += (u32)(signal[ties[j + 3]] & -(left > 3));
  }
  return sum;
}

static inline Sight look(const District *p, i32 i, double visits) {
  const i32 from = p->tieStart[i];
  const i32 to = p->tieStart[i + 1];
  const i32 visit = p->visitRank[i] < visits ? p->visitTie[i] : -1;
  i32 degree = to - from;
  if (degree >= MOST_COUNTED) return seeCrowd(p, from, to, visit);
  u32 seen = addSignals(p, from, to);
  if (visit >= 0) {
    seen += (u32)p->signal[visit];
    degree++;
  }
  return (Sight){p->exposure[degree << 10 | (seen & 1023)], (seen >> 10) * p->reciprocal[seen & 31]};
}

static void closeSchool(const District *p, i32 s) {
  for (i32 i = p->schoolStart[s]; i < p->schoolStart[s + 1]; i++) p->nextSignal[i] = 0;
  for (i32 k = 0; k < 6; k++) p->stages[6 * s + k] = 0;
  for (i32 k = 0; k < 3; k++) p->deep[3 * s + k] = 0;
  for (i32 k = 0; k < FLOWS; k++) p->flows[FLOWS * s + k] = 0;
  p->depthSum[s] = 0;
  p->complying[s] = p->recentlyLapsed[s] = 0;
}

/* What a school's teachers come to. */
typedef struct {
  i32 stages[STAGES], deep[3], complying, failed;
  double depth;
} Tally;

/* Counts a teacher; returns what colleagues will see. */
static inline i32 count(Tally *t, i32 now, i32 tenure, i32 depth, i32 complies) {
  t->stages[now]++;
  if (now == USING || now == OWNING) {
    t->depth += depth;
    t->deep[0] += depth >= USE_DEPTH;
    t->deep[1] += depth >= HALF_DEPTH;
    t->deep[2] += depth >= DEEP_DEPTH;
    t->complying += complies;
    return 1 | depth << 10;
  }
  if (now == TRYING) t->complying += complies;
  else if (now == LAPSED && tenure < 12) {
    t->failed++;
    return 32;
  }
  return 0;
}

static __attribute__((noinline)) void writeTally(const District *p, i32 s, const Tally *t) {
  for (i32 k = 0; k < STAGES; k++) p->stages[STAGES * s + k] = t->stages[k];
  for (i32 k = 0; k < 3; k++) p->deep[3 * s + k] = t->deep[k];
  p->depthSum[s] = t->depth;
  p->complying[s] = t->complying;
  p->recentlyLapsed[s] = t->failed;
}

/* Moves a school in which nothing is heard, begun, deepened, given up or come to be owned, as in summer: without a draw. */
static void restSchool(const District *p, i32 s) {
  i32 *flows = p->flows + FLOWS * s;
  for (i32 k = 0; k < FLOWS; k++) flows[k] = 0;
  Tally tally = {0};
  for (i32 i = p->schoolStart[s]; i < p->schoolStart[s + 1]; i++) {
    i32 now = p->stage[i];
    i32 tenure = p->months[i];
    i32 depth = p->depth[i];
    if (now == TRYING && depth >= USE_DEPTH) {
      p->stage[i] = (u8)(now = USING);
      tenure = 0;
      flows[USED]++;
    } else if (tenure < 255) tenure++;
    if (depth > 0 && (now < TRYING || now == LAPSED)) p->depth[i] = (u16)(depth = forget(depth, p->forgetting));
    p->months[i] = (u8)tenure;
    p->nextSignal[i] = count(&tally, now, tenure, depth, p->compliant[i]);
  }
  writeTally(p, s, &tally);
}

static inline void moveSchool(const District *p, i32 s) {
  const double *restrict share = p->share;
  const double *restrict willing = p->willing;
  const double *restrict memory = p->memory;
  const u16 *restrict dispositions = p->disposition;
  i32 *restrict nextSignal = p->nextSignal;
  u16 *restrict depths = p->depth;
  u8 *restrict stages = p->stage;
  u8 *restrict tenures = p->months;
  u8 *restrict compliant = p->compliant;
  const double forgetting = p->forgetting;
  const double compliantLoss = p->compliantLoss;
  const double hear = p->hear;
  const double use = p->use;
  const i32 mixed = p->mixedDepth >= 0;

  const Words trying = absorb(p->trying, p->words[s]);
  const Words lapsing = absorb(p->lapsing, p->words[s]);
  const Words owning = absorb(p->owning, p->words[s]);
  const Words byStage[6] = {absorb(p->awareness, p->words[s]), trying, lapsing, lapsing, lapsing, trying};
  const double keep = p->keep[s];
  const double tryOdds = p->tryOdds[s];
  const double complianceOdds = p->complianceOdds[s];
  const double practiceGrowth = p->practiceGrowth[s];
  const double supportGrowth = p->supportGrowth[s];
  const double peerGrowth = p->peerGrowth[s];
  const double novice = p->novice[s];
  const double spread = p->spread[s];
  const double cap = p->capUnits[s];
  const double ownAt = p->ownAt[s];
  const double ownBelow = p->ownRate[s];
  const double lapseOdds = p->lapseOdds[s];
  const double compliantLapse = p->compliantLapse[s];
  const double tryingLapse = p->tryingLapse[s];
  const double joint = p->joint[s];
  const double visits = p->visits[s] * 256;
  const i32 visibility = p->visibility[s];
  const u8 complies = p->complies[s];

  const double audible = 1 - keep * (p->teaching ? p->quietLeast : 1);
  const double heardMost = hear * audible / (1 + (hear - 1) * audible) * DRAWS;
  const double tryMost = tryOdds * p->pushMost[visibility];
  const i32 mayTry = tryOdds > 0 || complianceOdds > 0;
  const double lapseMost = lapseOdds * p->lapseMost * (compliantLapse > 1 ? compliantLapse : 1);
  const double lapseLimit[6] = {0, 0, belowOdds(lapseMost * tryingLapse), belowOdds(lapseMost), belowOdds(lapseMost * p->owner), 0};
  const double growthLeft[2] = {1, 1 - compliantLoss};
  /* No depth grows by a larger share of its room, whoever it is. */
  const double growth = __builtin_fabs(practiceGrowth) + __builtin_fabs(supportGrowth) * (1 + __builtin_fabs(novice)) +
                        __builtin_fabs(peerGrowth);
  const double growthMost = least(1, growth * most(1, growthLeft[1]) * (1 + most(0, spread)) * most(1, use));

  if (!mayTry && !(heardMost > 0) && !(lapseOdds > 0) && !(growth > 0) && !(ownBelow > 0)) return restSchool(p, s);

  const i32 first = p->schoolStart[s];
  const i32 end = p->schoolStart[s + 1];

  /* Rare events are counted in memory: registers are few. */
  i32 *flows = p->flows + FLOWS * s;
  for (i32 k = 0; k < FLOWS; k++) flows[k] = 0;
  Tally tally = {0};

  for (i32 i = first; i < end; i++) {
    const u32 slot = (u32)(i - first);
    const i32 before = stages[i];
    const u32 u = draw(byStage[before], slot);
    i32 now = before;
    i32 tenure = tenures[i];
    i32 depth = depths[i];

    const i32 practises = before >= TRYING && before <= OWNING;
    i32 looks, lapses = 0;
    if (before == AWARE) {
      looks = mayPass(u, tryMost * willing[dispositions[i]] + complianceOdds);
      /* Most teachers in most months. */
      if (!looks) {
        if (depth > 0) depths[i] = (u16)forget(depth, forgetting);
        if (tenure < 255) tenures[i] = (u8)(tenure + 1);
        nextSignal[i] = 0;
        continue;
      }
    } else if (practises) {
      lapses = u < lapseLimit[before];
      looks = lapses || (peerGrowth > 0 && cap > depth);
    } else if (before == UNAWARE) looks = u < heardMost;
    else looks = mayPass(u, tryMost * willing[dispositions[i]] * memory[depth >> 10] + complianceOdds);

    double peers = 0;
    double peering = 0;
    if (looks) {
      const Sight sight = mixed ? (Sight){MIXED, p->mixedDepth} : look(p, i, visits);
      const i32 e = sight.column;
      if (practises) {
        if (lapses) {
          double o = lapseOdds * p->lapseDepth[depth >> 10] * p->lapseExposure[e] /
                     (1 + joint * share[e] * (depth * ONE_THROUGH_DEPTH));
          if (compliant[i]) o *= compliantLapse;
          if (before == TRYING) o *= tryingLapse;
          else if (before == OWNING) o *= p->owner;
          if (u * (1 + o) < o * DRAWS) {
            now = LAPSED;
            compliant[i] = 0;
          }
        }
      } else {
        if (before == UNAWARE) {
          const double told = 1 - keep * (p->teaching ? p->quiet[e] : 1);
          if (u < hear * told / (1 + (hear - 1) * told) * DRAWS) now = AWARE;
        }
        if (mayTry && now != UNAWARE) {
          double o = tryOdds * willing[dispositions[i]] * p->push[(visibility * 8 + p->threshold[i]) * EXPOSURES + e];
          if (now == LAPSED) o *= memory[depth >> 10];
          const double w = o + complianceOdds;
          const double x = (before == UNAWARE ? draw(trying, slot) : u) * (1 + w);
          if (x < w * DRAWS) {
            now = TRYING;
            compliant[i] = x < o * DRAWS ? 0 : complies;
          }
        }
      }
      peers = sight.depth;
      peering = peerGrowth * share[e];
    }

    if (now >= TRYING && now <= OWNING) {
      const double room = cap - depth;
      /* Less than half a unit, and what rounding may add, leaves a depth where it is: every depth, in summer. */
      if (room > 0 && room * growthMost >= 0.4999) {
        /* As likely as not positive: twice the positive part, halved, needs no guess, and is exact. */
        const double gap = peers - depth;
        const double ahead = (gap + __builtin_fabs(gap)) * 0.5;
        double rate = practiceGrowth + supportGrowth * (1 + novice * (1 - depth * ONE_THROUGH_DEPTH)) +
                      peering * (ahead * ONE_THROUGH_DEPTH);
        rate *= growthLeft[compliant[i]];
        if (spread > 0) rate *= 1 + spread * (((u32)p->person[i] * 0x9e3779b1u >> 24) / 128.0 - 1);
        rate = rate < 0 ? 0 : rate > 1 ? 1 : rate;
        if (now == TRYING) {
          /* Rounding may lift a rate of 1 above it. */
          rate = use * rate / (1 + (use - 1) * rate);
          if (rate > 1) rate = 1;
        }
        if (before < TRYING || before == LAPSED) rate = 1 - __builtin_sqrt(1 - rate);
        depth = (i32)(depth + rate * room + 0.5);
      }
      if (now == TRYING) {
        if (depth >= USE_DEPTH) now = USING;
      } else if (before == USING && tenure >= 12 && depth >= ownAt) {
        const double chance = compliant[i] ? ownBelow * (1 - compliantLoss) : ownBelow;
        if (draw(owning, slot) < chance * DRAWS) {
          now = OWNING;
          compliant[i] = 0;
        }
      }
    } else if (depth > 0 && (now != LAPSED || before == LAPSED)) depth = forget(depth, forgetting);

    depths[i] = (u16)depth;
    if (now != before) {
      tenure = 0;
      stages[i] = (u8)now;
      if (before == UNAWARE) flows[HEARD]++;
      if (now == LAPSED) flows[before == TRYING ? GAVE_UP : STOPPED]++;
      else if (now != AWARE && (before < TRYING || before == LAPSED)) flows[TRIED]++;
      if (now == USING) flows[USED]++;
      else if (now == OWNING) flows[OWNED]++;
    } else if (tenure < 255) tenure++;
    tenures[i] = (u8)tenure;

    nextSignal[i] = count(&tally, now, tenure, depth, compliant[i]);
  }

  /* Those who stayed aware were not counted. */
  const i32 *n = tally.stages;
  tally.stages[AWARE] = end - first - n[UNAWARE] - n[TRYING] - n[USING] - n[OWNING] - n[LAPSED];
  writeTally(p, s, &tally);
}

__attribute__((export_name("move"))) void move(const District *p) {
  for (i32 s = 0; s < p->schools; s++) {
    if (p->open[s] == 0) closeSchool(p, s);
    else moveSchool(p, s);
  }
}
