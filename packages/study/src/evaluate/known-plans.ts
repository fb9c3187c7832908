import type { Plan } from "@uptake/model";

/** Plans that one worker remembers, unless a single message holds more. */
const remembered = 32;

/** Keeps the books of the plans that one worker has been sent, so that each is sent once. */
export class KnownPlans {
  /** Numbers of the plans that the worker holds, the latest used last. */
  readonly #numbers = new Map<Plan, number>();
  #next = 0;

  /** Returns the number of each plan, which of them to send, and which numbers the worker may forget. */
  tell(plans: ReadonlySet<Plan>): {
    readonly numbers: ReadonlyMap<Plan, number>;
    readonly send: readonly (readonly [number, Plan])[];
    readonly forget: readonly number[];
  } {
    const numbers = new Map<Plan, number>();
    const send: (readonly [number, Plan])[] = [];
    for (const plan of plans) {
      const known = this.#numbers.get(plan);
      const number = known ?? this.#next++;
      if (known === undefined) send.push([number, plan]);
      this.#numbers.delete(plan);
      this.#numbers.set(plan, number);
      numbers.set(plan, number);
    }
    const forget: number[] = [];
    for (const [plan, number] of this.#numbers) {
      if (this.#numbers.size <= Math.max(remembered, plans.size)) break;
      this.#numbers.delete(plan);
      forget.push(number);
    }
    return { numbers, send, forget };
  }
}
