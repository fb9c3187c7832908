/**
 * Prints a made-up country as a file of districts, for studies of kind `country`: sizes are as uneven as those of real
 * districts (a few hold as many teachers as thousands of others), and follow from the number of the district alone.
 *
 *   node country.mjs [DISTRICTS [TEACHERS]]
 */
const [districts = 13_000, teachers = 3_200_000] = process.argv.slice(2).map(Number);
const states = Array.from({ length: Math.min(50, districts) }, (_, s) => `S${String(s + 1).padStart(2, "0")}`);

/** Spreads whole numbers evenly over 0 … 1, in no order. */
const spread = (d, by) => (d * by) % 1;

/** Weights of districts: the quantiles of a distribution with a long tail, at most 400 times its middle. */
const weights = Array.from({ length: districts }, (_, d) => {
  const p = spread(d + 1, 0.6180339887498949);
  return Math.min(400, 1 / (1 - p));
});
const sum = weights.reduce((a, b) => a + b, 0);
let left = teachers;
console.log("district,state,schools,teachers,students,low_income_share");
for (let d = 0; d < districts; d++) {
  const share = Math.max(4, Math.round((teachers * weights[d]) / sum));
  const here = d === districts - 1 ? Math.max(4, left) : share;
  left -= here;
  const schools = Math.max(1, Math.round(here / 33));
  const students = Math.round(here * (13 + 4 * spread(d + 1, 0.7548776662466927)));
  const poverty = 0.05 + 0.9 * spread(d + 1, 0.5698402909980532);
  console.log([`D${d + 1}`, states[d % states.length], schools, here, students, poverty.toFixed(3)].join(","));
}
