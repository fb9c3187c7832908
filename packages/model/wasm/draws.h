/* What a draw is made of, as src/numerics/random.ts has it: the same bits. */
typedef unsigned int u32;

static const double DRAWS = 4294967296.0;

static inline u32 mixA(u32 x) {
  x ^= x >> 16;
  x *= 0x21f0aaadu;
  x ^= x >> 15;
  x *= 0x735a2d97u;
  return x ^ x >> 15;
}

static inline u32 mixB(u32 x) {
  x ^= x >> 16;
  x *= 0x85ebca6bu;
  x ^= x >> 13;
  x *= 0xc2b2ae35u;
  return x ^ x >> 16;
}
