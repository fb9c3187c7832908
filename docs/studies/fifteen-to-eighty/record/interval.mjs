/** Keeps of a mean or a chance what is told of it: the estimate and its 95% interval. */
export function interval({ mean, value, estimate, probability, low, high }) {
  return { value: mean ?? value ?? estimate ?? probability, low, high };
}
