/*
 * The placing of a school's ties of src/district/school-ties.ts in C: same rules, same arithmetic, same bits, whatever the
 * school. build.mjs compiles it to WebAssembly for districts that are large enough. school-ties.ts says what the names mean
 * and why the rules are what they are: whoever changes one changes the other, and the tests compare every tie.
 */
#include "draws.h"

typedef int i32;

enum { DRAWS_PER_TIE = 16, RETURN_DRAW = 15, CLOSURE_TRIES = 4, PARTS = 2 };

/* A district and the school that is drawn, as compiled-ties.ts lays them out: what is read, then what is written. */
typedef struct {
  double odds, crossLimit, closureLimit, returnLimit;
  i32 start, size, outside, skip;
  u32 a, b;

  const i32 *tieStart;
  const double *sought;
  const i32 *guide, *teamFirst, *teamEnd;
  const u32 *kinds, *firsts, *returns;

  i32 *ties, *filled;
  u32 *marks;
  i32 *waiting;
} Desk;

static inline u32 draw(const Desk *d, u32 slot) { return mixB(mixA(slot + d->a) + d->b); }

static inline u32 slotOf(i32 i, i32 n) { return (u32)((i * DRAWS_PER_TIE + n) * DRAWS_PER_TIE); }

static inline u32 markOf(i32 target) { return 1u << (target & 31); }

static inline i32 isAsked(const Desk *d, i32 i, i32 n, i32 target) {
  if ((d->marks[i] & markOf(target)) == 0) return 0;
  if (target == d->start + i) return 1;
  const i32 *own = d->ties + d->tieStart[d->start + i];
  for (i32 k = 0; k < n; k++)
    if (own[k] == target) return 1;
  return 0;
}

static i32 findOutside(const Desk *d, i32 i, i32 n) {
  for (u32 attempt = 1; attempt < RETURN_DRAW; attempt++) {
    const i32 pick = (i32)(draw(d, slotOf(i, n) + attempt) / DRAWS * d->outside);
    const i32 other = pick >= d->start ? pick + d->skip : pick;
    if (!isAsked(d, i, n, other)) return other;
  }
  return -1;
}

static inline i32 closeTriangle(const Desk *d, i32 i, i32 n) {
  const i32 *own = d->ties + d->tieStart[d->start + i];
  for (u32 attempt = 1; attempt <= CLOSURE_TRIES; attempt++) {
    const u32 bits = draw(d, slotOf(i, n) + attempt);
    const i32 asked = own[(bits >> 16) * n >> 16] - d->start;
    if (asked < 0 || asked >= d->size || d->filled[asked] == 0) continue;
    const i32 further = d->ties[d->tieStart[d->start + asked] + (i32)((bits & 65535) * d->filled[asked] >> 16)];
    if (further >= d->start && further < d->start + d->size && !isAsked(d, i, n, further)) return further;
  }
  return -1;
}

static inline i32 findColleague(const Desk *d, i32 i, i32 n, u32 bits) {
  const double *restrict sought = d->sought;
  const i32 size = d->size;
  const double before = sought[d->teamFirst[i]];
  const double within = sought[d->teamEnd[i]] - before;
  const double team = d->odds * within;
  const double total = sought[size] + (d->odds - 1) * within;
  const double scale = PARTS * size / sought[size];
  i32 last = i;
  for (u32 attempt = CLOSURE_TRIES + 2; attempt <= RETURN_DRAW; attempt++) {
    const double part = bits / DRAWS * total;
    const double rest = part - team;
    const double x = rest < 0 ? before + part / d->odds : rest < before ? rest : rest + within;
    last = d->guide[(i32)(x * scale)];
    while (last < size - 1 && sought[last + 1] <= x) last++;
    while (last > 0 && sought[last] > x) last--;
    if (!isAsked(d, i, n, d->start + last)) return d->start + last;
    bits = draw(d, slotOf(i, n) + attempt);
  }
  do last = last + 1 == size ? 0 : last + 1;
  while (isAsked(d, i, n, d->start + last));
  return d->start + last;
}

static inline void ask(const Desk *d, i32 i, i32 target) {
  d->ties[d->tieStart[d->start + i] + d->filled[i]++] = target;
  d->marks[i] |= markOf(target);
}

__attribute__((export_name("placeTies"))) void placeTies(const Desk *given) {
  /* A copy, of which no tie that is written could be a part: what it says stays in registers. */
  const Desk desk = *given;
  const Desk *d = &desk;
  const i32 start = d->start;
  const i32 size = d->size;
  const i32 *restrict tieStart = d->tieStart + start;
  i32 *restrict waiting = d->waiting;
  i32 *filled = d->filled;
  const i32 first = tieStart[0];
  for (i32 i = 0; i < size; i++) {
    filled[i] = 0;
    d->marks[i] = markOf(start + i);
    waiting[i] = i;
  }
  for (i32 round = 0, left = size; left > 0; round++) {
    const i32 before = left;
    left = 0;
    for (i32 w = 0; w < before; w++) {
      const i32 i = waiting[w];
      const i32 n = filled[i];
      const i32 at = tieStart[i] + n;
      if (at >= tieStart[i + 1]) continue;
      waiting[left++] = i;
      if (n > round) continue;
      const u32 kind = d->kinds[at - first];
      i32 target = -1;
      if (d->outside > 0 && (kind < d->crossLimit || size == 1)) target = findOutside(d, i, n);
      const i32 leaves = target >= 0;
      if (!leaves) {
        if (kind >= d->crossLimit && kind < d->closureLimit && n > 0) target = closeTriangle(d, i, n);
        if (target < 0) target = findColleague(d, i, n, d->firsts[at - first]);
      }
      ask(d, i, target);
      if (leaves || d->returns[at - first] >= d->returnLimit) continue;

      const i32 j = target - start;
      const i32 m = filled[j];
      const i32 back = tieStart[j] + m;
      if (back >= tieStart[j + 1] || (d->outside > 0 && d->kinds[back - first] < d->crossLimit)) continue;
      if (!isAsked(d, j, m, start + i)) ask(d, j, start + i);
    }
  }
}
