/* Who leaves in July, in C: whoLeaves of src/mechanisms/exits.ts. Returns how many are listed. */
#include "month.h"

enum { CAREERS = 4, MOST_YEARS = 60 };

__attribute__((export_name("leave"))) i32 leave(const District *p) {
  i32 *left = p->left;
  for (i32 s = 0; s < p->schools; s++) {
    if (p->open[s] == 0) continue;
    const Words key = absorb(p->exit, p->words[s]);
    const double *odds = p->leaving + 2 * CAREERS * s;
    const i32 first = p->schoolStart[s];
    for (i32 i = first; i < p->schoolStart[s + 1]; i++) {
      const i32 years = p->experience[i];
      const double o = odds[(years > 3) + (years > 9) + (years > 14) + CAREERS * p->compliant[i]];
      const i32 leaves = draw(key, (u32)(i - first)) * (1 + o) < o * DRAWS || p->taken[i] == 1;
      *left = i;
      left += leaves;
      p->experience[i] = (u8)(years + (!leaves && years < MOST_YEARS));
    }
  }
  return (i32)(left - p->left);
}
