/**
 * Returns the lower triangular factor L of a covariance matrix, L Lᵀ = matrix. A direction that the matrix all but lacks
 * is given a variance of 10⁻¹² of its own, so that a factor always exists.
 */
export function choleskyFactor(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const factor = matrix.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= factor[i]![k]! * factor[j]![k]!;
      if (i === j) factor[i]![i] = Math.sqrt(Math.max(rest, 1e-12 * matrix[i]![i]!, 1e-300));
      else factor[i]![j] = rest / factor[j]![j]!;
    }
  }
  return factor;
}

/** Solves L x = b for a lower triangular L. */
export function solveLower(factor: readonly (readonly number[])[], b: readonly number[]): number[] {
  const x: number[] = [];
  for (let i = 0; i < b.length; i++) {
    let rest = b[i]!;
    for (let k = 0; k < i; k++) rest -= factor[i]![k]! * x[k]!;
    x.push(rest / factor[i]![i]!);
  }
  return x;
}
