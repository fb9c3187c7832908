declare module "seedrandom/lib/alea.js" {
  /** Seeds Alea with a text; `int32` returns the next signed 32-bit integer. */
  export default function alea(seed: string): { int32(): number };
}
