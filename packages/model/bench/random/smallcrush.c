// Runs TestU01's SmallCrush (L'Ecuyer and Simard, ACM TOMS 33(4) 22, 2007) on the random draws, in the orders in which the
// model, or somebody comparing its runs, would read them.
//
//   smallcrush known            prints known answers, which random.test.ts holds
//   smallcrush stream LAYOUT    writes 32-bit little-endian draws to stdout without end, for another battery to read
//   smallcrush LAYOUT [SEED]    runs the battery (built with -DTESTU01)
//
// LAYOUT is one of L0 … L7, with `r` appended for reversed bits, or a generator that proves the battery: good (a 64-bit
// counter through SplitMix64) passes, lcg and km1 fail. See docs/decisions/0002-random-draws.md.
#include "draws.h"
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

static unsigned int next(void) {
  u32 x = source(position++);
  if (!reversed) return x;
  x = (x >> 1 & 0x55555555u) | (x & 0x55555555u) << 1;
  x = (x >> 2 & 0x33333333u) | (x & 0x33333333u) << 2;
  x = (x >> 4 & 0x0f0f0f0fu) | (x & 0x0f0f0f0fu) << 4;
  return __builtin_bswap32(x);
}

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

#ifdef TESTU01
#include <testu01/bbattery.h>
#include <testu01/swrite.h>
#include <testu01/unif01.h>
static void battery(void) {
  swrite_Basic = FALSE;
  unif01_Gen *generator = unif01_CreateExternGenBits((char *)layout, next);
  bbattery_SmallCrush(generator);
  unif01_DeleteExternGenBits(generator);
}
#else
static void battery(void) {
  fprintf(stderr, "smallcrush: built without TestU01, cannot test %s\n", layout);
  exit(1);
}
#endif

int main(int count, char **argument) {
  const char *what = count > 1 ? argument[1] : "";
  if (!strcmp(what, "known")) {
    choose("L0", "uptake");
    known();
  } else if (!strcmp(what, "stream") && count > 2) {
    static u32 block[16384];
    choose(argument[2], count > 3 ? argument[3] : "uptake");
    do for (int i = 0; i < 16384; i++) block[i] = next(); while (fwrite(block, sizeof block, 1, stdout) == 1);
  } else if (*what) {
    choose(what, count > 2 ? argument[2] : "uptake");
    battery();
  } else {
    fprintf(stderr, "usage: smallcrush known | stream LAYOUT [SEED] | LAYOUT [SEED]\n");
    return 2;
  }
  return 0;
}
