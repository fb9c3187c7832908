/** Prints the bytes of the arrays that hold a teacher and their ties, in a district of 4,000 as it starts. */
import * as model from "../dist/index.js";
import { planOf } from "./large-plan.mjs";

let bytes = 0;
const observe = ({ population, teacher }, m) => {
  if (m > 0) return 0;
  const arrays = [...Object.values(population), ...Object.values(teacher)].filter(ArrayBuffer.isView);
  bytes = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) / population.teachers;
  return 0;
};
model.simulate(await planOf(model), { seed: "bench", replicate: 0, observers: [{ name: "bytes", observe }] });
console.log(bytes);
