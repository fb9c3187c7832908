const those = /^(gap|cost|compliant|survey\.response|stage\.(unaware|aware|lapsed))$/;

/** Says whether less of a series of {@link measured} is better than more: gaps, costs, stages without the practice. */
export function lessIsBetter(series: string): boolean {
  return those.test(series);
}
