/** Milliseconds after which a move of the same control begins a new step. */
const stillness = 5000;

/** Says what became of a state: it is a new step, or the latest one, changed. */
export type Stepped = "new" | "same";

/** Keeps the states of a page as steps that can be gone back; what follows a step is forgotten when another follows it. */
export class Steps<State> {
  readonly #states = new Map<number, State>();
  readonly #now: () => number;
  #at: number;
  #last: number;
  #gesture: string | undefined;
  #moved = Number.NEGATIVE_INFINITY;

  /** Begins with a state at a number; `now` tells milliseconds. */
  constructor(first: State, at = 0, now: () => number = () => performance.now()) {
    this.#at = at;
    this.#last = at;
    this.#now = now;
    this.#states.set(at, first);
  }

  /** Number of the current step. */
  get at(): number {
    return this.#at;
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#last;
  }

  /** Takes a state. Those of one gesture – a drag, or the keys pressed at one control – are one step. */
  add(state: State, gesture?: string): Stepped {
    const now = this.#now();
    const same = gesture !== undefined && gesture === this.#gesture && now - this.#moved < stillness;
    this.#gesture = gesture;
    this.#moved = now;
    if (!same) this.#last = ++this.#at;
    this.#states.set(this.#at, state);
    return same ? "same" : "new";
  }

  /** Goes to a step by its number, and returns its state; undefined where it is not known here. */
  go(at: number): State | undefined {
    this.#gesture = undefined;
    this.#at = at;
    this.#last = Math.max(this.#last, at);
    return this.#states.get(at);
  }

  /** Keeps a state at the current step. */
  keep(state: State): void {
    this.#states.set(this.#at, state);
  }

  /** Takes back a step that changed nothing. */
  drop(): void {
    this.#states.delete(this.#at);
    this.#at--;
    this.#last = this.#at;
    this.#gesture = undefined;
  }
}
