import type { Decisive, UnderBeliefs } from "@uptake/study/beliefs";

/** Holds the headline of a strategy under each belief, and which number of the model goes most with it as it stands. */
export interface Headline extends UnderBeliefs {
  readonly decides: Decisive;
}
