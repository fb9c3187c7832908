// The random draws of packages/model/src/numerics/random.ts in C, bit for bit (texts in ASCII). Compile with
// -ffp-contract=off: a fused multiply-add would change Alea.
#ifndef DRAWS_H
#define DRAWS_H
#include <stdint.h>
#include <string.h>

typedef uint32_t u32;
typedef uint64_t u64;
typedef struct { u32 a, b; } key;
typedef struct { u32 w0, w1; } words;

static inline u32 mixA(u32 x) {
  x ^= x >> 16; x *= 0x21f0aaadu; x ^= x >> 15; x *= 0x735a2d97u; x ^= x >> 15;
  return x;
}
static inline u32 mixB(u32 x) {
  x ^= x >> 16; x *= 0x85ebca6bu; x ^= x >> 13; x *= 0xc2b2ae35u; x ^= x >> 16;
  return x;
}
static inline u32 draw(key k, u32 slot) { return mixB(mixA(slot + k.a) + k.b); }

static inline key absorb(key parent, words w) {
  key k = {mixA((parent.a ^ w.w0) + 0x9e3779b9u), mixB((parent.b + w.w1) ^ 0x6a09e667u)};
  return k;
}
static inline words number(u32 n) { words w = {n, n}; return w; }

static inline words hashText(const char *text) {
  u32 h0 = 0x811c9dc5u, h1 = 0x01000193u, n = (u32)strlen(text);
  for (u32 i = 0; i < n; i++) {
    u32 unit = (unsigned char)text[i];
    h0 = (h0 ^ unit) * 0x01000193u;
    h1 = (h1 ^ (unit + 0x9e37u)) * 0x0100018du;
  }
  words w = {mixA(h0), mixB(h1 ^ n)};
  return w;
}

// seedrandom's Alea (Johannes Baagøe), as far as its first two integers.
static inline u32 wrap(double x) { return (u32)(int64_t)x; }
static inline double mash(double *n, const char *text) {
  for (; *text; text++) {
    *n += (unsigned char)*text;
    double h = 0.02519603282416938 * *n;
    *n = wrap(h);
    h -= *n;
    h *= *n;
    *n = wrap(h);
    h -= *n;
    *n += h * 4294967296.0;
  }
  return wrap(*n) * 2.3283064365386963e-10;
}
static inline key rootKey(const char *seed) {
  double n = 0xefc8249du, s[3], c = 1;
  u32 w[2];
  for (int i = 0; i < 3; i++) s[i] = mash(&n, " ");
  for (int i = 0; i < 3; i++) if ((s[i] -= mash(&n, seed)) < 0) s[i] += 1;
  for (int i = 0; i < 2; i++) {
    double t = 2091639 * s[0] + c * 2.3283064365386963e-10;
    s[0] = s[1];
    s[1] = s[2];
    c = (double)(int32_t)t;
    s[2] = t - c;
    w[i] = wrap(s[2] * 4294967296.0);
  }
  key k = {w[0], w[1]};
  words crossed = {w[1], w[0]};
  return absorb(k, crossed);
}
#endif
