/** Holds the eigenvalues of a symmetric matrix, ascending, and its unit eigenvectors: `vectors[i][k]` is entry i of vector k. */
export interface SymmetricEigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

/**
 * Decomposes a symmetric matrix (rows of finite numbers; the upper triangle counts) by cyclic Jacobi rotations. Meant for
 * up to some 50 rows. Each vector's largest entry is positive, so that the result is one of a kind.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): SymmetricEigen {
  const n = matrix.length;
  const a = matrix.map((row, i) => row.map((_, j) => (matrix[Math.min(i, j)] as number[])[Math.max(i, j)] as number));
  const v = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  const size = Math.sqrt(a.flat().reduce((sum, entry) => sum + entry * entry, 0));
  // Convergence is quadratic: a dozen sweeps suffice, 60 are never reached.
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off = Math.max(off, Math.abs(a[p]![q]!));
    if (off <= size * 1e-17) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  }
  const order = a.map((_, k) => k).sort((i, j) => a[i]![i]! - a[j]![j]! || i - j);
  const signs = order.map((k) => {
    const largest = v.reduce((most, row) => (Math.abs(row[k]!) > Math.abs(most) + 1e-12 ? row[k]! : most), 0);
    return largest < 0 ? -1 : 1;
  });
  return {
    values: order.map((k) => a[k]![k]!),
    vectors: v.map((row) => order.map((k, place) => signs[place]! * row[k]!)),
  };
}

/** Turns rows and columns p and q so that their shared entry becomes zero. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const shared = a[p]![q]!;
  if (shared === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * shared);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of a) turn(row, p, q, c, s);
  const low = a[p]!;
  const high = a[q]!;
  for (let k = 0; k < a.length; k++) {
    const one = low[k]!;
    const other = high[k]!;
    low[k] = c * one - s * other;
    high[k] = s * one + c * other;
  }
  low[q] = 0;
  high[p] = 0;
  for (const row of v) turn(row, p, q, c, s);
}

function turn(row: number[], p: number, q: number, c: number, s: number): void {
  const one = row[p]!;
  const other = row[q]!;
  row[p] = c * one - s * other;
  row[q] = s * one + c * other;
}
