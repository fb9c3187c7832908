/*
 * The pass over teachers of src/engine/teachers.ts in C: same rules, same arithmetic, same bits, on a network of advice.
 * A yardstick for the speed of the TypeScript, and a third voice on its results. Reads what record.mjs wrote.
 *
 *   cc -O3 -march=native -ffp-contract=off -o teachers teachers.c -lm
 *   teachers RECORDING ROUNDS [RESULTS]
 *
 * Runs every recorded month of each district in turn, ROUNDS times, and prints the processor seconds of each round. With
 * RESULTS it writes the state of every teacher and the counts of every school after each month of the last round.
 */
#include "random/draws.h"
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { UNAWARE, AWARE, TRYING, USING, OWNING, LAPSED };
enum { EXPOSURES = 18, MIXED = 17, USE_DEPTH = 19661, HALF_DEPTH = 32768, DEEP_DEPTH = 45875 };
static const double DRAWS = 4294967296.0;
/* Above 2^32 by more than rounding errors: a draw that fails this test fails the exact one. */
static const double ABOVE_DRAWS = 4294967296.0 * 1.0000001;
static const double ONE_THROUGH_DEPTH = 1.0 / 65535;

/* Factors that do not change within a run. */
typedef struct {
  double forgetting, compliantLoss, owner, hear, use;
  const uint8_t *exposure;
  const double *share, *quiet, *push, *disposition, *memory, *lapseDepth, *lapseExposure, *reciprocal;
} Tables;

/* What the teachers of each school feel in one month. */
typedef struct {
  const uint8_t *open;
  const double *keep, *tryOdds, *complianceOdds, *practiceGrowth, *supportGrowth, *peerGrowth, *novice, *spread;
  const double *capUnits, *ownAt, *ownRate, *lapseOdds, *compliantLapse, *tryingLapse, *joint, *visits;
  const uint8_t *visibility, *complies;
} Climate;

/* The keys of the four decisions in one month. */
typedef struct {
  key awareness, trying, lapsing, owning;
} Keys;

/* One district: what the recording holds, then what the pass changes. */
typedef struct {
  int32_t schools, teachers;
  const uint32_t *words;
  const int32_t *schoolStart, *tieStart, *ties, *visitTie;
  const uint8_t *visitRank;
  const uint16_t *disposition;
  const uint8_t *threshold;
  const int32_t *person;
  const uint8_t *stageStart;
  const uint16_t *depthStart;
  const uint8_t *monthsStart, *compliantStart;
  const int32_t *signalStart;
  const Keys *keys;
  Climate *climate;
} District;

typedef struct {
  uint8_t *stage;
  uint16_t *depth;
  uint8_t *months, *compliant;
  int32_t *signal, *nextSignal;
  /*
   * By school: teachers by stage, sum of the users' depths, users at .3, .5 and .7, compliant, lapsed lately; and of the
   * month those who heard, tried, gave up, came to use and to own, stopped, with two places for what July counts.
   */
  int32_t *stages;
  double *depthSum;
  int32_t *deep, *complying, *failed, *flows;
} State;

static void moveTeachers(const District *d, State *state, const Tables *tables, const Climate *climate,
                         const Keys *keys, int teaching) {
  const uint8_t *restrict exposure = tables->exposure;
  const double *restrict push = tables->push;
  const int32_t *restrict ties = d->ties;
  const int32_t *restrict signal = state->signal;
  int32_t *restrict nextSignal = state->nextSignal;
  uint8_t *restrict stages = state->stage;
  uint16_t *restrict depths = state->depth;
  uint8_t *restrict tenures = state->months;
  uint8_t *restrict compliant = state->compliant;
  const double forgetting = tables->forgetting;
  const double compliantLoss = tables->compliantLoss;
  const double hear = tables->hear;
  const double use = tables->use;
  double quietLeast = 1;
  double pushMost[4] = {0};
  for (int e = 0; e < MIXED; e++) {
    if (tables->quiet[e] < quietLeast) quietLeast = tables->quiet[e];
    for (int k = 0; k < 32; k++) {
      const double factor = push[k * EXPOSURES + e];
      if (factor > pushMost[k >> 3]) pushMost[k >> 3] = factor;
    }
  }

  for (int32_t s = 0; s < d->schools; s++) {
    if (climate->open[s] == 0) continue;
    const words id = {d->words[2 * s], d->words[2 * s + 1]};
    const key awareness = absorb(keys->awareness, id);
    const key trying = absorb(keys->trying, id);
    const key lapsing = absorb(keys->lapsing, id);
    const key owning = absorb(keys->owning, id);
    const key byStage[6] = {awareness, trying, lapsing, lapsing, lapsing, trying};
    const double keep = climate->keep[s];
    const double tryOdds = climate->tryOdds[s];
    const double complianceOdds = climate->complianceOdds[s];
    const double practiceGrowth = climate->practiceGrowth[s];
    const double supportGrowth = climate->supportGrowth[s];
    const double peerGrowth = climate->peerGrowth[s];
    const double novice = climate->novice[s];
    const double spread = climate->spread[s];
    const double cap = climate->capUnits[s];
    const double ownAt = climate->ownAt[s];
    const double ownBelow = climate->ownRate[s];
    const double lapseOdds = climate->lapseOdds[s];
    const double compliantLapse = climate->compliantLapse[s];
    const double tryingLapse = climate->tryingLapse[s];
    const double joint = climate->joint[s];
    const int visibility = climate->visibility[s] << 3;
    const double visits = climate->visits[s] * 256;
    const int mayTry = tryOdds > 0 || complianceOdds > 0;
    const int mayLearn = lapseOdds > 0 || peerGrowth > 0;
    const double audible = 1 - keep * (teaching ? quietLeast : 1);
    const double heardMost = hear * audible / (1 + (hear - 1) * audible) * DRAWS;
    const int complies = climate->complies[s];
    const double tryMost = tryOdds * pushMost[visibility >> 3];
    const int32_t first = d->schoolStart[s];
    const int32_t end = d->schoolStart[s + 1];
    int32_t counts[6] = {0};
    int32_t deep30 = 0, deep50 = 0, deep70 = 0, complying = 0, failed = 0;
    int32_t heard = 0, tried = 0, gaveUp = 0, used = 0, owned = 0, stopped = 0;
    int64_t depthSum = 0;

    for (int32_t i = first; i < end; i++) {
      const uint32_t slot = (uint32_t)(i - first);
      const int before = stages[i];
      const uint32_t u = draw(byStage[before], slot);
      int now = before;
      int tenure = tenures[i];
      int32_t depth = depths[i];

      int looks = mayLearn;
      if (before == UNAWARE) looks = u < heardMost;
      else if (before == AWARE || before == LAPSED) {
        double most = tryMost * tables->disposition[d->disposition[i]];
        if (before == LAPSED) most *= tables->memory[depth >> 10];
        most += complianceOdds;
        looks = u * (1 + most) < most * ABOVE_DRAWS;
      }
      uint32_t seen = 0;
      double peering = 0;
      if (looks) {
        const int32_t from = d->tieStart[i];
        const int32_t to = d->tieStart[i + 1];
        for (int32_t j = from; j < to; j++) seen += (uint32_t)signal[ties[j]];
        int32_t degree = to - from;
        if (d->visitRank[i] < visits && d->visitTie[i] >= 0) {
          seen += (uint32_t)signal[d->visitTie[i]];
          degree++;
        }
        const int e = exposure[degree << 10 | (seen & 1023)];
        if (before >= TRYING && before <= OWNING) {
          if (lapseOdds > 0) {
            double o = lapseOdds * tables->lapseDepth[depth >> 10] * tables->lapseExposure[e] /
                       (1 + joint * tables->share[e] * (depth * ONE_THROUGH_DEPTH));
            if (compliant[i]) o *= compliantLapse;
            if (before == TRYING) o *= tryingLapse;
            if (before == OWNING) o *= tables->owner;
            if (u * (1 + o) < o * DRAWS) {
              now = LAPSED;
              compliant[i] = 0;
            }
          }
          peering = peerGrowth * tables->share[e];
        } else {
          if (before == UNAWARE) {
            const double told = 1 - keep * (teaching ? tables->quiet[e] : 1);
            if (u < hear * told / (1 + (hear - 1) * told) * DRAWS) now = AWARE;
          }
          if (mayTry && now != UNAWARE) {
            const uint32_t v = before == UNAWARE ? draw(trying, slot) : u;
            double o =
                tryOdds * tables->disposition[d->disposition[i]] * push[(visibility + d->threshold[i]) * EXPOSURES + e];
            if (now == LAPSED) o *= tables->memory[depth >> 10];
            const double w = o + complianceOdds;
            const double x = v * (1 + w);
            if (x < w * DRAWS) {
              now = TRYING;
              compliant[i] = (uint8_t)(x < o * DRAWS ? 0 : complies);
              peering = peerGrowth * tables->share[e];
            }
          }
        }
      }

      if (now >= TRYING && now <= OWNING) {
        const double room = cap - depth;
        if (room > 0) {
          const double peers = (seen >> 10) * tables->reciprocal[seen & 31];
          const double ahead = peers > depth ? peers - depth : 0;
          double rate = practiceGrowth + supportGrowth * (1 + novice * (1 - depth * ONE_THROUGH_DEPTH)) +
                        peering * (ahead * ONE_THROUGH_DEPTH);
          if (compliant[i]) rate *= 1 - compliantLoss;
          if (spread > 0) rate *= 1 + spread * (((uint32_t)d->person[i] * 0x9e3779b1u >> 24) / 128.0 - 1);
          rate = rate < 0 ? 0 : rate > 1 ? 1 : rate;
          if (now == TRYING) rate = fmin(1, use * rate / (1 + (use - 1) * rate));
          if (before < TRYING || before == LAPSED) rate = 1 - sqrt(1 - rate);
          depth = (int32_t)(depth + rate * room + 0.5);
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
      } else if (depth > 0 && !(now == LAPSED && before != LAPSED)) {
        depth -= (int32_t)(depth * forgetting + 0.5);
      }

      if (now != before) {
        tenure = 0;
        const int began = now >= TRYING && now <= OWNING && (before < TRYING || before == LAPSED);
        heard += before == UNAWARE;
        tried += began;
        used += now == USING;
        owned += now == OWNING;
        gaveUp += now == LAPSED && before == TRYING;
        stopped += now == LAPSED && before != TRYING;
      } else if (tenure < 255) tenure++;
      stages[i] = (uint8_t)now;
      depths[i] = (uint16_t)depth;
      tenures[i] = (uint8_t)tenure;
      counts[now]++;
      int32_t sign = 0;
      if (now == USING || now == OWNING) {
        sign = 1 | depth << 10;
        depthSum += depth;
        deep30 += depth >= USE_DEPTH;
        deep50 += depth >= HALF_DEPTH;
        deep70 += depth >= DEEP_DEPTH;
        complying += compliant[i];
      } else if (now == LAPSED) {
        if (tenure < 12) {
          sign = 32;
          failed++;
        }
      } else if (now == TRYING) complying += compliant[i];
      nextSignal[i] = sign;
    }
    memcpy(state->stages + 6 * s, counts, sizeof counts);
    state->depthSum[s] = (double)depthSum;
    state->deep[3 * s] = deep30;
    state->deep[3 * s + 1] = deep50;
    state->deep[3 * s + 2] = deep70;
    state->complying[s] = complying;
    state->failed[s] = failed;
    const int32_t flows[8] = {heard, tried, gaveUp, used, owned, stopped};
    memcpy(state->flows + 8 * s, flows, sizeof flows);
  }
  state->signal = nextSignal;
  state->nextSignal = (int32_t *)signal;
}

/* Returns the next section of the recording; sections begin at multiples of 8 bytes. */
static const char *cursor;
static const void *take(size_t bytes) {
  const char *section = cursor;
  cursor += (bytes + 7) & ~(size_t)7;
  return section;
}

static void *reserve(size_t bytes) {
  void *memory = calloc(bytes > 0 ? bytes : 1, 1);
  if (!memory) abort();
  return memory;
}

static Climate takeClimate(size_t schools) {
  Climate c;
  c.open = take(schools);
  c.visibility = take(schools);
  c.complies = take(schools);
  const double **reals[] = {&c.keep,   &c.tryOdds, &c.complianceOdds, &c.practiceGrowth, &c.supportGrowth,
                            &c.peerGrowth, &c.novice,  &c.spread,         &c.capUnits,       &c.ownAt,
                            &c.ownRate,    &c.lapseOdds, &c.compliantLapse, &c.tryingLapse,    &c.joint,
                            &c.visits};
  for (size_t k = 0; k < sizeof reals / sizeof *reals; k++) *reals[k] = take(8 * schools);
  return c;
}

static District takeDistrict(size_t horizon) {
  const int32_t *sizes = take(16);
  const size_t schools = (size_t)sizes[0], teachers = (size_t)sizes[1], ties = (size_t)sizes[2];
  District d = {.schools = sizes[0], .teachers = sizes[1]};
  d.words = take(8 * schools);
  d.schoolStart = take(4 * (schools + 1));
  d.tieStart = take(4 * (teachers + 1));
  d.ties = take(4 * ties);
  d.visitTie = take(4 * teachers);
  d.visitRank = take(teachers);
  d.disposition = take(2 * teachers);
  d.threshold = take(teachers);
  d.person = take(4 * teachers);
  d.stageStart = take(teachers);
  d.depthStart = take(2 * teachers);
  d.monthsStart = take(teachers);
  d.compliantStart = take(teachers);
  d.signalStart = take(4 * teachers);
  d.keys = take(sizeof(Keys) * horizon);
  d.climate = reserve(horizon * sizeof *d.climate);
  for (size_t t = 0; t < horizon; t++) d.climate[t] = takeClimate(schools);
  return d;
}

static uint32_t hash = 0x811c9dc5u;
static void absorbValue(uint32_t value) { hash = (hash ^ value) * 0x01000193u; }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void writeResults(FILE *out, const District *d, const State *state) {
  const size_t n = (size_t)d->teachers, s = (size_t)d->schools;
  fwrite(state->stage, 1, n, out);
  fwrite(state->depth, 2, n, out);
  fwrite(state->months, 1, n, out);
  fwrite(state->compliant, 1, n, out);
  fwrite(state->signal, 4, n, out);
  fwrite(state->stages, 4, 6 * s, out);
  fwrite(state->depthSum, 8, s, out);
  fwrite(state->deep, 4, 3 * s, out);
  fwrite(state->complying, 4, s, out);
  fwrite(state->failed, 4, s, out);
  fwrite(state->flows, 4, 8 * s, out);
}

static char *readAll(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) return NULL;
  const long size = ftell(file);
  rewind(file);
  char *bytes = reserve((size_t)size);
  const int whole = fread(bytes, 1, (size_t)size, file) == (size_t)size;
  fclose(file);
  return whole ? bytes : NULL;
}

int main(int argc, char **argv) {
  if (argc < 3) return fprintf(stderr, "usage: teachers RECORDING ROUNDS [RESULTS]\n"), 2;
  cursor = readAll(argv[1]);
  if (!cursor) return perror(argv[1]), 1;
  const int rounds = atoi(argv[2]);
  FILE *out = argc > 3 ? fopen(argv[3], "wb") : NULL;

  const int32_t *head = take(8);
  const size_t districts = (size_t)head[0], horizon = (size_t)head[1];
  const double *scalars = take(40);
  Tables tables = {.forgetting = scalars[0], .compliantLoss = scalars[1], .owner = scalars[2], .hear = scalars[3],
                   .use = scalars[4]};
  tables.exposure = take(17 << 10);
  tables.share = take(8 * EXPOSURES);
  tables.quiet = take(8 * EXPOSURES);
  tables.push = take(8 * 32 * EXPOSURES);
  tables.disposition = take(8 * 1021);
  tables.memory = take(8 * 64);
  tables.lapseDepth = take(8 * 64);
  tables.lapseExposure = take(8 * EXPOSURES);
  tables.reciprocal = take(8 * 33);
  const uint8_t *teaching = take(horizon);
  District *all = reserve(districts * sizeof *all);
  State *states = reserve(districts * sizeof *states);
  for (size_t k = 0; k < districts; k++) {
    all[k] = takeDistrict(horizon);
    const size_t n = (size_t)all[k].teachers, s = (size_t)all[k].schools;
    states[k] = (State){reserve(n), reserve(2 * n), reserve(n), reserve(n), reserve(4 * n), reserve(4 * n),
                        reserve(24 * s), reserve(8 * s), reserve(12 * s), reserve(4 * s), reserve(4 * s),
                        reserve(32 * s)};
  }

  printf("{\"seconds\":[");
  for (int round = 0; round < rounds; round++) {
    double seconds = 0;
    for (size_t k = 0; k < districts; k++) {
      const District *d = all + k;
      State *state = states + k;
      const size_t n = (size_t)d->teachers;
      memcpy(state->stage, d->stageStart, n);
      memcpy(state->depth, d->depthStart, 2 * n);
      memcpy(state->months, d->monthsStart, n);
      memcpy(state->compliant, d->compliantStart, n);
      memcpy(state->signal, d->signalStart, 4 * n);
      const double start = now();
      for (size_t t = 0; t < horizon; t++) {
        moveTeachers(d, state, &tables, d->climate + t, d->keys + t, teaching[t]);
        if (out && round == rounds - 1) writeResults(out, d, state);
      }
      seconds += now() - start;
    }
    printf("%s%.9f", round ? "," : "", seconds);
  }
  for (size_t k = 0; k < districts; k++) {
    const State *state = states + k;
    for (int32_t i = 0; i < all[k].teachers; i++) {
      absorbValue((uint32_t)(state->stage[i] | state->compliant[i] << 3 | state->months[i] << 4 | state->depth[i] << 12));
      absorbValue((uint32_t)state->signal[i]);
    }
    for (int32_t s = 0; s < 6 * all[k].schools; s++) absorbValue((uint32_t)state->stages[s]);
  }
  printf("],\"checksum\":\"%08x\"}\n", hash);
  if (out) fclose(out);
  return 0;
}
