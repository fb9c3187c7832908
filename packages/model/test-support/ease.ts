/** Returns the chance whose odds are `factor` times those of the chance `p`. */
export function eased(p: number, factor: number): number {
  return (factor * p) / (1 + (factor - 1) * p);
}
