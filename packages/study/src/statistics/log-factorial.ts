import { log } from "@uptake/model";
/** Returns the natural logarithm of n! for whole n, by Stirling's series from 10 on. */
export function logFactorial(n: number): number {
  if (n < 10) {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    return log(product);
  }
  const x = n + 1;
  const inverse = 1 / (x * x);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
  return (x - 0.5) * log(x) - x + 0.9189385332046728 + series;
}
