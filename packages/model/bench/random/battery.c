// Tests the random draws in the orders in which the model, or somebody comparing its runs, would read them.
//
//   battery known            prints known answers
//   battery stream LAYOUT    writes 32-bit little-endian draws to stdout without end, for another battery to read
//   battery test LAYOUT [SEED]   runs the ten tests of TestU01's SmallCrush, written here from their definitions
//                            (L'Ecuyer and Simard, ACM TOMS 33(4) 22, 2007; Knuth, TAOCP 2, 3.3.2), same parameters
//
// LAYOUT is one of L0 … L7, with `r` appended for reversed bits, or a generator that proves the battery itself: good (a
// 64-bit counter through SplitMix64) passes, lcg and km1 fail. See docs/decisions/0002-random-draws.md.
#include "draws.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

// ---- the draws, in order -------------------------------------------------------------------------------------------

enum { SLOTS = 40, SCHOOLS = 100, MONTHS = 36, REPLICATES = 1000 };
static const char *DECISIONS[] = {"awareness", "trying", "lapsing", "owning", "exit", "move", "hire"};
enum { DECISION_COUNT = 7 };

static const char *layout, *seed;
static int reversed;
static key root;
static words district, decisionWords[DECISION_COUNT], schoolWords[100000];
static u64 position; // how many draws were taken

static inline key monthKey(u32 replicate, u32 decision, u32 month) {
  key k = absorb(root, number(replicate));
  k = absorb(k, district);
  k = absorb(k, decisionWords[decision]);
  return absorb(k, number(month));
}
static inline key keyOf(u32 replicate, u32 decision, u32 month, u32 school) {
  return absorb(monthKey(replicate, decision, month), schoolWords[school]);
}

// Takes the lowest digit of a mixed-radix counter.
static inline u32 digit(u64 *n, u32 radix) { u32 d = (u32)(*n % radix); *n /= radix; return d; }

static u32 L0(u64 n) { // slot, school, decision, month, replicate: the model's own order
  static key k;
  u32 slot = digit(&n, SLOTS);
  if (slot == 0) {
    u32 school = digit(&n, SCHOOLS), decision = digit(&n, DECISION_COUNT), month = digit(&n, MONTHS);
    k = keyOf((u32)n, decision, month, school);
  }
  return draw(k, slot);
}
static u32 L1(u64 n) { // month, decision, school, replicate; one slot
  u32 month = digit(&n, MONTHS), decision = digit(&n, DECISION_COUNT), school = digit(&n, SCHOOLS);
  return draw(keyOf((u32)n, decision, month, school), 17);
}
static u32 L2(u64 n) { // replicate, slot, school, decision, month
  u32 replicate = digit(&n, REPLICATES), slot = digit(&n, SLOTS), school = digit(&n, SCHOOLS);
  u32 decision = digit(&n, DECISION_COUNT);
  return draw(keyOf(replicate, decision, (u32)n, school), slot);
}
static u32 L3(u64 n) { // 3.2 million slots, decision, month, replicate
  static key k;
  u32 slot = digit(&n, 3200000);
  if (slot == 0) {
    u32 decision = digit(&n, DECISION_COUNT), month = digit(&n, MONTHS);
    k = keyOf((u32)n, decision, month, 0);
  }
  return draw(k, slot);
}
static u32 L4(u64 n) { // 100,000 schools, decision, month, replicate; slot 0
  u32 school = digit(&n, 100000), decision = digit(&n, DECISION_COUNT), month = digit(&n, MONTHS);
  return draw(keyOf((u32)n, decision, month, school), 0);
}
static u32 L5(u64 n) { // decision, slot, school, month, replicate
  u32 decision = digit(&n, DECISION_COUNT), slot = digit(&n, SLOTS), school = digit(&n, SCHOOLS);
  u32 month = digit(&n, MONTHS);
  return draw(keyOf((u32)n, decision, month, school), slot);
}
static u32 L6(u64 n) { // seeds SEED1 … SEED100000, slot, decision, month, replicate; one school
  static key roots[100000];
  if (n == 0)
    for (u32 i = 0; i < 100000; i++) {
      char text[100];
      snprintf(text, sizeof text, "%s%u", seed, i + 1);
      roots[i] = rootKey(text);
    }
  root = roots[digit(&n, 100000)];
  u32 slot = digit(&n, SLOTS), decision = digit(&n, DECISION_COUNT), month = digit(&n, MONTHS);
  return draw(keyOf((u32)n, decision, month, 0), slot);
}
static u32 L7(u64 n) { // two schools whose ids share their first word, slot, month, decision, replicate
  words twin = {schoolWords[0].w0, schoolWords[digit(&n, 2)].w1};
  u32 slot = digit(&n, SLOTS), month = digit(&n, MONTHS), decision = digit(&n, DECISION_COUNT);
  return draw(absorb(monthKey((u32)n, decision, month), twin), slot);
}

// Generators that show what the battery passes and fails.
static u32 good(u64 n) {
  u64 z = (n + 1) * 0x9e3779b97f4a7c15ull + ((u64)root.a << 32 | root.b);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return (u32)((z ^ (z >> 31)) >> 32);
}
static u32 lcg(u64 n) { static u32 x = 1; (void)n; return x = x * 69069u + 1; }
// One round and one key word: every key's stream is a window of the same permutation.
static u32 km1(u64 n) {
  static u32 k;
  u32 slot = digit(&n, 4000);
  if (slot == 0) { u32 purpose = digit(&n, 10), month = digit(&n, 36); k = mixA(mixA(mixA((u32)n) ^ month) ^ purpose); }
  return mixB(slot + k);
}
static u32 (*source)(u64);
static const struct { const char *name; u32 (*source)(u64); } SOURCES[] = {
    {"L0", L0}, {"L1", L1}, {"L2", L2}, {"L3", L3}, {"L4", L4}, {"L5", L5}, {"L6", L6}, {"L7", L7},
    {"good", good}, {"lcg", lcg}, {"km1", km1}};

static void choose(const char *name, const char *text) {
  size_t length = strlen(name);
  reversed = length == 3 && name[0] == 'L' && name[2] == 'r';
  for (size_t i = 0; i < sizeof SOURCES / sizeof *SOURCES; i++)
    if (!strncmp(name, SOURCES[i].name, reversed ? 2 : 16)) source = SOURCES[i].source;
  if (!source) { fprintf(stderr, "battery: no layout %s\n", name); exit(2); }
  layout = name;
  seed = text;
  root = rootKey(seed);
  district = hashText("colorado-springs-d11");
  for (int i = 0; i < DECISION_COUNT; i++) decisionWords[i] = hashText(DECISIONS[i]);
  for (int i = 0; i < 100000; i++) { char id[12]; sprintf(id, "%d", i + 1); schoolWords[i] = hashText(id); }
}

static inline u32 next(void) {
  u32 x = source(position++);
  if (!reversed) return x;
  x = (x >> 1 & 0x55555555u) | (x & 0x55555555u) << 1;
  x = (x >> 2 & 0x33333333u) | (x & 0x33333333u) << 2;
  x = (x >> 4 & 0x0f0f0f0fu) | (x & 0x0f0f0f0fu) << 4;
  return __builtin_bswap32(x);
}
// Takes `count` bits after dropping the first `drop`.
static inline u32 bits(int drop, int count) { return next() << drop >> (32 - count); }

// ---- p-values ------------------------------------------------------------------------------------------------------

static void *space(size_t bytes) {
  void *p = calloc(1, bytes);
  if (!p) { fprintf(stderr, "battery: out of memory\n"); exit(1); }
  return p;
}
static double logChoose(double n, double k) { return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1); }

// Upper tail of the gamma distribution of shape `a` at `x`, by series or continued fraction.
static double gammaTail(double a, double x) {
  if (x <= 0) return 1;
  double front = exp(a * log(x) - x - lgamma(a));
  if (x < a + 1) {
    double term = 1 / a, sum = term;
    for (double n = 1; term > sum * 1e-17; n++) sum += term *= x / (a + n);
    return 1 - front * sum;
  }
  double b = x + 1 - a, c = 1e300, d = 1 / b, h = d;
  for (double i = 1; i < 1e7; i++) {
    double an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (fabs(d * c - 1) < 1e-16) break;
  }
  return front * h;
}
static double chiTail(double chi2, double freedom) { return gammaTail(freedom / 2, chi2 / 2); }

// Two-sided reading of a count that should be Poisson, as TestU01 prints it: near 0 is too many, near 1 too few.
static double poisson(double mean, double count) {
  double right = count <= 0 ? 1 : 1 - gammaTail(count, mean), left = gammaTail(count + 1, mean);
  return right < left ? right : left > 0.5 ? 0.5 : 1 - left;
}

// Chi-square over classes, neighbours joined until each expects at least ten.
static double chiSquare(const u64 *seen, const double *expected, int classes) {
  double chi2 = 0, e = 0, o = 0, lastE = 0, lastO = 0;
  int groups = 0;
  for (int i = 0; i < classes; i++) {
    e += expected[i];
    o += (double)seen[i];
    if (e >= 10) {
      if (groups) chi2 += (lastO - lastE) * (lastO - lastE) / lastE;
      lastE = e; lastO = o; groups++;
      e = o = 0;
    }
  }
  lastE += e; lastO += o; // the remainder joins the last group
  chi2 += (lastO - lastE) * (lastO - lastE) / lastE;
  return chiTail(chi2, groups - 1);
}

static double smallest = 1, largest = 0;
static int odd;
static void report(const char *name, double p) {
  const char *mark = p < 1e-10 || p > 1 - 1e-10 ? "  FAIL" : p < 0.001 || p > 0.999 ? "  suspect" : "";
  printf("%-8s %-18s %.6g%s\n", layout, name, p, mark);
  fflush(stdout);
  if (*mark) odd++;
  if (p < smallest) smallest = p;
  if (p > largest) largest = p;
}

// ---- the ten tests -------------------------------------------------------------------------------------------------

// Sorts by radix, 16 bits at a time.
static void sort(u64 *x, u64 *spare, int n) {
  static u32 count[65537];
  for (int shift = 0; shift < 64; shift += 16) {
    memset(count, 0, sizeof count);
    for (int i = 0; i < n; i++) count[(x[i] >> shift & 65535) + 1]++;
    for (int i = 0; i < 65536; i++) count[i + 1] += count[i];
    for (int i = 0; i < n; i++) spare[count[x[i] >> shift & 65535]++] = x[i];
    u64 *swap = x; x = spare; spare = swap;
  }
}

static void birthdaySpacings(void) { // 5 million birthdays in a year of 2^60 days
  enum { N = 5000000 };
  u64 *x = space(8 * N), *spare = space(8 * N);
  for (int i = 0; i < N; i++) { u64 high = bits(0, 30); x[i] = high << 30 | bits(0, 30); }
  sort(x, spare, N);
  for (int i = N - 1; i > 0; i--) x[i] -= x[i - 1];
  sort(x + 1, spare, N - 1);
  int same = 0;
  for (int i = 2; i < N; i++) same += x[i] == x[i - 1];
  report("BirthdaySpacings", poisson((double)N * N * N / 4 / 1152921504606846976.0, same));
  free(x); free(spare);
}

static void collision(void) { // 5 million balls in 2^32 urns
  enum { N = 5000000 };
  u64 *urns = space(1u << 29);
  int collisions = 0;
  for (int i = 0; i < N; i++) {
    u32 high = bits(0, 16), urn = high << 16 | bits(0, 16);
    u64 bit = 1ull << (urn & 63);
    collisions += (urns[urn >> 6] & bit) != 0;
    urns[urn >> 6] |= bit;
  }
  double k = 4294967296.0;
  report("Collision", poisson(N + k * expm1(N * log1p(-1 / k)), collisions));
  free(urns);
}

static void gap(void) { // 200,000 gaps between visits to a 256th of the range
  enum { N = 200000, MOST = 5000 };
  u64 *seen = space(8 * (MOST + 1));
  double *expected = space(8 * (MOST + 1)), p = 1.0 / 256, left = N;
  for (int i = 0; i < N; i++) {
    int length = 0;
    while (bits(22, 8) != 0) length++;
    seen[length < MOST ? length : MOST]++;
  }
  for (int i = 0; i < MOST; i++) { expected[i] = left * p; left -= expected[i]; }
  expected[MOST] = left;
  report("Gap", chiSquare(seen, expected, MOST + 1));
  free(seen); free(expected);
}

// Stirling numbers of the second kind, as logarithms are not needed at these sizes: S(n, k) scaled by d^-n.
static double *partitions(int n, int most, double d) {
  double *s = space(8 * (size_t)(n + 1) * (most + 1));
  s[0] = 1;
  for (int i = 1; i <= n; i++)
    for (int k = 1; k <= most && k <= i; k++)
      s[i * (most + 1) + k] = (k * s[(i - 1) * (most + 1) + k] + s[(i - 1) * (most + 1) + k - 1]) / d;
  return s;
}

static void simplifiedPoker(void) { // 400,000 hands of 64 cards of 64 kinds
  enum { N = 400000, D = 64 };
  u64 seen[D + 1] = {0};
  double expected[D + 1] = {0}, *s = partitions(D, D, D), falling = 1;
  for (int i = 0; i < N; i++) {
    u64 kinds = 0;
    for (int j = 0; j < D; j++) kinds |= 1ull << bits(24, 6);
    seen[__builtin_popcountll(kinds)]++;
  }
  for (int k = 1; k <= D; k++) { falling *= D - k + 1; expected[k] = N * falling * s[D * (D + 1) + k]; }
  report("SimpPoker", chiSquare(seen, expected, D + 1));
  free(s);
}

static void couponCollector(void) { // 500,000 collections of 16 coupons
  enum { N = 500000, D = 16, MOST = 400 };
  u64 seen[MOST + 1] = {0};
  double expected[MOST + 1] = {0}, *s = partitions(MOST, D, D), factorial = tgamma(D + 1), left = N;
  for (int i = 0; i < N; i++) {
    u32 have = 0;
    int length = 0;
    while (have != 65535) { have |= 1u << bits(26, 4); length++; }
    seen[length < MOST ? length : MOST]++;
  }
  for (int t = D; t < MOST; t++) { expected[t] = N * factorial * s[(t - 1) * (D + 1) + D - 1] / D; left -= expected[t]; }
  expected[MOST] = left > 0 ? left : 0;
  report("CouponCollector", chiSquare(seen, expected, MOST + 1));
  free(s);
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}
// Distribution of the Anderson-Darling statistic for many values (Marsaglia and Marsaglia 2004).
static double andersonDarling(double z) {
  if (z <= 0) return 0;
  return z < 2
      ? pow(z, -0.5) * exp(-1.2337141 / z) *
            (2.00012 + (0.247105 - (0.0649821 - (0.0347962 - (0.011672 - 0.00168691 * z) * z) * z) * z) * z)
      : exp(-exp(1.0776 - (2.30695 - (0.43424 - (0.082433 - (0.008056 - 0.0003146 * z) * z) * z) * z) * z));
}

static void maximumOf6(void) { // 2 million largest of six
  enum { N = 2000000, D = 100000 };
  double *x = space(8 * N), *expected = space(8 * D), a2 = 0;
  u64 *seen = space(8 * D);
  for (int i = 0; i < N; i++) {
    u32 most = 0;
    for (int j = 0; j < 6; j++) { u32 u = next(); if (u > most) most = u; }
    double u = most / 4294967296.0;
    x[i] = u * u * u * u * u * u;
    seen[(int)(x[i] * D)]++;
  }
  for (int i = 0; i < D; i++) expected[i] = (double)N / D;
  report("MaxOft", chiSquare(seen, expected, D));
  qsort(x, N, sizeof *x, ascending);
  for (int i = 0; i < N; i++) a2 += (2.0 * i + 1) * (log(x[i]) + log1p(-x[N - 1 - i]));
  report("MaxOft AD", 1 - andersonDarling(-N - a2 / N));
  free(x); free(expected); free(seen);
}

static void weightDistribution(void) { // how many of 256 fall in the lowest eighth, 200,000 times
  enum { N = 200000, K = 256 };
  u64 seen[K + 1] = {0};
  double expected[K + 1];
  for (int i = 0; i < N; i++) {
    int count = 0;
    for (int j = 0; j < K; j++) count += bits(27, 3) == 0;
    seen[count]++;
  }
  for (int k = 0; k <= K; k++) expected[k] = N * exp(logChoose(K, k) + k * log(0.125) + (K - k) * log(0.875));
  report("WeightDistrib", chiSquare(seen, expected, K + 1));
}

static void matrixRank(void) { // 20,000 matrices of 60 × 60 bits
  enum { N = 20000, L = 60 };
  u64 seen[L + 1] = {0};
  double expected[L + 1];
  for (int i = 0; i < N; i++) {
    u64 row[L];
    for (int r = 0; r < L; r++) { row[r] = 0; for (int j = 0; j < 6; j++) row[r] = row[r] << 10 | bits(20, 10); }
    int rank = 0;
    for (int column = 0; column < L; column++) {
      int pivot = rank;
      while (pivot < L && !(row[pivot] >> column & 1)) pivot++;
      if (pivot == L) continue;
      u64 line = row[pivot];
      row[pivot] = row[rank];
      row[rank] = line;
      for (int r = rank + 1; r < L; r++) if (row[r] >> column & 1) row[r] ^= line;
      rank++;
    }
    seen[rank]++;
  }
  for (int r = 0; r <= L; r++) {
    double p = r * (2.0 * L - r) - (double)L * L;
    p *= log(2);
    for (int i = 0; i < r; i++) p += 2 * log1p(-exp2(i - L)) - log1p(-exp2(i - r));
    expected[r] = N * exp(p);
  }
  report("MatrixRank", chiSquare(seen, expected, L + 1));
}

static void hammingIndependence(void) { // weights of 500,000 pairs of neighbouring blocks of 300 bits
  enum { N = 500000, L = 300 };
  u64 *seen = space(8 * (L + 1) * (L + 1)), restSeen = 0;
  double p[L + 1], rest = 0, chi2 = 0;
  int classes = 0;
  for (int i = 0; i < N; i++) {
    int weight[2] = {0, 0};
    for (int side = 0; side < 2; side++)
      for (int j = 0; j < L / 10; j++) weight[side] += __builtin_popcount(bits(20, 10));
    seen[weight[0] * (L + 1) + weight[1]]++;
  }
  for (int k = 0; k <= L; k++) p[k] = exp(logChoose(L, k) - L * log(2));
  for (int i = 0; i <= L; i++)
    for (int j = 0; j <= L; j++) {
      double e = N * p[i] * p[j], o = (double)seen[i * (L + 1) + j];
      if (e >= 10) { chi2 += (o - e) * (o - e) / e; classes++; }
      else { rest += e; restSeen += (u64)o; }
    }
  chi2 += (restSeen - rest) * (restSeen - rest) / rest;
  report("HammingIndep", chiTail(chi2, classes));
  free(seen);
}

static void randomWalk(void) { // a million walks of 150 steps
  enum { N = 1000000, L = 150 };
  static u64 h[L + 1], m[L + 1], j[L + 1], r[L + 1], c[L + 1];
  double eh[L + 1], em[L + 1], ej[L + 1], er[L + 1], ec[L + 1];
  for (int i = 0; i < N; i++) {
    int s = 0, ups = 0, most = 0, above = 0, returns = 0, changes = 0, before = 0;
    for (int word = 0; word < L / 30; word++) {
      u32 x = bits(0, 30);
      for (int k = 29; k >= 0; k--) {
        int step = (x >> k & 1) ? 1 : -1, now = s + step;
        ups += step > 0;
        if (now > most) most = now;
        above += s + now > 0; // the step from s to now lies above the axis
        returns += now == 0;
        changes += s == 0 && before * now < 0;
        before = s;
        s = now;
      }
    }
    h[ups]++; m[most]++; j[above]++; r[returns]++; c[changes]++;
  }
  for (int k = 0; k <= L; k++) {
    double half = L * log(2);
    eh[k] = N * exp(logChoose(L, k) - half);
    em[k] = N * exp(logChoose(L, (L + k + 1) / 2) - half);
    ej[k] = k % 2 ? 0 : N * exp(logChoose(k, k / 2) + logChoose(L - k, (L - k) / 2) - half);
    er[k] = k > L / 2 ? 0 : N * exp(logChoose(L - k, L / 2) - (L - k) * log(2));
    ec[k] = k > (L - 2) / 2 ? 0 : 2 * N * exp(logChoose(L - 1, (L + 2 * k) / 2) - (L - 1) * log(2));
  }
  report("RandomWalk1 H", chiSquare(h, eh, L + 1));
  report("RandomWalk1 M", chiSquare(m, em, L + 1));
  report("RandomWalk1 J", chiSquare(j, ej, L + 1));
  report("RandomWalk1 R", chiSquare(r, er, L + 1));
  report("RandomWalk1 C", chiSquare(c, ec, L + 1));
}

// ---- the program ---------------------------------------------------------------------------------------------------

static void known(void) {
  const char *texts[] = {"", "a", "uptake", "trying", "colorado-springs-d11", "1"};
  for (int i = 0; i < 6; i++) { words w = hashText(texts[i]); printf("hashText \"%s\" %u %u\n", texts[i], w.w0, w.w1); }
  for (int i = 0; i < 3; i++) { key k = rootKey(texts[i]); printf("rootKey \"%s\" %u %u\n", texts[i], k.a, k.b); }
  key k = keyOf(3, 1, 34, 6);
  printf("key %u %u\n", k.a, k.b);
  for (u32 i = 0; i < 5; i++) printf("draw %u\n", draw(k, i));
  u32 sum = 0;
  for (u64 n = 0; n < 1000000; n++) sum = (sum << 5 | sum >> 27) ^ L0(n);
  printf("L0 %u\n", sum);
}

int main(int count, char **argument) {
  const char *what = count > 1 ? argument[1] : "", *text = count > 3 ? argument[3] : "uptake";
  if (!strcmp(what, "known")) {
    choose("L0", "uptake");
    known();
  } else if (!strcmp(what, "stream") && count > 2) {
    static u32 block[16384];
    choose(argument[2], text);
    do for (int i = 0; i < 16384; i++) block[i] = next(); while (fwrite(block, sizeof block, 1, stdout) == 1);
  } else if (!strcmp(what, "test") && count > 2) {
    choose(argument[2], text);
    birthdaySpacings();
    collision();
    gap();
    simplifiedPoker();
    couponCollector();
    maximumOf6();
    weightDistribution();
    matrixRank();
    hammingIndependence();
    randomWalk();
    printf("%s, seed \"%s\": 15 p-values from %.4g to %.4g, %d outside 0.001 ... 0.999; %llu draws\n", layout, seed, smallest,
           largest, odd, (unsigned long long)position);
  } else {
    fprintf(stderr, "usage: battery known | stream LAYOUT [SEED] | test LAYOUT [SEED]\n");
    return 2;
  }
  return 0;
}
