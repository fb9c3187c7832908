/*
 * REF-DIFFUSION, a small fixed model of diffusion, in C: see ref.mjs, which is the same model draw for draw.
 *
 *   cc -O3 -march=native -ffp-contract=off -o ref ref.c
 *   ref TEACHERS REPLICATES
 *
 * Runs replicates 1, 2, … for 36 months, month by month over all districts, and prints the processor seconds of each
 * replicate (without drawing it) and the checksum of adopters by month and of the last states.
 */
#include "random/draws.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TIES = 8, SCHOOL = 40, DISTRICT = 4000, MONTHS = 36 };
enum { NETWORK, THETA_START, START, TURNOVER, TRANSITION, THETA, PRINCIPAL, SUPPORT, PRESSURE, COACH };
static const double DRAWS = 4294967296.0;
/* Chances of 2^32: a teacher and a principal leaves within a month, a teacher starts as adopter, a tie, a coach. */
static const uint32_t TEACHER_LEAVES = 29739996, PRINCIPAL_LEAVES = 70444263, ADOPTS_AT_START = 85899345;
static const uint32_t WITHIN_SCHOOL = 3650722201u, HAS_COACH = 1288490188;

static key keyOf(uint32_t seed, uint32_t step, uint32_t purpose) {
  uint32_t a = mixA(seed + 0x9e3779b9u), b = mixB(seed ^ 0x6a09e667u);
  a = mixA((a ^ step) + 0xbb67ae85u);
  b = mixB((b + step) ^ 0x3c6ef372u);
  a = mixA((a ^ purpose) + 0xa54ff53au);
  b = mixB((b + purpose) ^ 0x510e527fu);
  return (key){a, b};
}

static inline uint32_t byteSum(uint32_t bits) {
  return (bits & 255) + (bits >> 8 & 255) + (bits >> 16 & 255) + (bits >> 24);
}

static double portableExp(double x) {
  const double n = __builtin_floor(x * 1.4426950408889634 + 0.5);
  const double r = x - n * 0.693145751953125 - n * 1.4286068203094173e-6;
  double p = 1;
  for (int k = 13; k >= 1; k--) p = 1 + p * r / k;
  for (int k = (int)n; k > 0; k--) p *= 2;
  for (int k = (int)n; k < 0; k++) p *= 0.5;
  return p;
}

static double thetaFactor[1021], adoptFactor[9], dropFactor[9], againFactor;

typedef struct {
  uint32_t teachers, seed;
  uint8_t *stage, *next; /* 0 susceptible, 1 adopter, 16 dropped */
  uint16_t *theta;
  uint32_t *ties;
  double *support, *pressure;
  uint8_t *coach;
} Model;

static void drawTies(Model *m) {
  for (uint32_t i = 0; i < m->teachers; i++) {
    const uint32_t school = i - i % SCHOOL, district = i - i % DISTRICT;
    uint32_t *ties = m->ties + (size_t)i * TIES;
    uint32_t n = 0;
    for (uint32_t attempt = 0; n < TIES; attempt++) {
      const key kind = keyOf(777, attempt < 64 ? attempt : attempt * 2 + 64, NETWORK);
      const key pick = keyOf(777, attempt < 64 ? attempt + 64 : attempt * 2 + 65, NETWORK);
      const uint64_t x = draw(pick, i);
      uint32_t j;
      if (draw(kind, i) < WITHIN_SCHOOL) {
        j = school + (uint32_t)(x * (SCHOOL - 1) >> 32);
        if (j >= i) j++;
      } else {
        j = district + (uint32_t)(x * (DISTRICT - SCHOOL) >> 32);
        if (j >= school) j += SCHOOL;
      }
      int known = 0;
      for (uint32_t k = 0; k < n; k++) known |= ties[k] == j;
      if (!known) ties[n++] = j;
    }
  }
}

static void restart(Model *m, uint32_t seed) {
  m->seed = seed;
  const key theta = keyOf(seed, 0, THETA_START), start = keyOf(seed, 0, START);
  for (uint32_t i = 0; i < m->teachers; i++) {
    m->theta[i] = (uint16_t)byteSum(draw(theta, i));
    m->stage[i] = draw(start, i) < ADOPTS_AT_START;
  }
  const key support = keyOf(seed, 0, SUPPORT), pressure = keyOf(seed, 0, PRESSURE), coach = keyOf(seed, 0, COACH);
  for (uint32_t s = 0; s < m->teachers / SCHOOL; s++) {
    m->support[s] = draw(support, s) / DRAWS;
    m->pressure[s] = draw(pressure, s) / DRAWS;
    m->coach[s] = draw(coach, s) < HAS_COACH;
  }
}

static uint32_t step(Model *m, uint32_t t) {
  const key principal = keyOf(m->seed, t, PRINCIPAL), support = keyOf(m->seed, t, SUPPORT);
  const key turnover = keyOf(m->seed, t, TURNOVER), transition = keyOf(m->seed, t, TRANSITION);
  const key theta = keyOf(m->seed, t, THETA);
  const uint8_t *stage = m->stage;
  uint8_t *next = m->next;
  uint32_t adopters = 0;
  for (uint32_t s = 0; s < m->teachers / SCHOOL; s++) {
    if (draw(principal, s) < PRINCIPAL_LEAVES) m->support[s] = draw(support, s) / DRAWS;
    const double adopting = portableExp(-4.6 + 0.8 * m->coach[s] + m->support[s] - m->pressure[s]);
    const double dropping = portableExp(-3 - m->support[s] + 0.5 * m->pressure[s]);
    for (uint32_t i = s * SCHOOL; i < (s + 1) * SCHOOL; i++) {
      uint32_t state = stage[i];
      if (draw(turnover, i) < TEACHER_LEAVES) {
        m->theta[i] = (uint16_t)byteSum(draw(theta, i));
        state = 0;
      } else {
        const double u = draw(transition, i);
        const uint32_t *k = m->ties + (size_t)i * TIES;
        const uint32_t seen = (stage[k[0]] + stage[k[1]] + stage[k[2]] + stage[k[3]] + stage[k[4]] + stage[k[5]] +
                               stage[k[6]] + stage[k[7]]) & 15;
        if (state == 1) {
          const double o = dropping * dropFactor[seen];
          if (u * (1 + o) < o * DRAWS) state = 16;
        } else {
          double o = adopting * thetaFactor[m->theta[i]] * adoptFactor[seen];
          if (state == 16) o *= againFactor;
          if (u * (1 + o) < o * DRAWS) state = 1;
        }
      }
      next[i] = (uint8_t)state;
      adopters += state == 1;
    }
  }
  m->next = m->stage;
  m->stage = next;
  return adopters;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void *reserve(size_t bytes) {
  void *memory = calloc(bytes, 1);
  if (!memory) abort();
  return memory;
}

int main(int argc, char **argv) {
  if (argc < 3) return fprintf(stderr, "usage: ref TEACHERS REPLICATES\n"), 2;
  const uint32_t n = (uint32_t)atoi(argv[1]), replicates = (uint32_t)atoi(argv[2]), schools = n / SCHOOL;
  for (int k = 0; k < 1021; k++) thetaFactor[k] = portableExp(0.7 * 1.7320508075688772 * (k / 255.0 - 2));
  for (int k = 0; k < 9; k++) {
    adoptFactor[k] = portableExp(3.0 * k / 8);
    dropFactor[k] = portableExp(-2.0 * k / 8);
  }
  againFactor = portableExp(-1);
  Model m = {n, 1, reserve(n), reserve(n), reserve(2 * (size_t)n), reserve(4 * (size_t)n * TIES),
             reserve(8 * (size_t)schools), reserve(8 * (size_t)schools), reserve(schools)};
  drawTies(&m);
  uint32_t hash = 2166136261u;
  printf("{\"seconds\":[");
  for (uint32_t r = 1; r <= replicates; r++) {
    restart(&m, r);
    const double start = now();
    for (uint32_t t = 1; t <= MONTHS; t++) hash = (hash ^ step(&m, t)) * 16777619u;
    printf("%s%.9f", r > 1 ? "," : "", now() - start);
  }
  for (uint32_t i = 0; i < n; i++) hash = (hash ^ m.stage[i]) * 16777619u;
  printf("],\"checksum\":\"%08x\"}\n", hash);
  return 0;
}
